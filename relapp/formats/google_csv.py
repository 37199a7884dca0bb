"""Google Contacts CSV, read only: until 2023 "Given Name" and "… - Type", since then "First Name" and "… - Label".

Columns the app has no use for are kept as extras; a photo is an address on the web there, kept and never fetched.
"""

from __future__ import annotations

from relapp.domain.cards import Card, Extra, Reading, Skipped
from relapp.domain.errors import Refused
from relapp.domain.words import tr
from relapp.formats.csv_rows import PROGRESS_ROWS, names, nothing_readable, sheet
from relapp.formats.encodings import decode
from relapp.formats.format import Format, Progress
from relapp.formats.google_columns import Columns, Row, numbered
from relapp.formats.google_fields import (
    addresses,
    affiliations,
    anniversary,
    birthday,
    categories,
    labelled,
    language,
    messengers,
    person_name,
)

NAME = "google-csv"
_SIGNATURES = (
    {"given name", "family name"},
    {"first name", "last name", "labels"},
    {"first name", "last name", "organization title"},
    {"first name", "last name", "file as"},
)


def claims(head: bytes, file_name: str) -> bool:
    """Whether the header row has numbered columns in Google's way, or its names for names."""
    return _is_google(names(head))


def read(data: bytes, file_name: str, on_progress: Progress | None = None) -> Reading:
    """The people in it. Raises Refused when it is something else or nobody in it is readable."""
    text, encoding = decode(data)
    table = sheet(text)
    if not _is_google({name.lower() for name in table.header}):
        raise Refused(
            tr("“{file}” is no Google Contacts CSV: line 1 lacks its columns. Export it again as Google CSV.").format(
                file=file_name
            )
        )
    columns = Columns(table.header)
    cards: list[Card] = []
    skipped = list(table.broken)
    for done, (line, cells) in enumerate(table.rows):
        if on_progress is not None and done % PROGRESS_ROWS == 0:
            on_progress(done, len(table.rows))
        card = _card(columns.row(cells), line)
        if _says_who(card):
            cards.append(card)
        else:
            skipped.append(Skipped(line, tr("It has no name, organisation, e-mail, phone or other address.")))
    if not cards:
        raise nothing_readable(file_name, skipped)
    if on_progress is not None:
        on_progress(len(table.rows), len(table.rows))
    return Reading(NAME, encoding, cards=tuple(cards), skipped=tuple(sorted(skipped, key=lambda one: one.line)))


def _is_google(header: set[str]) -> bool:
    return any(signature <= header for signature in _SIGNATURES) or any(numbered(name) for name in header)


def _card(row: Row, line: int) -> Card:
    """Each part takes its cells out of the row; what is left at the end are the extras."""
    return Card(
        name=person_name(row),
        emails=labelled(row, "e-mail"),
        phones=labelled(row, "phone"),
        urls=labelled(row, "website"),
        messengers=messengers(row),
        addresses=addresses(row),
        affiliations=affiliations(row),
        categories=categories(row),
        birthday=birthday(row),
        anniversary=anniversary(row),
        note=_unix(row.take("notes")),
        language=language(row),
        extras=tuple(_extra(column, text) for column, text in row.rest()),
        line=line,
    )


def _says_who(card: Card) -> bool:
    return any(
        (
            card.name.full or card.name.nickname,
            card.emails,
            card.phones,
            card.affiliations,
            card.addresses,
            card.messengers,
            card.urls,
        )
    )


def _extra(column: str, text: str) -> Extra:
    """A cell as a content line: RFC 6868 marks in the column's name, RFC 6350 backslashes in the value."""
    name = _unix(column).replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    value = _unix(text).replace("\\", "\\\\").replace("\n", "\\n")
    return Extra(f'X-CSV-COLUMN;NAME="{name}"', value.replace(",", "\\,").replace(";", "\\;"))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


FORMAT = Format(NAME, claims, read)
