"""What the sample portfolio is made of. Things name each other by key; whoever stores them turns keys into ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from relapp.domain.boundaries.hours import Closure, Opening
from relapp.domain.business import Idea, Recommendation, Referral, Sale, Satisfaction, StandingMark, WinBack
from relapp.domain.dates import PartialDate
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.facts import Section
from relapp.domain.follow_ups import State
from relapp.domain.occasions import OccasionKind
from relapp.domain.people import Channel, ContactPoint, Permission, PersonName, Position, Stage, Tier


@dataclass(frozen=True, slots=True)
class SampleMe:
    """The invented owner of the portfolio; `zone` is an IANA name, `hours` a week as text, `urgent` what is so.

    `holidays` are the country and region whose public holidays are kept.
    """

    name: str
    signature: str
    zone: str
    hours: str = ""
    urgent: str = ""
    holidays: tuple[str, str] = ("DE", "BE")


@dataclass(frozen=True, slots=True)
class SampleOrganisation:
    """An invented organisation; its name is as unique as its key. `stage` None: not a client."""

    key: str
    name: str
    url: str = ""
    stage: Stage | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SampleFact:
    """One line of a personal file, in the order it is shown; `noted` is a UTC instant in the past.

    `review` is the day on which it is to be looked at again.
    """

    section: Section
    label: str
    text: str
    noted: datetime
    day: PartialDate | None = None
    ends: PartialDate | None = None
    private: bool = False
    review: date | None = None


@dataclass(frozen=True, slots=True)
class SampleRelation:
    """`kind` says what the other is to this person ("partner", "assistant", "introduced_by").

    `other` is a key; when it is empty, `name` is somebody without a file of their own.
    """

    kind: str
    other: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """An invented person. A position's `organisation` is the organisation's name; days are local dates."""

    key: str
    name: PersonName
    points: tuple[ContactPoint, ...] = ()
    positions: tuple[Position, ...] = ()
    tier: Tier | None = None
    stage: Stage | None = None
    stage_since: date | None = None
    cadence_days: int | None = None
    cadence_since: date | None = None
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    time_zone: str = ""
    hours: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    permissions: dict[Channel, Permission] = field(default_factory=dict, hash=False)
    hold_until: date | None = None
    archived: bool = False
    deceased: bool = False
    note: str = ""
    facts: tuple[SampleFact, ...] = ()
    relations: tuple[SampleRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """One thing on the timeline. `at` is UTC; `people` are keys, at least one; after `now` it is planned."""

    kind: str
    at: datetime
    people: tuple[str, ...]
    text: str = ""
    direction: Direction = Direction.OUT
    outcome: Outcome | None = None
    minutes: int | None = None
    counts: bool | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class SampleFollowUp:
    """Something to do about the person with that key. `due` is a UTC instant, or a date when it is all-day."""

    person: str
    what: str
    due: datetime | date
    set_at: datetime
    fixed: bool = False
    urgent: bool = False
    channel: Channel | None = None
    repeat: str = ""
    note: str = ""
    state: State = State.OPEN
    snoozed_to: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SampleOccasion:
    """A renewal with its `day`, or how the birthday or anniversary of a person is announced."""

    person: str
    kind: OccasionKind
    title: str = ""
    day: PartialDate | None = None
    lead_days: int = 0
    popup: bool | None = None


@dataclass(frozen=True, slots=True)
class SamplePlans:
    """What is to be done, what comes round, and when the desk is closed or open beside its week."""

    follow_ups: tuple[SampleFollowUp, ...] = ()
    occasions: tuple[SampleOccasion, ...] = ()
    closures: tuple[Closure, ...] = ()
    openings: tuple[Opening, ...] = ()


Noun = Sale | Satisfaction | Idea | Referral | StandingMark | WinBack


class Told(NamedTuple):
    """What is told of the person with that key; the record's own person is 0. `other` is whom a referral is about."""

    person: str
    record: Noun
    other: str = ""


class SampleGiven(NamedTuple):
    """The recommendation with that title was made to the person with that key."""

    title: str
    person: str
    day: date


@dataclass(frozen=True, slots=True)
class SampleAct:
    """An act of a past session, as its log keeps it: `person` is empty for my own, `at` UTC, `rest` days."""

    person: str
    rule: str
    title: str
    why: str
    day: date
    at: datetime
    minutes: int
    rest: int


@dataclass(frozen=True, slots=True)
class SampleBusiness:
    """What nurturing goes by, and the weekly sessions of the past."""

    told: tuple[Told, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    given: tuple[SampleGiven, ...] = ()
    acts: tuple[SampleAct, ...] = ()


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything; entries oldest first."""

    me: SampleMe
    organisations: tuple[SampleOrganisation, ...]
    people: tuple[SamplePerson, ...]
    entries: tuple[SampleEntry, ...]
    plans: SamplePlans = SamplePlans()
    business: SampleBusiness = SampleBusiness()
