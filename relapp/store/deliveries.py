"""The log of what was delivered: intended, shown, confirmed. Written durably, never journalled, never undone.

A reminder's moment is delivered once: `intend` takes what nobody has delivered and nobody is just about to deliver.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from relapp.domain.reminders import Logged, Planned
from relapp.store import next_delivery
from relapp.store.connection import Database
from relapp.store.derived import Basis
from relapp.store.follow_ups import anchor_of
from relapp.store.instants import instant, seconds

LEASE = 6
"""Seconds in which what somebody intends is theirs: showing takes two. After that they are taken for dead."""

Moment = tuple[str, str]
"""Key of a reminder, and which moment of it."""

_COLUMNS = """
SELECT reminder, moment, person_id, due, intended_at, shown_at, confirmed_at, late, times, reason FROM delivery
"""
_INTEND = """
INSERT INTO delivery (reminder, moment, person_id, due, intended_at, back_end, held, late, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (reminder, moment) DO UPDATE SET intended_at = excluded.intended_at, back_end = excluded.back_end,
  held = excluded.held, late = excluded.late, reason = excluded.reason, dismissed_at = NULL
"""


class Intended(NamedTuple):
    """What may be shown now. `again`: it was shown before, and nobody knows whether it was seen."""

    planned: Planned
    again: bool


def intend(
    db: Database,
    planned: Sequence[Planned],
    now: datetime,
    back_end: str,
    mine: Iterable[Moment],
    *,
    showing: bool = False,
) -> list[Intended]:
    """Notes what is about to be shown and returns it without what was confirmed, or is in another process's hands.

    `mine` are moments that this process itself has intended and may try again. `showing`: a back end gets them next;
    one wait for the disk is spared by noting that as well.
    """
    at, own = seconds(now), set(mine)
    taken = []
    with db.transaction():
        for one in planned:
            moment = (one.reminder.key, one.reminder.moment)
            known = db.one(
                "SELECT intended_at, confirmed_at, times FROM delivery WHERE reminder = ? AND moment = ?", moment
            )
            if known is not None:
                intended_at, confirmed_at, times = known
                if confirmed_at is not None or (moment not in own and abs(at - intended_at) < LEASE):
                    continue
            else:
                times = 0
            due = one.reminder.due.isoformat()
            row = (*moment, one.reminder.person, due, at, back_end, one.held, one.late, one.reason)
            db.execute(_INTEND, row)
            taken.append(Intended(one, times > 0))
        if showing:
            _note_shown(db, [(one.planned.reminder.key, one.planned.reminder.moment) for one in taken], at)
    return taken


def shown(db: Database, moments: Iterable[Moment], now: datetime) -> None:
    """A back end has them; whether anybody sees them is not known yet."""
    with db.transaction():
        _note_shown(db, moments, seconds(now))


def shown_soon_on_disk(db: Database, moments: Iterable[Moment], now: datetime) -> None:
    """The same without a wait for the disk: it outlives this process at once, and a power cut a moment later.

    What was intended durably comes again after a power cut, then without the words that it may have been seen.
    """
    with db.quick_transaction():
        _note_shown(db, moments, seconds(now))


def take_back(db: Database, moments: Iterable[Moment]) -> set[Moment]:
    """What was intended and never given to a back end is as if it had not been intended. Returns which these are."""
    gone = set()
    with db.transaction():
        for moment in moments:
            found = db.one(
                "DELETE FROM delivery WHERE reminder = ? AND moment = ? AND shown_at IS NULL AND confirmed_at IS NULL "
                "AND times = 0 RETURNING id",
                moment,
            )
            if found is not None:
                gone.add(moment)
    return gone


def _note_shown(db: Database, moments: Iterable[Moment], at: int) -> None:
    db.many(
        "UPDATE delivery SET shown_at = ?, times = times + 1 WHERE reminder = ? AND moment = ?",
        [(at, *moment) for moment in moments],
    )


def fail(db: Database, moments: Iterable[Moment]) -> None:
    """The back end did not take them: they were not shown."""
    with db.transaction():
        db.many(
            "UPDATE delivery SET shown_at = NULL, times = max(0, times - (shown_at IS NOT NULL)) "
            "WHERE reminder = ? AND moment = ? AND confirmed_at IS NULL",
            list(moments),
        )


def confirm(db: Database, moments: Sequence[Moment], basis: Basis, back_end: str) -> None:
    """They are delivered and never come again; the stored next deliveries follow."""
    with db.transaction():
        db.many(
            "UPDATE delivery SET confirmed_at = ?, back_end = ? "
            "WHERE reminder = ? AND moment = ? AND confirmed_at IS NULL",
            [(basis.seconds, back_end, *moment) for moment in moments],
        )
        next_delivery.mark(db, [key for key, _ in moments])
        next_delivery.refresh(db, basis)


def dismiss(db: Database, key: str, now: datetime) -> None:
    """The latest delivery of this reminder was put away."""
    with db.transaction():
        db.execute(
            "UPDATE delivery SET dismissed_at = ? WHERE id = (SELECT max(id) FROM delivery WHERE reminder = ?)",
            (seconds(now), key),
        )


def unconfirmed(db: Database) -> list[Logged]:
    """What was intended, and perhaps shown, by somebody who did not live to confirm it."""
    return [_record(row) for row in db.rows(f"{_COLUMNS} WHERE confirmed_at IS NULL ORDER BY id")]


def latest_moment(db: Database, key: str) -> str | None:
    """The moment of this reminder that was last to be shown and is not confirmed."""
    found: str | None = db.value(
        "SELECT moment FROM delivery WHERE reminder = ? AND confirmed_at IS NULL ORDER BY intended_at DESC, id DESC",
        (key,),
    )
    return found


def confirmed(db: Database, keys: Sequence[str]) -> set[Moment]:
    """Those moments of these reminders that were delivered."""
    found: set[Moment] = set()
    for start in range(0, len(keys), 500):
        some = keys[start : start + 500]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT reminder, moment FROM delivery WHERE confirmed_at IS NOT NULL AND reminder IN ({marks})"
        found.update((key, moment) for key, moment in db.rows(sql, tuple(some)))
    return found


def held_since(db: Database, since: datetime) -> list[datetime]:
    """When held-back reminders were delivered, from that instant on."""
    sql = "SELECT confirmed_at FROM delivery WHERE confirmed_at >= ? AND held = 1"
    return [at for (stored,) in db.rows(sql, (seconds(since),)) if (at := instant(stored)) is not None]


_SHOWN_FOLLOW_UPS = f"""
{_COLUMNS} WHERE id IN (
  SELECT max(d.id) FROM next_delivery AS n CROSS JOIN delivery AS d ON d.reminder = 'f:' || n.follow_up_id
  WHERE n.shown = 1 AND d.confirmed_at IS NOT NULL GROUP BY d.reminder)
ORDER BY confirmed_at, id
"""
_SHOWN_OCCASIONS = f"""
{_COLUMNS} WHERE confirmed_at >= ? AND dismissed_at IS NULL AND reminder NOT LIKE 'f:%' ORDER BY confirmed_at, id
"""


def open_follow_ups(db: Database) -> list[Logged]:
    """The latest delivery of each follow-up that was delivered and is still open."""
    return [_record(row) for row in db.rows(_SHOWN_FOLLOW_UPS)]


def open_occasions(db: Database, since: datetime) -> list[Logged]:
    """Occasions that were delivered after `since` and not put away."""
    return [_record(row) for row in db.rows(_SHOWN_OCCASIONS, (seconds(since),))]


def _record(row: Sequence[Any]) -> Logged:
    key, moment, person, due, intended, shown_at, confirmed_at, late, times, reason = row
    return Logged(
        key,
        moment,
        person,
        anchor_of(due),
        datetime.fromtimestamp(intended, UTC),
        instant(shown_at),
        instant(confirmed_at),
        bool(late),
        times > 1,
        reason,
    )
