"""People as address books see them: read whole for merging and export, written many at a time or changed in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.matching import Identity, name_key
from relapp.domain.people import ContactPoint, Permission, PointKind, Position
from relapp.store import bulk, people, personal_file, tags
from relapp.store.connection import Database
from relapp.store.instants import text

_LISTS = {
    PointKind.EMAIL: "emails",
    PointKind.PHONE: "phones",
    PointKind.URL: "urls",
    PointKind.MESSENGER: "messengers",
}


def read(db: Database, person: int, *, past: bool = True) -> Card:
    """The person as a card. `past`: with the positions that ended (to merge with), or without (to hand out)."""
    file = personal_file.load(db, person)
    assert file is not None
    by_kind: dict[PointKind, list[ContactPoint]] = {kind: [] for kind in PointKind}
    for point in file.points:
        by_kind[point.kind].append(point)
    extras = db.rows("SELECT name, value FROM extra WHERE person_id = ? ORDER BY place", (person,))
    one = file.person
    return Card(
        name=one.name,
        uid=one.uid,
        **{field: tuple(map(_labelled, by_kind[kind])) for kind, field in _LISTS.items()},  # type: ignore[arg-type]
        addresses=tuple(map(_address, by_kind[PointKind.ADDRESS])),
        affiliations=tuple(
            Affiliation(place.organisation, place.title, place.department)
            for place in file.positions
            if past or not place.past
        ),
        categories=file.tags,
        birthday=one.birthday,
        anniversary=one.anniversary,
        note=one.note,
        photo=personal_file.photo(db, person) if file.has_photo else None,
        time_zone=one.time_zone,
        language=one.language,
        extras=tuple(Extra(name, value) for name, value in extras),
    )


def _labelled(point: ContactPoint) -> Labelled:
    return Labelled(point.value, point.label, point.permission is Permission.PREFERRED)


def _address(point: ContactPoint) -> LabelledAddress:
    assert point.address is not None
    return LabelledAddress(point.address, point.label, point.permission is Permission.PREFERRED)


def points_of(card: Card) -> Iterator[ContactPoint]:
    """The card's contact points, kind by kind, in the card's order."""
    for kind, field in _LISTS.items():
        for found in getattr(card, field):
            yield ContactPoint(kind, found.value, found.label, _permission(found.preferred))
    for place in card.addresses:
        yield ContactPoint(PointKind.ADDRESS, "", place.label, _permission(place.preferred), place.address)


def _permission(preferred: bool) -> Permission:
    return Permission.PREFERRED if preferred else Permission.ALLOWED


class Names:
    """Organisations and tags by name while many cards are written; missing ones are made."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._organisations = {
            name.casefold(): id_ for id_, name in db.rows("SELECT id, name FROM organisation ORDER BY id DESC")
        }
        self._tags = {name.casefold(): id_ for id_, name in db.rows("SELECT id, name FROM tag")}

    def organisation(self, name: str, now: int) -> int | None:
        wanted = name.strip()
        if not wanted:
            return None
        found = self._organisations.get(wanted.casefold())
        if found is None:
            row = (str(uuid4()), wanted, now)
            found = bulk.insert(self._db, "organisation", ("uid", "name", "created_at"), [row])[0]
            self._organisations[wanted.casefold()] = found
        return found

    def tag(self, name: str) -> int:
        found = self._tags.get(name.casefold())
        if found is None:
            found = bulk.insert(self._db, "tag", ("name",), [(name,)])[0]
            self._tags[name.casefold()] = found
        return found


_PERSON = (
    "uid", "full_name", "prefix", "given_name", "middle_name", "family_name", "suffix", "nickname", "spoken",
    "sort_name", "birthday", "anniversary", "note", "time_zone", "language", "created_at",
)  # fmt: skip
_POINT = ("person_id", "kind", "label", "value", "address", "permission", "match_key", "place")
_POSITION = ("person_id", "organisation_id", "title", "department", "place")


