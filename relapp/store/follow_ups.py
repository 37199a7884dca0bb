"""Writing follow-ups, and reading them whole. Lists are read in `follow_up_lines`. Expects to be inside a transaction
where it writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from relapp.domain.follow_ups import DeliveryRecord, FollowUp, NewFollowUp, State
from relapp.domain.people import Channel
from relapp.domain.tiers import Tier
from relapp.store.connection import Database
from relapp.store.instants import day, instant, seconds


def due_columns(due: datetime | date) -> dict[str, Any]:
    """Where a due moment lies: an instant or a day, never both."""
    if isinstance(due, datetime):
        return {"due_at": seconds(due), "due_day": None}
    return {"due_at": None, "due_day": due.isoformat()}


def due_of(at: int | None, on: str | None) -> datetime | date:
    """The other way round."""
    return datetime.fromtimestamp(at, UTC) if at is not None else date.fromisoformat(on or "")


def anchor_text(anchor: datetime | date) -> str:
    """A day, or a UTC instant, as it lies in `anchor`."""
    return anchor.astimezone(UTC).isoformat() if isinstance(anchor, datetime) else anchor.isoformat()


def anchor_of(stored: str) -> datetime | date:
    """The other way round."""
    return datetime.fromisoformat(stored) if "T" in stored else date.fromisoformat(stored)


def columns(new: NewFollowUp) -> dict[str, Any]:
    """The columns of what the user gives."""
    return {
        "person": new.person,
        "what": new.what,
        "note": new.note,
        **due_columns(new.due),
        "fixed": int(new.fixed),
        "urgent": int(new.urgent),
        "anyway": int(new.anyway),
        "channel": None if new.channel is None else str(new.channel),
        "repeat": new.repeat,
    }


def insert(
    db: Database, new: NewFollowUp, now: int, *, uid: str = "", series: str = "", anchor: datetime | date | None = None
) -> int:
    """A new follow-up; the first of its series unless that is named. Returns the id."""
    from relapp.store.tables import FollowUpRow  # peewee waits until something is written

    own = uid or str(uuid4())
    values = {
        "uid": own,
        "series": series or own,
        **columns(new),
        "anchor": anchor_text(new.due if anchor is None else anchor),
        "set_at": now,
        "created_at": now,
    }
    return int(FollowUpRow.insert(values).execute(db.orm))


def update(db: Database, ids: Iterable[int], **values: Any) -> None:
    """The same columns for all of these."""
    from relapp.store.tables import FollowUpRow

    FollowUpRow.update(values).where(FollowUpRow.id.in_(list(ids))).execute(db.orm)


def move(db: Database, dues: Iterable[tuple[int, datetime | date]], now: int) -> None:
    """Each of these gets its own due moment, said at `now`; snoozes are over."""
    rows = [(due_columns(due)["due_at"], due_columns(due)["due_day"], now, id_) for id_, due in dues]
    db.many(
        "UPDATE follow_up SET due_at = ?, due_day = ?, set_at = ?, snoozed_to = NULL, snoozed_anyway = 0 WHERE id = ?",
        rows,
    )


def delete(db: Database, ids: Iterable[int]) -> None:
    from relapp.store.tables import FollowUpRow

    FollowUpRow.delete().where(FollowUpRow.id.in_(list(ids))).execute(db.orm)


_WHOLE = """
SELECT id, uid, series, person_id, what, due_at, due_day, fixed, urgent, anyway, channel, repeat, anchor, note, state,
  snoozed_to, snoozed_anyway, set_at, closed_at, created_at FROM follow_up
"""


def get(db: Database, id_: int) -> FollowUp | None:
    row = db.one(f"{_WHOLE} WHERE id = ?", (id_,))
    return None if row is None else _follow_up(row)


def of_person(db: Database, person: int, *, open_only: bool = False) -> list[FollowUp]:
    """Those about a person by due moment, the open ones first."""
    only = "AND state = 'open'" if open_only else ""
    order = "ORDER BY state <> 'open', coalesce(due_at, unixepoch(due_day)), id"
    return [_follow_up(row) for row in db.rows(f"{_WHOLE} WHERE person_id = ? {only} {order}", (person,))]


def open_in_series(db: Database, series: str, but: int) -> list[int]:
    """Open occurrences of a series apart from this one."""
    sql = "SELECT id FROM follow_up WHERE series = ? AND state = 'open' AND id <> ? AND person_id IN ({people})"
    people = "SELECT person_id FROM follow_up WHERE id = ?"
    return [id_ for (id_,) in db.rows(sql.format(people=people), (series, but, but))]


def _follow_up(row: Any) -> FollowUp:
    id_, uid, series, person, what, at, on, fixed, urgent, anyway, channel, repeat, anchor, note, state = row[:15]
    snoozed_to, snoozed_anyway, set_at, closed_at, created_at = row[15:]
    return FollowUp(
        id=id_,
        uid=uid,
        series=series,
        person=person,
        what=what,
        due=due_of(at, on),
        fixed=bool(fixed),
        urgent=bool(urgent),
        anyway=bool(anyway),
        channel=None if channel is None else Channel(channel),
        repeat=repeat,
        anchor=anchor_of(anchor),
        note=note,
        state=State(state),
        snoozed_to=instant(snoozed_to),
        snoozed_anyway=bool(snoozed_anyway),
        set_at=datetime.fromtimestamp(set_at, UTC),
        closed_at=instant(closed_at),
        created_at=datetime.fromtimestamp(created_at, UTC),
    )


def of_whom(db: Database, person: int) -> tuple[Tier | None, date | None] | None:
    """Tier and the day before which no contact is wanted; None when there is nobody by that id, or in the trash."""
    row = db.one("SELECT tier, hold_until FROM person WHERE id = ? AND trashed_at IS NULL", (person,))
    return None if row is None else (None if row[0] is None else Tier(row[0]), day(row[1]))


def put_aside(db: Database, person: int) -> tuple[bool, bool]:
    """Whether the person is archived, and whether deceased: of such nothing is delivered."""
    row = db.one("SELECT archived, deceased FROM person WHERE id = ?", (person,))
    return (False, False) if row is None else (bool(row[0]), bool(row[1]))


def last_contact(db: Database, person: int) -> datetime | None:
    """When there was contact last; None when there never was."""
    return instant(db.value("SELECT last_contact FROM roster WHERE person_id = ?", (person,)))


_DELIVERIES = """
SELECT due, intended_at, shown_at, confirmed_at, back_end, held, late, times, reason, dismissed_at FROM delivery
WHERE reminder = ? ORDER BY intended_at DESC, id DESC
"""


def deliveries(db: Database, reminder: str) -> list[DeliveryRecord]:
    """What became of each delivery of the reminder with this key, the latest first."""
    return [
        DeliveryRecord(
            due=anchor_of(due),
            intended=datetime.fromtimestamp(intended, UTC),
            shown=instant(shown),
            confirmed=instant(confirmed),
            back_end=back_end,
            held=bool(held),
            late=bool(late),
            times=times,
            reason=reason,
            dismissed=instant(dismissed),
        )
        for due, intended, shown, confirmed, back_end, held, late, times, reason, dismissed in db.rows(
            _DELIVERIES, (reminder,)
        )
    ]
