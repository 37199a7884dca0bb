"""Who is in the sample: reads the files of people and organisations. What happens with them is told elsewhere."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from relapp.domain.dates import PartialDate
from relapp.domain.facts import Section
from relapp.domain.people import (
    Address,
    Channel,
    ContactPoint,
    Permission,
    PersonName,
    PointKind,
    Position,
    Stage,
    Tier,
)
from relapp.domain.sample.moments import Moments
from relapp.domain.sample.shapes import SampleFact, SampleOrganisation, SamplePerson, SampleRelation

PEOPLE_FILES = tuple(f"people-{part}.toml" for part in ("core", "north", "south", "world", "network"))
ORGANISATIONS_FILE = "organisations.toml"

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the notes about an organisation speak of: its projects in order, people without a file, places."""

    organisation: SampleOrganisation
    city: str
    site: str
    table: str
    projects: tuple[str, ...]
    crew: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A person with their part: how they are called, where they belong and in what rhythm we speak.

    `silent` days since the last contact (None: not told), `every` so many days, since `start` days ago;
    `attempts` unanswered since; `never` contacted at all; `phase` of the work when it is always the same.
    """

    person: SamplePerson
    called: str
    scene: Scene | None
    silent: int | None
    every: int | None
    start: int
    attempts: int
    never: bool
    phase: str


def scenes(read: Callable[[str], str]) -> dict[str, Scene]:
    """The organisations by key, in the order of their file."""
    tables: dict[str, Table] = tomllib.loads(read(ORGANISATIONS_FILE))
    return {key: _scene(key, table) for key, table in tables.items()}


def roles(moments: Moments, places: dict[str, Scene], read: Callable[[str], str]) -> dict[str, Role]:
    """The people by key, in the order of their files."""
    cast: dict[str, Role] = {}
    for file in PEOPLE_FILES:
        tables: dict[str, Table] = tomllib.loads(read(file))
        for key, table in tables.items():
            if key in cast:
                raise ValueError(f"{key} is in the sample twice")
            cast[key] = _role(key, table, moments, places)
    return cast


def _scene(key: str, table: Table) -> Scene:
    organisation = SampleOrganisation(
        key=key,
        name=table["name"],
        url=table.get("url", ""),
        stage=Stage(table["stage"]) if "stage" in table else None,
        note=table.get("note", ""),
    )
    return Scene(
        organisation=organisation,
        city=table["city"],
        site=table["site"],
        table=table.get("table", ""),
        projects=tuple(table.get("projects", ())),
        crew=tuple(table.get("crew", ())),
    )


def _role(key: str, table: Table, moments: Moments, places: dict[str, Scene]) -> Role:
    person = _person(key, table, moments, places)
    positions = table.get("positions", [])
    current = [line for line in positions if "until" not in line and not line.get("past")]
    home = (current or positions or [{}])[0].get("at")
    return Role(
        person=person,
        called=table.get("called", person.name.nickname or person.name.given),
        scene=places[home] if home is not None else None,
        silent=table.get("silent"),
        every=table.get("every"),
        start=table.get("start", _STARTS.get(person.stage, 1095)),
        attempts=table.get("attempts", 0),
        never=table.get("never", False),
        phase=table.get("phase", ""),
    )


_STARTS: dict[Stage | None, int] = {Stage.NEW: 60, Stage.PROSPECT: 260}


def _person(key: str, table: Table, moments: Moments, places: dict[str, Scene]) -> SamplePerson:
    rng = random.Random(f"file of {key}")
    hold = table.get("hold")
    since, stage_since = table.get("cadence_since"), table.get("stage_since")
    return SamplePerson(
        key=key,
        name=_name(table),
        points=tuple(_point(line) for line in table.get("points", ())),
        positions=tuple(_position(line, moments, places) for line in table.get("positions", ())),
        tier=Tier(table["tier"]) if "tier" in table else None,
        stage=Stage(table["stage"]) if "stage" in table else None,
        stage_since=moments.day(stage_since) if stage_since else None,
        cadence_days=table.get("cadence"),
        cadence_since=moments.day(since) if since else None,
        birthday=_optional_day(moments, table.get("birthday")),
        anniversary=_optional_day(moments, table.get("anniversary")),
        time_zone=table.get("zone", ""),
        hours=table.get("hours", ""),
        language=table.get("language", ""),
        tags=tuple(table.get("tags", ())),
        permissions={Channel(name): Permission(said) for name, said in table.get("permissions", {}).items()},
        hold_until=moments.day(hold) if hold else None,
        archived=table.get("archived", False),
        deceased=table.get("deceased", False),
        note=moments.fill(table.get("note", "")),
        facts=tuple(_fact(line, moments, rng) for line in table.get("facts", ())),
        relations=tuple(_relation(line) for line in table.get("relations", ())),
    )


def _name(table: Table) -> PersonName:
    """The parts; without them, the last word is the family name and the rest the given one."""
    full = table["name"]
    given, _, family = full.rpartition(" ")
    return PersonName(
        full=full,
        prefix=table.get("prefix", ""),
        given=table.get("given", given),
        middle=table.get("middle", ""),
        family=table.get("family", family),
        suffix=table.get("suffix", ""),
        nickname=table.get("nickname", ""),
        spoken=table.get("spoken", ""),
        sort=table.get("sort", ""),
    )


def _point(line: str) -> ContactPoint:
    """`phone mobile +47 22 12 34 56 | urgent_only`; an address is `street; postcode; city; country`."""
    said, _, permission = line.partition(" | ")
    kind, label, value = said.split(" ", 2)
    allowed = Permission(permission) if permission else Permission.ALLOWED
    if kind != PointKind.ADDRESS:
        return ContactPoint(PointKind(kind), value, label, allowed)
    street, postcode, city, country = (part.strip() for part in value.split(";"))
    address = Address(street=street, postcode=postcode, city=city, country=country)
    return ContactPoint(PointKind.ADDRESS, "", label, allowed, address)


def _position(line: Table, moments: Moments, places: dict[str, Scene]) -> Position:
    return Position(
        organisation=places[line["at"]].organisation.name,
        title=line.get("title", ""),
        department=line.get("department", ""),
        since=_optional_day(moments, line.get("since")),
        until=_optional_day(moments, line.get("until")),
        key_player=line.get("key", False),
        past="until" in line or line.get("past", False),
    )


def _fact(line: str, moments: Moments, rng: random.Random) -> SampleFact:
    """`section | label | text`, then a day or `first..last`, `noted-12` (days ago), `review DAY`, `private`."""
    section, label, text, *more = (part.strip() for part in line.split("|"))
    noted = 15 + int(rng.random() * 500)
    day = ends = review = None
    private = False
    for part in more:
        if part == "private":
            private = True
        elif part.startswith("review "):
            review = moments.day(part.removeprefix("review "))
        elif part.startswith("noted-"):
            noted = int(part.removeprefix("noted-"))
        else:
            first, _, last = part.partition("..")
            day, ends = moments.some_day(first), _optional_day(moments, last)
    minute = 9 * 60 + int(rng.random() * 480)
    at = moments.instant(moments.today - timedelta(days=noted), minute)
    return SampleFact(Section(section), label, moments.fill(text), min(at, moments.now), day, ends, private, review)


def _relation(line: str) -> SampleRelation:
    """`partner silje` for somebody with a file, `assistant = Ragnhild Moe` for somebody without."""
    kind, _, other = line.partition(" ")
    if other.startswith("= "):
        return SampleRelation(kind, name=other.removeprefix("= "))
    return SampleRelation(kind, other)


def _optional_day(moments: Moments, told: str | None) -> PartialDate | None:
    return moments.some_day(told) if told else None
