"""The stored next delivery of each open follow-up: an index of when to look, derived and never journalled.

It is `delivery`'s answer without pause and cap; whoever shows anything asks `plan` again. Triggers note whose row is
stale, `refresh` makes those anew before the commit. `waiting` is 0 once there is nothing more to deliver, `shown` is 1
while the present moment of an open follow-up has been delivered. Each row keeps the version of my hours it was made by.
By `due` (snooze or due moment, seconds), `since` (due moment), `place` and `channel` a backlog is looked through: see
`backlog`.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from relapp.store.connection import Database
from relapp.store.derived import Basis

BATCH = 200
"""Rows made anew in one transaction."""

_STALE = "SELECT follow_up_id AS id FROM stale_follow_up"
_WRITE = """
INSERT INTO next_delivery (follow_up_id, at, version, waiting, shown, due, since, place, channel)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (follow_up_id) DO UPDATE SET at = excluded.at, version = excluded.version, waiting = excluded.waiting,
  shown = excluded.shown, due = excluded.due, since = excluded.since, place = excluded.place,
  channel = excluded.channel
"""
_OLD = """
SELECT follow_up_id FROM next_delivery WHERE version < :version
UNION ALL SELECT follow_up_id FROM next_delivery WHERE version > :version
"""
_MARK = "INSERT INTO stale_follow_up (follow_up_id) {which} ON CONFLICT DO NOTHING"


def refresh(db: Database, basis: Basis) -> None:
    """Makes all stale rows anew. Call inside the transaction of the change; without stale rows nothing is written."""
    if db.one("SELECT 1 FROM stale_follow_up LIMIT 1") is not None:
        _make(db, basis.now, basis.zone)


def _make(db: Database, now: datetime, zone: tzinfo) -> None:
    from relapp.domain import series  # the rules and what they stand on wait until something is to be worked out
    from relapp.domain.boundaries.backlog import place_of
    from relapp.domain.boundaries.delivery import delivery
    from relapp.store import my_hours, open_follow_ups

    mine = my_hours.read(db, zone)
    delivered = open_follow_ups.delivered(db, _STALE)
    rows = []
    for id_, one in open_follow_ups.read(db, _STALE, mine.hours.zone):
        first, shown = series.coming(one, delivered.get(one.reminder.key, ()), now, zone)
        own = one.reminder
        at = delivery(first or own, mine.hours, mine.rule).at
        since = series.begin(own.due, zone)
        due, place = own.snoozed_to or since, None if one.repeat else place_of(own, mine.rule)
        seconds = [int(moment.timestamp()) for moment in (at, due, since)]
        rows.append(
            (id_, seconds[0], mine.version, first is not None, shown, *seconds[1:], place, str(own.channel or ""))
        )
    db.execute("DELETE FROM next_delivery WHERE follow_up_id IN (SELECT follow_up_id FROM stale_follow_up)")
    db.many(_WRITE, rows)
    db.execute("DELETE FROM stale_follow_up")


def mark(db: Database, keys: list[str]) -> None:
    """The rows of these reminders are stale: something of theirs was delivered."""
    ids = [(int(key[2:]),) for key in keys if key.startswith("f:")]
    db.many("INSERT INTO stale_follow_up (follow_up_id) VALUES (?) ON CONFLICT DO NOTHING", ids)


def recompute_some(db: Database, basis: Basis) -> int:
    """Makes one batch of rows anew that other hours, or another edition of the zone data, had made. How many it were.

    A transaction of its own: whoever is interrupted goes on with the rows that are left.
    """
    from relapp.store import my_hours

    with db.transaction():
        version = my_hours.read(db, basis.zone).version
        wanted = f"SELECT follow_up_id FROM ({_OLD}) WHERE true LIMIT {BATCH}"
        db.execute(_MARK.format(which=wanted), {"version": version})
        made = int(db.value("SELECT count(*) FROM stale_follow_up"))
        refresh(db, basis)
    return made


def stale_count(db: Database, zone: tzinfo) -> int:
    """How many rows were made by other hours than mine are now."""
    from relapp.store import my_hours

    version = my_hours.read(db, zone).version
    old = int(db.value(f"SELECT count(*) FROM ({_OLD})", {"version": version}))
    return old + int(db.value("SELECT count(*) FROM stale_follow_up"))


def next_after(db: Database, now: int) -> int | None:
    """When, after `now`, the next stored delivery is; seconds."""
    found: int | None = db.value(
        "SELECT at FROM next_delivery WHERE waiting = 1 AND at > ? ORDER BY at LIMIT 1", (now,)
    )
    return found


def first_waiting(db: Database) -> int | None:
    """The earliest stored delivery that still waits; seconds."""
    found: int | None = db.value("SELECT at FROM next_delivery WHERE waiting = 1 ORDER BY at LIMIT 1")
    return found


_HELD_BACK = """
SELECT count(*) FROM next_delivery WHERE waiting = 1 AND at <= :until AND (shown = 0 OR at <= :now) AND due <= :now
"""


def held_back(db: Database, now: int, until: int) -> int:
    """How many are due by `now` and wait for a moment up to `until` (seconds)."""
    return int(db.value(_HELD_BACK, {"now": now, "until": until}))


def shown_count(db: Database) -> int:
    """How many follow-ups were delivered and are still open."""
    return int(db.value("SELECT count(*) FROM next_delivery WHERE shown = 1"))
