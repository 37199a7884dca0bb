"""Reading one person whole: hot, so SQL on the cursor straight into the domain's dataclasses."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from relapp.domain import relations
from relapp.domain.boundaries.hours import Closure
from relapp.domain.facts import Fact, Section
from relapp.domain.file import PersonalFile, Related
from relapp.domain.people import (
    Address,
    Channel,
    ContactPoint,
    Permission,
    Person,
    PersonName,
    Photo,
    PointKind,
    Position,
    Stage,
    Tier,
)
from relapp.domain.timeline import Rhythm
from relapp.store.connection import Database
from relapp.store.instants import day, instant, partial

_PERSON = """
SELECT p.id, uid, full_name, prefix, given_name, middle_name, family_name, suffix, nickname, spoken, sort_name,
  birthday, anniversary, note, time_zone, language, p.tier, p.stage, p.cadence_days, cadence_since, hold_until,
  archived, deceased, trashed_at, r.shown, r.last_contact, r.last_inbound, r.last_outbound, r.attempts,
  r.cadence_days, r.due_on, r.has_photo, p.hours, p.stage_since
FROM person AS p JOIN roster AS r ON r.person_id = p.id WHERE p.id = ?
"""
_POINTS = """
SELECT kind, value, label, permission, address, id FROM contact_point WHERE person_id = ? ORDER BY kind, place, id
"""
_POSITIONS = """
SELECT coalesce(o.name, ''), x.title, x.department, x.since, x.until, x.key_player, x.past,
  coalesce(x.organisation_id, 0), x.id
FROM position AS x LEFT JOIN organisation AS o ON o.id = x.organisation_id
WHERE x.person_id = ? ORDER BY x.past, x.place, x.id
"""
_FACTS = """
SELECT id, person_id, section, label, text, day, ends, private, noted_at, review FROM fact
WHERE person_id = ? ORDER BY section, place, id
"""
_CLOSURES = "SELECT first, last, title, holiday, off, id FROM closure WHERE person_id = ? ORDER BY first, id"
_RELATIONS = """
SELECT x.kind, coalesce(r.shown, x.other_name), coalesce(x.other_id, 0), x.id, 0 FROM relation AS x
LEFT JOIN roster AS r ON r.person_id = x.other_id WHERE x.person_id = ?1
UNION ALL
SELECT x.kind, r.shown, x.person_id, x.id, 1 FROM relation AS x
JOIN roster AS r ON r.person_id = x.person_id WHERE x.other_id = ?1
ORDER BY 4
"""


def load(db: Database, person: int) -> PersonalFile | None:
    """The whole file of a person, or None. Trashed people are found too."""
    row = db.one(_PERSON, (person,))
    if row is None:
        return None
    return PersonalFile(
        person=_person(row),
        shown=row[24],
        points=points(db, person),
        positions=positions(db, person),
        permissions=permissions(db, person),
        tags=tags(db, person),
        relations=related(db, person),
        facts=facts(db, person),
        rhythm=Rhythm(instant(row[25]), instant(row[26]), instant(row[27]), row[28]),
        cadence_days=row[29],
        due_on=row[30],
        has_photo=bool(row[31]),
        closures=closures(db, person),
    )


def _person(row: Any) -> Person:
    full, prefix, given, middle, family, suffix, nickname, spoken, sort = row[2:11]
    return Person(
        id=row[0],
        uid=row[1],
        name=PersonName(full, prefix, given, middle, family, suffix, nickname, spoken, sort),
        birthday=partial(row[11]),
        anniversary=partial(row[12]),
        note=row[13],
        time_zone=row[14],
        language=row[15],
        tier=None if row[16] is None else Tier(row[16]),
        stage=None if row[17] is None else Stage(row[17]),
        cadence_days=row[18],
        cadence_since=day(row[19]),
        hold_until=day(row[20]),
        archived=bool(row[21]),
        deceased=bool(row[22]),
        trashed=instant(row[23]),
        hours=row[32],
        stage_since=day(row[33]),
    )


def closures(db: Database, person: int) -> tuple[Closure, ...]:
    return tuple(
        Closure(date.fromisoformat(first), date.fromisoformat(last), title, bool(holiday), bool(off), id_)
        for first, last, title, holiday, off, id_ in db.rows(_CLOSURES, (person,))
    )


def points(db: Database, person: int) -> tuple[ContactPoint, ...]:
    return tuple(
        ContactPoint(PointKind(kind), value, label, Permission(permission), _address(address), id_)
        for kind, value, label, permission, address, id_ in db.rows(_POINTS, (person,))
    )


def _address(stored: str | None) -> Address | None:
    return None if stored is None else Address(**json.loads(stored))


def positions(db: Database, person: int) -> tuple[Position, ...]:
    return tuple(
        Position(name, title, department, partial(since), partial(until), bool(key), bool(past), organisation, id_)
        for name, title, department, since, until, key, past, organisation, id_ in db.rows(_POSITIONS, (person,))
    )


def permissions(db: Database, person: int) -> dict[Channel, Permission]:
    sql = "SELECT channel, permission FROM channel_permission WHERE person_id = ?"
    return {Channel(channel): Permission(permission) for channel, permission in db.rows(sql, (person,))}


def tags(db: Database, person: int) -> tuple[str, ...]:
    sql = "SELECT name FROM person_tag AS x JOIN tag ON tag.id = x.tag_id WHERE x.person_id = ? ORDER BY name"
    return tuple(name for (name,) in db.rows(sql, (person,)))


def related(db: Database, person: int) -> tuple[Related, ...]:
    return tuple(
        Related(relations.inverse(kind) if inverse else kind, name, other, id_, bool(inverse))
        for kind, name, other, id_, inverse in db.rows(_RELATIONS, (person,))
    )


def facts(db: Database, person: int) -> tuple[Fact, ...]:
    return tuple(map(_fact, db.rows(_FACTS, (person,))))


def _fact(row: Any) -> Fact:
    id_, owner, section, label, words, on, ends, private, noted, review = row
    section = Section(section)
    days = (partial(on), partial(ends))
    return Fact(id_, owner, section, label, words, *days, bool(private), instant(noted), day(review))


def photo(db: Database, person: int) -> Photo | None:
    row = db.one("SELECT media_type, data FROM photo WHERE person_id = ?", (person,))
    return None if row is None else Photo(row[0], bytes(row[1]))
