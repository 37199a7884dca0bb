"""Writing people and what hangs on them. Every function expects to be inside a transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from relapp.domain.boundaries.hours import Closure
from relapp.domain.matching import phone_key
from relapp.domain.names import fold
from relapp.domain.people import Channel, ContactPoint, Permission, PersonName, Photo, PointKind, Position, Stage
from relapp.store import organisations
from relapp.store.connection import Database
from relapp.store.instants import text
from relapp.store.tables import (
    ChannelPermissionRow,
    ClosureRow,
    ContactPointRow,
    ExtraRow,
    PersonRow,
    PersonSourceRow,
    PhotoRow,
    PositionRow,
)


def name_columns(name: PersonName) -> dict[str, str]:
    """The columns of a name."""
    return {
        "full_name": name.full,
        "prefix": name.prefix,
        "given_name": name.given,
        "middle_name": name.middle,
        "family_name": name.family,
        "suffix": name.suffix,
        "nickname": name.nickname,
        "spoken": name.spoken,
        "sort_name": name.sort,
    }


def insert(db: Database, uid: str, name: PersonName, now: int, **columns: Any) -> int:
    """A new person; returns the id."""
    values = {"uid": uid, "created_at": now, **name_columns(name), **columns}
    return int(PersonRow.insert(values).execute(db.orm))


def update(db: Database, people: Iterable[int], **columns: Any) -> None:
    """The same columns for all of these people."""
    PersonRow.update(columns).where(PersonRow.id.in_(list(people))).execute(db.orm)


def set_stage(db: Database, people: Iterable[int], stage: Stage | None, today: date) -> None:
    """Moves people to a stage from a local day on; those who are in it already stay as they are."""
    row = PersonRow
    elsewhere = row.stage.is_null(False) if stage is None else row.stage.is_null() | (row.stage != str(stage))
    since = None if stage is None else today.isoformat()
    row.update(stage=text(stage), stage_since=since).where(row.id.in_(list(people)) & elsewhere).execute(db.orm)


def match_key(point: ContactPoint) -> str:
    """What an e-mail or phone is compared by; empty for the others."""
    if point.kind is PointKind.EMAIL:
        return fold(point.value)
    if point.kind is PointKind.PHONE:
        return phone_key(point.value)
    return ""


def placed(points: Iterable[ContactPoint]) -> Iterator[tuple[int, ContactPoint]]:
    """Each point with its place among those of its kind."""
    seen = Counter[PointKind]()
    for point in points:
        yield seen[point.kind], point
        seen[point.kind] += 1


def point_columns(point: ContactPoint, place: int) -> dict[str, Any]:
    """The columns of a contact point at its place among those of its kind."""
    return {
        "kind": str(point.kind),
        "label": point.label,
        "value": point.value,
        "address": None if point.address is None else json.dumps(asdict(point.address), ensure_ascii=False),
        "permission": str(point.permission),
        "match_key": match_key(point),
        "place": place,
    }


def set_points(db: Database, person: int, points: Sequence[ContactPoint]) -> None:
    """Makes these the person's contact points, in this order; those with an id are kept, the others are new."""
    _drop_others(db, ContactPointRow, person, [point.id for point in points])
    for place, point in placed(points):
        values = point_columns(point, place)
        if point.id:
            ContactPointRow.update(values).where(ContactPointRow.id == point.id).execute(db.orm)
        else:
            ContactPointRow.insert({"person": person, **values}).execute(db.orm)


def set_positions(db: Database, person: int, positions: Sequence[Position], now: int) -> None:
    """Makes these the person's positions; organisations are found by name or made."""
    _drop_others(db, PositionRow, person, [position.id for position in positions])
    for place, position in enumerate(positions):
        values = {
            "organisation": organisations.find_or_insert(db, position.organisation, now),
            "title": position.title,
            "department": position.department,
            "since": text(position.since),
            "until": text(position.until),
            "past": int(position.past),
            "key_player": int(position.key_player),
            "place": place,
        }
        if position.id:
            PositionRow.update(values).where(PositionRow.id == position.id).execute(db.orm)
        else:
            PositionRow.insert({"person": person, **values}).execute(db.orm)


