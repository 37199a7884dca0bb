"""What the edit dialog hands back: a person, or an organisation, as the user wants it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from relapp.domain.boundaries.hours import Closure
from relapp.domain.dates import PartialDate
from relapp.domain.file import PersonalFile, Related
from relapp.domain.people import Channel, ContactPoint, Permission, PersonName, Photo, Position, Stage, Tier


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Everything the dialog edits. Rows with an `id` are kept and changed, rows without are new, missing ones go."""

    name: PersonName
    points: tuple[ContactPoint, ...] = ()
    positions: tuple[Position, ...] = ()
    permissions: dict[Channel, Permission] = field(default_factory=dict, hash=False)
    tags: tuple[str, ...] = ()
    relations: tuple[Related, ...] = ()
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    note: str = ""
    time_zone: str = ""
    language: str = ""
    tier: Tier | None = None
    stage: Stage | None = None
    cadence_days: int | None = None
    hold_until: date | None = None
    archived: bool = False
    deceased: bool = False
    hours: str = ""
    closures: tuple[Closure, ...] = ()

    @classmethod
    def of(cls, file: PersonalFile) -> PersonDraft:
        """The draft that changes nothing."""
        person = file.person
        return cls(
            person.name,
            file.points,
            file.positions,
            file.permissions,
            file.tags,
            file.relations,
            person.birthday,
            person.anniversary,
            person.note,
            person.time_zone,
            person.language,
            person.tier,
            person.stage,
            person.cadence_days,
            person.hold_until,
            person.archived,
            person.deceased,
            person.hours,
            file.closures,
        )


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """Another picture in the place of the one there is; None takes it away."""

    photo: Photo | None
