"""People as the rest of the app knows them. No storage and no clock: whoever asks brings the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relapp.domain.dates import PartialDate
from relapp.domain.person_names import PersonName as PersonName
from relapp.domain.tiers import Stage as Stage
from relapp.domain.tiers import Tier as Tier


class Channel(StrEnum):
    """A way to be in touch; also a kind of entry."""

    CALL = "call"
    VIDEO = "video"
    EMAIL = "email"
    MESSAGE = "message"
    MEETING = "meeting"
    LUNCH = "lunch"
    VISIT = "visit"
    LETTER = "letter"
    GIFT = "gift"
    SOCIAL = "social"


class Permission(StrEnum):
    """What a person lets me use. Ordered from the most to the least welcome."""

    PREFERRED = "preferred"
    ALLOWED = "allowed"
    URGENT_ONLY = "urgent_only"
    NOT_ALLOWED = "not_allowed"

    def stricter(self, other: Permission) -> Permission:
        """The one that allows less: an address inherits its channel's permission, and the stricter wins."""
        order = tuple(Permission)
        return max(self, other, key=order.index)


class PointKind(StrEnum):
    """What kind of address a contact point is."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    URL = "url"
    MESSENGER = "messenger"


CHANNELS_OF_POINT: dict[PointKind, tuple[Channel, ...]] = {
    PointKind.EMAIL: (Channel.EMAIL,),
    PointKind.PHONE: (Channel.CALL,),
    PointKind.ADDRESS: (Channel.LETTER,),
    PointKind.URL: (),
    PointKind.MESSENGER: (Channel.MESSAGE,),
}


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in the parts of RFC 6350's ADR."""

    pobox: str = ""
    extended: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""

    def one_line(self) -> str:
        town = " ".join(part for part in (self.postcode, self.city) if part)
        parts = (self.pobox, self.extended, self.street, town, self.region, self.country)
        return ", ".join(" ".join(part.split("\n")) for part in parts if part)


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One labelled e-mail, phone, address, link or messenger; `address` is set for postal ones, else `value`."""

    kind: PointKind
    value: str = ""
    label: str = ""
    permission: Permission = Permission.ALLOWED
    address: Address | None = None
    id: int = 0

    def shown(self) -> str:
        return self.address.one_line() if self.address is not None else self.value


@dataclass(frozen=True, slots=True)
class Position:
    """A person at an organisation. `until` None with `past` False means still there."""

    organisation: str
    title: str = ""
    department: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    key_player: bool = False
    past: bool = False
    organisation_id: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it came: bytes and media type (`image/jpeg`, `image/png`, `image/gif`, `image/webp`)."""

    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Person:
    """What is stored of a person itself. Days are local dates; `created` and `archived` are UTC instants."""

    id: int
    uid: str
    name: PersonName
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    note: str = ""
    time_zone: str = ""
    language: str = ""
    tier: Tier | None = None
    stage: Stage | None = None
    cadence_days: int | None = None  # own cadence; None follows the tier
    cadence_since: date | None = None
    hold_until: date | None = None
    archived: bool = False
    deceased: bool = False
    trashed: datetime | None = None
    hours: str = ""  # their week as `boundaries.week_text` has it; empty is not known
    stage_since: date | None = None  # since when they are in this stage, where it is known
