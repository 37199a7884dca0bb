"""Short cards for tests: lines in, the card out."""

from __future__ import annotations

from relapp.domain.cards import Card
from relapp.formats import vcard


def one(*lines: str, version: str = "3.0") -> Card:
    """The card that these lines make between BEGIN and END."""
    reading = vcard.read(text(*lines, version=version).encode(), "one.vcf")
    assert not reading.skipped
    assert len(reading.cards) == 1
    return reading.cards[0]


def text(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def values(of: tuple[object, ...]) -> list[tuple[str, str]]:
    """Values with their labels."""
    return [(getattr(one, "value", ""), getattr(one, "label", "")) for one in of]


def extras(card: Card) -> list[tuple[str, str]]:
    return [(extra.name, extra.value) for extra in card.extras]
