"""The roster: one row a person with all that lists show and sort by, derived from the rest and never edited.

Triggers note who became stale (`dirty_person`); `refresh` makes those rows anew before the commit, and the rhythm's
with them. Entries in the future do not count, so rows also ripen with time (`ripen`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from relapp.domain import cadence, names
from relapp.domain.leave import Leave, changed_days
from relapp.domain.people import PersonName, Tier
from relapp.domain.words import tr
from relapp.store import due_days, leave_days, remembered, rhythms, search_index
from relapp.store.connection import Database
from relapp.store.local_days import LocalDays, local_days

ACTIVE, ARCHIVED, TRASHED = 0, 1, 2
"""Scopes of the roster. Deceased people stand with the archived."""


_ZONE = "derived.zone"
_RHYTHMS_FROM = "derived.rhythms_from"
BATCH = 500
"""People whose rhythm is made anew in one transaction."""
AT_ONCE = 2000
"""So many rhythms are made anew within the change that moves them; more wait for `catch_up`."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What derived rows depend on beside the file: the instant, my zone, each tier's default cadence in days, and
    whether an attempt counts as contact for the cadence.
    """

    now: datetime
    zone: tzinfo
    cadences: dict[Tier, int]
    attempts_count: bool = False

    @property
    def seconds(self) -> int:
        return int(self.now.timestamp())

    @property
    def days(self) -> LocalDays:
        return local_days(self.zone)


_SOURCE = """
SELECT p.id, p.full_name, p.prefix, p.given_name, p.middle_name, p.family_name, p.suffix, p.nickname, p.spoken,
  p.sort_name, p.tier, p.stage, p.cadence_days, p.cadence_since, p.archived OR p.deceased, p.trashed_at IS NOT NULL,
  (SELECT o.name FROM position AS x JOIN organisation AS o ON o.id = x.organisation_id
   WHERE x.person_id = p.id ORDER BY x.past, x.place LIMIT 1),
  (SELECT x.title FROM position AS x WHERE x.person_id = p.id ORDER BY x.past, x.place LIMIT 1),
  (SELECT x.past FROM position AS x WHERE x.person_id = p.id ORDER BY x.past, x.place LIMIT 1),
  (SELECT value FROM contact_point AS c WHERE c.person_id = p.id AND kind = 'email' ORDER BY place LIMIT 1),
  (SELECT value FROM contact_point AS c WHERE c.person_id = p.id AND kind = 'phone' ORDER BY place LIMIT 1),
  EXISTS (SELECT 1 FROM photo WHERE photo.person_id = p.id),
  (SELECT max(at) FROM entry_person AS e WHERE e.person_id = p.id AND at <= :now),
  (SELECT min(at) FROM entry_person AS e WHERE e.person_id = p.id AND at > :now)
FROM {stale} AS d JOIN person AS p ON p.id = d.person_id
"""
_SINCE = """
SELECT (SELECT at FROM entry_person INDEXED BY entry_person_timeline WHERE person_id = :person AND at <= :now
        AND effect = 'contact' ORDER BY at DESC LIMIT 1),
       (SELECT at FROM entry_person INDEXED BY entry_person_timeline WHERE person_id = :person AND at <= :now
        AND direction = 'in' ORDER BY at DESC LIMIT 1),
       (SELECT at FROM entry_person INDEXED BY entry_person_timeline WHERE person_id = :person AND at <= :now
        AND direction = 'out' ORDER BY at DESC LIMIT 1)
"""
_ATTEMPTS = """
SELECT count(*), max(at) FROM entry_person INDEXED BY entry_person_timeline
WHERE person_id = ? AND at > ? AND at <= ? AND effect = 'attempt'
"""
_WRITE = """
INSERT INTO roster (person_id, scope, sort_key, shown, subtitle, tier, stage, last_contact, last_inbound,
  last_outbound, attempts, last_at, next_at, cadence_days, due_on, has_photo)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (person_id) DO UPDATE SET scope = excluded.scope, sort_key = excluded.sort_key, shown = excluded.shown,
  subtitle = excluded.subtitle, tier = excluded.tier, stage = excluded.stage, last_contact = excluded.last_contact,
  last_inbound = excluded.last_inbound, last_outbound = excluded.last_outbound, attempts = excluded.attempts,
  last_at = excluded.last_at, next_at = excluded.next_at, cadence_days = excluded.cadence_days,
  due_on = excluded.due_on, has_photo = excluded.has_photo
