"""What an address book says of one person: the common tongue of the formats that bring people in and take them out."""

from __future__ import annotations

from dataclasses import dataclass, field

from relapp.domain.dates import PartialDate
from relapp.domain.names import display, stand_in
from relapp.domain.people import Address, PersonName, Photo


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the label it came under ("work", "home", "mobile", own words; empty when none)."""

    value: str
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class LabelledAddress:
    """A postal address with its label."""

    address: Address
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A position as an address book knows it: no dates."""

    organisation: str = ""
    title: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """Something the app doesn't use, kept to come out again.

    `name` is a content line's left side with group and parameters, as it came (`item1.X-ABDATE;TYPE=pref`);
    `value` its raw right side, unfolded. A CSV column we don't use becomes `X-CSV-COLUMN;NAME="…"`.
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """One person of an address book. `line` is where it began in its file, counted from 1."""

    name: PersonName = PersonName()
    uid: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    urls: tuple[Labelled, ...] = ()
    messengers: tuple[Labelled, ...] = ()
    addresses: tuple[LabelledAddress, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    categories: tuple[str, ...] = ()
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    note: str = ""
    photo: Photo | None = None
    time_zone: str = ""
    language: str = ""
    extras: tuple[Extra, ...] = ()
    line: int = 0


def shown(card: Card) -> str:
    """The name on screen, or what stands in for it; empty where there is nothing to call them by."""
    known = (
        display(card.name),
        next((one.organisation for one in card.affiliations if one.organisation.strip()), ""),
        next((one.value for one in card.emails if one.value.strip()), ""),
        next((one.value for one in card.phones if one.value.strip()), ""),
    )
    return stand_in(*known) if any(known) else ""


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """One entry of our own notes CSV, every cell as text, already freed of the guard against formulas."""

    cells: dict[str, str] = field(hash=False)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that could not be read, with a sentence why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, read: people or notes (never both), and what could not be read of it."""

    format: str
    encoding: str
    cards: tuple[Card, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    skipped: tuple[Skipped, ...] = ()