def insert(
    db: Database, cards: Sequence[Card], uids: Sequence[str], sources: Sequence[str], names: Names, now: int
) -> range:
    """New people from cards, with these own uids, and each with the uid it came by (may be the same, or empty).

    Returns their ids.
    """
    rows = [
        (uid, *people.name_columns(card.name).values(), text(card.birthday), text(card.anniversary), card.note,
         card.time_zone, card.language, now)
        for uid, card in zip(uids, cards, strict=True)
    ]  # fmt: skip
    ids = bulk.insert(db, "person", _PERSON, rows)
    told = list(zip(ids, cards, strict=True))
    bulk.insert(db, "contact_point", _POINT, [row for id_, card in told for row in _point_rows(id_, card)])
    positions = [
        (id_, names.organisation(one.organisation, now), one.title, one.department, place)
        for id_, card in told
        for place, one in enumerate(card.affiliations)
    ]
    bulk.insert(db, "position", _POSITION, positions)
    tags = [(id_, tag) for id_, card in told for tag in dict.fromkeys(map(names.tag, card.categories))]
    bulk.insert(db, "person_tag", ("person_id", "tag_id"), tags)
    extras = [(id_, one.name, one.value, at) for id_, card in told for at, one in enumerate(card.extras)]
    bulk.insert(db, "extra", ("person_id", "name", "value", "place"), extras)
    photos = [(id_, card.photo.media_type, card.photo.data) for id_, card in told if card.photo is not None]
    bulk.insert(db, "photo", ("person_id", "media_type", "data"), photos)
    came_by = zip(ids, uids, sources, strict=True)
    others = [(id_, source) for id_, uid, source in came_by if source and source != uid]
    bulk.insert(db, "person_source", ("person_id", "uid"), others)
    bulk.mark_stale(db, ids)
    return ids


def _point_rows(person: int, card: Card) -> Iterator[tuple[Any, ...]]:
    for place, point in people.placed(points_of(card)):
        values = people.point_columns(point, place)
        yield (person, *(values[name] for name in _POINT[1:]))


def update(db: Database, person: int, before: Card, after: Card, source: str, names: Names, now: int) -> None:
    """Makes the person what the merged card says. Lists keep their rows in order and only grow or are completed."""
    if before != after:
        people.update(
            db,
            (person,),
            **people.name_columns(after.name),
            birthday=text(after.birthday),
            anniversary=text(after.anniversary),
            note=after.note,
            time_zone=after.time_zone,
            language=after.language,
        )
        _update_points(db, person, before, after)
        if before.affiliations != after.affiliations:
            for one in after.affiliations:
                names.organisation(one.organisation, now)
            _update_positions(db, person, after.affiliations, now)
        if before.categories != after.categories:
            tags.set_ids(db, person, list(dict.fromkeys(map(names.tag, after.categories))))
        if before.photo != after.photo:
            people.set_photo(db, person, after.photo)
        if before.extras != after.extras:
            people.set_extras(db, person, [(one.name, one.value) for one in after.extras])
    if source and source != before.uid:
        people.add_source(db, person, source)


def _update_points(db: Database, person: int, before: Card, after: Card) -> None:
    fields = (*_LISTS.values(), "addresses")
    if all(getattr(before, field) == getattr(after, field) for field in fields):
        return
    kept: dict[PointKind, list[ContactPoint]] = {}
    for point in personal_file.points(db, person):
        kept.setdefault(point.kind, []).append(point)
    wanted: list[ContactPoint] = []
    for point in points_of(after):
        there = kept.get(point.kind, [])
        old = there.pop(0) if there else None
        wanted.append(point if old is None else _completed(old, point))
    people.set_points(db, person, wanted)


def _completed(old: ContactPoint, new: ContactPoint) -> ContactPoint:
    """The row that is there, with what the card says; a permission the user gave stays unless it is the default."""
    permission = new.permission if old.permission is Permission.ALLOWED else old.permission
    return replace(new, id=old.id, permission=permission)


def _update_positions(db: Database, person: int, wanted: Sequence[Affiliation], now: int) -> None:
    there = personal_file.positions(db, person)
    positions = [
        replace(there[at], organisation=one.organisation, title=one.title, department=one.department)
        if at < len(there)
        else Position(one.organisation, one.title, one.department)
        for at, one in enumerate(wanted)
    ]
    people.set_positions(db, person, positions, now)


def known_identities(db: Database) -> Iterator[tuple[int, Identity]]:
    """Everybody who is not in the trash, as they are compared with what comes in."""
    uids: dict[int, list[str]] = {}
    points: dict[int, tuple[list[str], list[str]]] = {}
    for person, uid in db.rows("SELECT person_id, uid FROM person_source"):
        uids.setdefault(person, []).append(uid)
    sql = "SELECT person_id, kind, match_key FROM contact_point WHERE kind IN ('email', 'phone') AND match_key <> ''"
    for person, kind, key in db.rows(sql):
        points.setdefault(person, ([], []))[kind == "phone"].append(key)
    nobody: tuple[list[str], list[str]] = ([], [])
    sql = "SELECT p.id, p.uid, r.shown FROM person AS p JOIN roster AS r ON r.person_id = p.id WHERE r.scope < 2"
    for person, uid, shown in db.rows(sql):
        emails, phones = points.get(person, nobody)
        yield (
            person,
            Identity(frozenset((uid, *uids.get(person, ()))), name_key(shown), frozenset(emails), frozenset(phones)),
        )


def uid_taken(db: Database, uid: str) -> bool:
    return db.one("SELECT 1 FROM person WHERE uid = ?", (uid,)) is not None