"""


def refresh(db: Database, basis: Basis) -> frozenset[int]:
    """Makes the rows of all stale people anew and returns their ids. Call inside the transaction of the change."""
    leave, before = leave_days.read(db)
    moved = frozenset[int]() if before is None else _follow_leave(db, basis, before, leave)
    stale = frozenset(person for (person,) in db.rows("SELECT person_id FROM dirty_person"))
    if not stale:
        return moved
    sources = db.rows(_SOURCE.format(stale="dirty_person"), {"now": basis.seconds})
    rows = [_row(db, source, basis, leave) for source in sources]
    db.many(_WRITE, rows)
    gone = stale - {source[0] for source in sources}
    db.many("DELETE FROM roster WHERE person_id = ?", [(person,) for person in gone])
    people = ((row[0], row[1], row[5], row[7], row[10]) for row in rows)
    rhythms.refresh(db, people, basis.seconds, leave, basis.days)
    rhythms.delete(db, gone)
    search_index.refresh_people(db, stale)
    db.execute("DELETE FROM dirty_person")
    return stale | moved


def _follow_leave(db: Database, basis: Basis, before: Leave, leave: Leave) -> frozenset[int]:
    """My leave is another than the rows were made by: the days of those whom it touches move."""
    leave_days.remember(db)
    changed = changed_days(before, leave)
    if changed is None:
        return frozenset()
    first, last = changed
    due = due_days.after_leave(db, first, basis.seconds, basis.attempts_count, leave, basis.days)
    if rhythms.touched(db, first, last) > AT_ONCE:
        remembered.put(db, _RHYTHMS_FROM, 0)
        return frozenset(due)
    return frozenset(due | rhythms.after_leave(db, first, last, basis.seconds, leave, basis.days))


def count_attempts(db: Database, basis: Basis) -> frozenset[int]:
    """Whether attempts count has changed to what `basis` says; whose due day moved. Call inside a transaction."""
    leave = leave_days.read(db).now
    return frozenset(due_days.after_option(db, basis.seconds, basis.attempts_count, leave, basis.days))


def _row(db: Database, source: tuple[Any, ...], basis: Basis, leave: Leave) -> tuple[Any, ...]:
    person, *name_parts = source[:10]
    tier, stage, own, since, archived, trashed = source[10:16]
    organisation, title, past, email, phone, has_photo, last_at, next_at = source[16:]
    name = PersonName(*name_parts)
    shown = names.stand_in(name.full or names.display(name), organisation, email, phone)
    contact, inbound, outbound, attempts, attempt = None, None, None, 0, None
    if last_at is not None:
        asked = {"person": person, "now": basis.seconds}
        contact, inbound, outbound = db.one(_SINCE, asked)
        attempts, attempt = db.one(_ATTEMPTS, (person, -1 << 60 if contact is None else contact, basis.seconds))
    days = cadence.days_of(None if tier is None else Tier(tier), own, basis.cadences)
    due = due_days.due_on(contact, attempt if basis.attempts_count else None, since, days, leave, basis.days)
    subtitle = " · ".join(part for part in (organisation, tr("left") if past else title) if part)
    scope = TRASHED if trashed else ARCHIVED if archived else ACTIVE
    key = names.sort_key(name if name.full or name.family else PersonName(full=shown))
    return (
        person, scope, key, shown, subtitle, tier, stage, contact, inbound, outbound, attempts, last_at, next_at, days,
        due, has_photo,
    )  # fmt: skip


def mark_all_stale(db: Database, basis: Basis) -> None:
    """After the zone or the default cadences changed; they are made again by `basis`."""
    db.execute("INSERT INTO dirty_person (person_id) SELECT id FROM person WHERE true ON CONFLICT DO NOTHING")
    remembered.put(db, _ZONE, str(basis.zone))


_RIPE = """
SELECT person_id FROM roster WHERE next_at <= :now UNION ALL SELECT person_id FROM roster WHERE last_at > :now
"""
_RIPE_RHYTHMS = "SELECT person_id FROM rhythm WHERE ripens_on <= ? LIMIT ?"
_MARK = "INSERT INTO dirty_person (person_id) VALUES (?) ON CONFLICT DO NOTHING"


def ripen(db: Database, basis: Basis) -> frozenset[int]:
    """Lets planned entries count whose time has come (or no longer, when the clock went back). Else writes nothing.

    Where the machine is in another zone than last time, everybody's days are worked out again.
    """
    known = remembered.get(db, _ZONE)
    moved = known != str(basis.zone)
    ripe = db.rows(_RIPE, {"now": basis.seconds})
    if not ripe and not moved:
        return frozenset()
    with db.transaction():
        if known is None:
            remembered.put(db, _ZONE, str(basis.zone))
        elif moved:
            mark_all_stale(db, basis)
        db.many(_MARK, ripe)
        return refresh(db, basis)


def backlog(db: Database, basis: Basis) -> int:
    """How many people's rhythm waits: of a file that had none before, and where a contact was over three years ago."""
    ripe = int(db.value("SELECT count(*) FROM rhythm WHERE ripens_on <= ?", (_today(basis),)))
    start = remembered.get(db, _RHYTHMS_FROM)
    return ripe + (0 if start is None else int(db.value("SELECT count(*) FROM person WHERE id > ?", (start,))))


def catch_up(db: Database, basis: Basis, most: int = BATCH) -> frozenset[int]:
    """Makes one batch of them in a transaction of its own; returns whose they were, nobody's where none waits."""
    start = remembered.get(db, _RHYTHMS_FROM)
    found = _waiting(db, basis, start, most)
    if not found and start is None:
        return frozenset()
    with db.transaction():
        leave, before = leave_days.read(db)
        if before is not None:
            _follow_leave(db, basis, before, leave)
        db.many(_MARK, found)
        rhythms.refresh(db, db.rows(rhythms.PEOPLE), basis.seconds, leave, basis.days)
        db.execute("DELETE FROM dirty_person")
        if start is not None and len(found) == most:
            remembered.put(db, _RHYTHMS_FROM, found[-1][0])
        elif start is not None:
            db.execute("DELETE FROM remembered WHERE key = ?", (_RHYTHMS_FROM,))
    return frozenset(person for (person,) in found)


def _waiting(db: Database, basis: Basis, start: int | None, most: int) -> list[tuple[int]]:
    if start is not None:
        return db.rows("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?", (start, most))
    return db.rows(_RIPE_RHYTHMS, (_today(basis), most))


def _today(basis: Basis) -> str:
    return basis.now.astimezone(basis.zone).date().isoformat()
