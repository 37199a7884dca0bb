"""vCard 2.1, 3.0 and 4.0, as phones, mail programs and address books write them. Writes 4.0 (RFC 6350).

A card that is broken is reported; what can be read of it is read. Group cards (KIND:group) come in as cards, with
their members among the extras, so that no card of a file is lost.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from relapp.domain.cards import Card, Reading, Skipped
from relapp.domain.errors import Refused
from relapp.domain.words import tr
from relapp.formats.content_lines import ContentLines, read_lines
from relapp.formats.encodings import decode_marked
from relapp.formats.format import Format, Progress
from relapp.formats.vcard_reading import read_card
from relapp.formats.vcard_records import Record, records
from relapp.formats.vcard_writing import write_card

NAME = "vcard"
_BEGIN = re.compile(rb"^\s*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)
_LOOK_AT = 4096
_TELL_EVERY = 200


def claims(head: bytes, file_name: str) -> bool:
    """Whether the first bytes of a file look like cards, whatever the file is called."""
    head = head[:_LOOK_AT].removeprefix(codecs.BOM_UTF8)
    marked = decode_marked(head)
    if marked is not None:
        head = marked[0].encode("utf-8", "replace")
    return _BEGIN.search(head.replace(b"\r", b"\n")) is not None


def read(data: bytes, file_name: str, on_progress: Progress | None = None) -> Reading:
    """All cards of a file, in its order. `on_progress(done, total)` counts cards and may raise to stop.

    Raises Refused when there is no card in it, or none of which anything could be read.
    """
    source = read_lines(data)
    cards: list[Card] = []
    skipped: list[Skipped] = []
    total = (len(source.frames) + 1) // 2
    for done, record in enumerate(records(source)):
        if on_progress is not None and done % _TELL_EVERY == 0:
            on_progress(min(done, total), total)
        card = read_card(record, source.fallback)
        taken, reason = _judge(record, card)
        if taken:
            cards.append(card)
        if reason:
            skipped.append(Skipped(record.line, reason))
    if not cards:
        raise Refused(_refusal(file_name, source, skipped))
    if on_progress is not None:
        on_progress(total, total)
    return Reading(NAME, source.encoding, tuple(cards), skipped=tuple(skipped))


def write(cards: Iterable[Card]) -> Iterator[str]:
    """Each card as vCard 4.0 text with CRLF; encode it as UTF-8."""
    return map(write_card, cards)


def _judge(record: Record, card: Card) -> tuple[bool, str]:
    """Whether the card is taken, and what there is to say about it.

    Between BEGIN and END anything counts, even an id alone. Without one of them the card is taken when it tells who
    it is or how to reach them, and reported all the same: its end may be missing.
    """
    whole = record.begun and record.ended
    if whole:
        return (False, tr("The card that begins here is empty.")) if card == Card(line=card.line) else (True, "")
    tells_who = bool(card.name.full or card.emails or card.phones or card.addresses or card.affiliations)
    if not record.begun:
        if tells_who:
            return True, tr("The card that ends here has no BEGIN:VCARD; what was there of it was taken.")
        return False, tr("The lines before this END:VCARD are no card.")
    if tells_who:
        return True, tr("The card that begins here has no END:VCARD; what was there of it was taken.")
    return False, tr("The card that begins here breaks off before it says who it is.")


def _refusal(file_name: str, source: ContentLines, skipped: list[Skipped]) -> str:
    if not skipped:
        return tr(
            "“{file}” holds no cards: no line in it says BEGIN:VCARD. Export the address book as vCard again."
        ).format(file=file_name)
    return tr("No card in “{file}” can be read. Line {line}: {reason} Export the address book again.").format(
        file=file_name, line=skipped[0].line, reason=skipped[0].reason
    )


FORMAT = Format(NAME, claims, read)