def _drop_others(db: Database, table: type[Any], person: int, kept: Sequence[int]) -> None:
    table.delete().where((table.person == person) & table.id.not_in([id_ for id_ in kept if id_])).execute(db.orm)


def set_permissions(db: Database, person: int, permissions: Mapping[Channel, Permission]) -> None:
    """Makes these the person's channel permissions; `allowed` is the default and is not stored."""
    told = {channel: given for channel, given in permissions.items() if given is not Permission.ALLOWED}
    row = ChannelPermissionRow
    row.delete().where((row.person == person) & row.channel.not_in([str(one) for one in told])).execute(db.orm)
    for channel, given in told.items():
        there = (row.person == person) & (row.channel == str(channel))
        if not row.update(permission=str(given)).where(there).execute(db.orm):
            row.insert(person=person, channel=str(channel), permission=str(given)).execute(db.orm)


def set_closures(db: Database, person: int, closures: Sequence[Closure]) -> None:
    """Makes these the days on which the person is away: those with an `id` are kept and changed, missing ones go."""
    row = ClosureRow
    kept = [one.id for one in closures if one.id]
    row.delete().where((row.person == person) & row.id.not_in(kept)).execute(db.orm)
    for one in closures:
        said = {"first": one.first.isoformat(), "last": one.last.isoformat(), "title": one.title}
        if one.id:
            row.update(said).where((row.person == person) & (row.id == one.id)).execute(db.orm)
        else:
            row.insert(person=person, **said).execute(db.orm)


def set_photo(db: Database, person: int, photo: Photo | None) -> None:
    """The person's picture, or none."""
    PhotoRow.delete().where(PhotoRow.person == person).execute(db.orm)
    if photo is not None:
        PhotoRow.insert(person=person, media_type=photo.media_type, data=photo.data).execute(db.orm)


def add_source(db: Database, person: int, uid: str) -> None:
    """Another address book knows this person by `uid`."""
    found = db.one("SELECT 1 FROM person_source WHERE person_id = ? AND uid = ?", (person, uid))
    if found is None:
        PersonSourceRow.insert(person=person, uid=uid).execute(db.orm)


def set_extras(db: Database, person: int, extras: Sequence[tuple[str, str]]) -> None:
    """What came with an address book and is kept as it is."""
    ExtraRow.delete().where(ExtraRow.person == person).execute(db.orm)
    for place, (name, value) in enumerate(extras):
        ExtraRow.insert(person=person, name=name, value=value, place=place).execute(db.orm)


HANGING = (
    "person_source", "photo", "contact_point", "channel_permission", "position", "person_tag", "relation", "fact",
    "entry_person", "extra", "follow_up", "occasion", "closure", "sale", "satisfaction", "idea", "recommended",
    "referral", "standing", "win_back", "suggestion",
)  # fmt: skip
"""Tables whose rows belong to one person."""


def delete(db: Database, person: int) -> None:
    """Takes a person out of the file for good, with all that hangs on them; entries left with nobody go too."""
    entries = db.rows("SELECT entry_id FROM entry_person WHERE person_id = ?", (person,))
    for table in HANGING:
        db.execute(f"DELETE FROM {table} WHERE person_id = ?", (person,))
    db.execute("DELETE FROM relation WHERE other_id = ?", (person,))
    db.execute("UPDATE referral SET referred_id = NULL WHERE referred_id = ?", (person,))
    db.many(
        "DELETE FROM entry WHERE id = ? AND NOT EXISTS (SELECT 1 FROM entry_person WHERE entry_id = entry.id)", entries
    )
    db.execute("DELETE FROM person WHERE id = ?", (person,))
