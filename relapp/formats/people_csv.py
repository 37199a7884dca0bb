"""People as CSV for spreadsheets, writing only: one row a person, under the same names as in JSON.

Several values share a cell, `work: tom@example.org; home: tom@example.net`, each with its label where it has one; a
semicolon or backslash inside a value has a backslash in front. Who wants people back takes the vCard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from relapp.domain.cards import Affiliation, Card, shown
from relapp.formats.csv_cells import COMMA, Dialect, cells, lines, several

COLUMNS = (
    *("uid", "full_name", "given_name", "family_name", "nickname", "emails", "phones", "addresses", "urls"),
    *("birthday", "organisation", "title", "categories", "note"),
)
_ROWS_AT_ONCE = 200


def write(people: Iterable[Card], dialect: Dialect = COMMA) -> Iterator[str]:
    """The CSV in pieces, header first."""
    yield ("\ufeff" if dialect.bom else "") + lines([[key] for key in COLUMNS], dialect.separator)
    remaining = iter(people)
    while batch := [_row(card) for card in islice(remaining, _ROWS_AT_ONCE)]:
        yield lines([cells(column) for column in zip(*batch, strict=True)], dialect.separator)


def _row(card: Card) -> tuple[str, ...]:
    name = card.name
    position = card.affiliations[0] if card.affiliations else Affiliation()
    return (
        card.uid,
        shown(card),
        name.given,
        name.family,
        name.nickname,
        several(_with_label(one.label, one.value) for one in card.emails),
        several(_with_label(one.label, one.value) for one in card.phones),
        several(_with_label(one.label, one.address.one_line()) for one in card.addresses),
        several(_with_label(one.label, one.value) for one in card.urls),
        str(card.birthday) if card.birthday is not None else "",
        position.organisation,
        position.title,
        several(card.categories),
        card.note,
    )


def _with_label(label: str, value: str) -> str:
    return f"{label}: {value}" if label else value
