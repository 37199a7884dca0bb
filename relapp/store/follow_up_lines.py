"""Lists of follow-ups: SQL on the cursor, by the indexes of open ones.

Repeats that are planned are due anew at each planned moment, which SQL can't work out: they are read whole (an index of
their own holds them) and placed by the rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from relapp.domain.follow_ups import FollowUpFilter, FollowUpLine, Standing, State, day_of, standing_of
from relapp.domain.instants import instant as instant_of
from relapp.domain.people import Channel
from relapp.domain.tiers import Tier
from relapp.domain.today import FollowUpsToday
from relapp.store.connection import Database
from relapp.store.follow_ups import anchor_of, due_of
from relapp.store.instants import instant, seconds

OPEN = (Standing.OVERDUE, Standing.TODAY, Standing.NEXT, Standing.SNOOZED)
CLOSED = (Standing.DONE, Standing.SKIPPED)

_LINE = """
SELECT f.id, f.person_id, r.shown, r.has_photo, r.tier, f.what, f.due_at, f.due_day, f.state, d.at, f.channel, f.repeat,
  f.fixed, f.urgent, f.snoozed_to, f.closed_at, f.note, f.anchor, f.anyway
FROM follow_up AS f CROSS JOIN roster AS r ON r.person_id = f.person_id
LEFT JOIN next_delivery AS d ON d.follow_up_id = f.id
"""
_LATE = """
SELECT NOT (f.fixed OR f.urgent OR f.anyway), coalesce(r.tier, 'none'), coalesce(f.due_at, unixepoch(f.due_day)), f.id,
  f.due_at, f.due_day
FROM follow_up AS f CROSS JOIN roster AS r ON r.person_id = f.person_id
"""
_COUNT = "SELECT count(*) FROM follow_up AS f"
_PLANNED = "f.state = 'open' AND f.repeat LIKE '%FREQ=%'"
_ONCE = "f.state = 'open' AND NOT f.repeat LIKE '%FREQ=%'"
_HERE = "r.scope = 0"
_NOT_AWAY = "f.person_id NOT IN (SELECT person_id FROM roster WHERE scope > 0)"
_SETTLED = "(f.fixed OR f.urgent OR f.anyway)"
_AWAKE = "(f.snoozed_to IS NULL OR f.snoozed_to <= :now)"


class Late(NamedTuple):
    """An overdue follow-up as it stands in the order in which one sees to them; `tier` is "none" without one."""

    movable: bool
    tier: str
    at: int
    id: int
    due: datetime | date


@dataclass(frozen=True, slots=True)
class Frame:
    """The present: the instant and my zone. `start` and `end` are the ends of today."""

    now: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def midnight(self, day: date) -> datetime:
        """The instant at which a local day begins."""
        return instant_of(day, time(), self.zone)

    def params(self) -> dict[str, Any]:
        today = self.today
        return {
            "now": seconds(self.now),
            "start": seconds(self.midnight(today)),
            "end": seconds(self.midnight(today + timedelta(days=1))),
            "today": today.isoformat(),
        }


_TIMED = {
    Standing.OVERDUE: f"f.due_at < :start AND {_AWAKE}",
    Standing.TODAY: f"f.due_at >= :start AND f.due_at < :end AND {_AWAKE}",
    Standing.NEXT: f"f.due_at >= :end AND {_AWAKE}",
    Standing.SNOOZED: "+f.due_at IS NOT NULL AND f.snoozed_to IS NOT NULL AND f.snoozed_to > :now",
}
_ALL_DAY = {
    Standing.OVERDUE: f"f.due_day < :today AND {_AWAKE}",
    Standing.TODAY: f"f.due_day = :today AND {_AWAKE}",
    Standing.NEXT: f"f.due_day > :today AND {_AWAKE}",
    Standing.SNOOZED: "+f.due_day IS NOT NULL AND f.snoozed_to IS NOT NULL AND f.snoozed_to > :now",
}


def lines(db: Database, wanted: FollowUpFilter, frame: Frame, limit: int) -> list[FollowUpLine]:
    """At most `limit`: overdue, today's, next and snoozed ones by due moment, then closed ones, the latest first."""
    standings = wanted.standings or frozenset(OPEN)
    where, params = _narrowed(wanted, frame)
    found: list[FollowUpLine] = []
    planned = _planned(db, where, params, frame) if standings & set(OPEN) else []
    for standing in (one for one in OPEN if one in standings):
        found += _of_standing(db, standing, (where, params), planned, frame, limit)
        if len(found) >= limit:
            return found[:limit]
    for standing in (one for one in CLOSED if one in standings):
        closed = f"f.state <> 'open' AND f.state = '{standing}'"  # the first is the condition of the index
        sql = f"{_LINE} WHERE {where} AND {closed} ORDER BY f.closed_at DESC, f.id DESC LIMIT :limit"
        found += [_line(row, frame) for row in db.rows(sql, {**params, "limit": limit})]
    return found[:limit]


def of_today(
    db: Database, frame: Frame, limit: int, days: int, shown_next: int = 6, cap: int | None = None
) -> FollowUpsToday:
    """At most `limit` overdue ones (or `cap`) and today's, and the next of the `days` days after today."""
    params = {**frame.params(), "limit": limit}
    planned = _planned(db, _HERE, params, frame)

    def some(standing: Standing) -> list[FollowUpLine]:
        return _of_standing(db, standing, (_HERE, params), planned, frame, limit)

    tomorrow = frame.today + timedelta(days=1)
    end = frame.midnight(tomorrow)
    later = [line for line in some(Standing.SNOOZED) if line.snoozed_to is not None and line.snoozed_to < end]
    coming = _between(db, frame, planned, tomorrow, tomorrow + timedelta(days=days), limit)
    counted = _counts(db, frame, planned, (Standing.OVERDUE, Standing.TODAY))
    count = counted[Standing.OVERDUE]
    if cap is None or count <= cap:
        some_late, to_spread = some(Standing.OVERDUE), 0
    else:
        some_late, to_spread = _first_late(db, frame, planned, cap), _to_spread(db, frame, planned, cap, count)
    return FollowUpsToday(
        overdue=tuple(some_late),
        today=tuple((some(Standing.TODAY) + later)[:limit]),
        next=tuple(coming[:shown_next]),
        overdue_count=count,
        today_count=counted[Standing.TODAY] + len(later),
        next_count=len(coming),
        to_spread=to_spread,
    )


def first_coming(db: Database, frame: Frame) -> FollowUpLine | None:
    """The next one after today that isn't snoozed."""
    params = {**frame.params(), "limit": 1}
    planned = _planned(db, _HERE, params, frame)
    return next(iter(_of_standing(db, Standing.NEXT, (_HERE, params), planned, frame, 1)), None)


def order(line: FollowUpLine, zone: tzinfo) -> tuple[date, bool, datetime, int]:
    """By day, all-day ones first, then by the hour."""
    timed = isinstance(line.due, datetime)
    at = line.due if isinstance(line.due, datetime) else datetime.min.replace(tzinfo=UTC)
    return day_of(line.due, zone), timed, at, line.id


def _between(
    db: Database, frame: Frame, planned: Iterable[FollowUpLine], first: date, last: date, limit: int
) -> list[FollowUpLine]:
    """Open ones that wait (not snoozed) with a due day in `[first, last)`, in the order in which they are delivered."""
    params: dict[str, Any] = {
        **frame.params(),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "from": seconds(frame.midnight(first)),
        "until": seconds(frame.midnight(last)),
        "limit": limit,
    }
    days = ((line, day_of(line.due, frame.zone)) for line in planned if line.standing is not Standing.SNOOZED)
    found = [line for line, day in days if day >= first and day < last]
    for condition, column in (
        ("f.due_at >= :from AND f.due_at < :until", "due_at"),
        ("f.due_day >= :first AND f.due_day < :last", "due_day"),
    ):
        where = f"{_ONCE} AND {condition} AND {_AWAKE} AND {_HERE}"
        sql = f"{_LINE} WHERE {where} ORDER BY f.{column}, f.id LIMIT :limit"
        found += [_line(row, frame) for row in db.rows(sql, params)]
    later = datetime.max.replace(tzinfo=UTC)
    return sorted(found, key=lambda line: (line.deliver_at or later, order(line, frame.zone)))[:limit]


def late(db: Database, frame: Frame, limit: int | None = None) -> list[Late]:
    """All overdue ones, or the first `limit`: what can't be moved, then tier A, B, C and none; the oldest first."""
    return _late(db, frame, _planned(db, _HERE, frame.params(), frame), limit)


def _late(db: Database, frame: Frame, planned: Iterable[FollowUpLine], limit: int | None) -> list[Late]:
    found = [
        Late(line.movable, line.tier or "none", _seconds_of(line.due), line.id, line.due)
        for line in planned
        if line.standing is Standing.OVERDUE
    ]
    params = {**frame.params(), "limit": -1 if limit is None else limit}
    for condition in (_TIMED[Standing.OVERDUE], _ALL_DAY[Standing.OVERDUE]):
        sql = f"{_LATE} WHERE {_ONCE} AND {condition} AND {_HERE} ORDER BY 1, 2, 3, 4 LIMIT :limit"
        for movable, tier, second, id_, at, on in db.rows(sql, params):
            found.append(Late(bool(movable), tier, second, id_, due_of(at, on)))
    return sorted(found)[:limit]


def _seconds_of(due: datetime | date) -> int:
    moment = due if isinstance(due, datetime) else datetime.combine(due, time(), UTC)
    return int(moment.timestamp())


def _first_late(db: Database, frame: Frame, planned: list[FollowUpLine], cap: int) -> list[FollowUpLine]:
    ids = {one.id for one in _late(db, frame, planned, cap)}
    found = [line for line in planned if line.id in ids]
    sql = f"{_LINE} WHERE {_ONCE} AND f.id IN ({', '.join(map(str, ids))})"
    return sorted([*found, *(_line(row, frame) for row in db.rows(sql))], key=lambda line: order(line, frame.zone))


def _to_spread(db: Database, frame: Frame, planned: list[FollowUpLine], cap: int, count: int) -> int:
    """How many of `count` overdue ones may be moved and come after the first `cap`."""
    params = frame.params()
    settled = sum(line.standing is Standing.OVERDUE and not line.movable for line in planned)
    for condition in (_TIMED[Standing.OVERDUE], _ALL_DAY[Standing.OVERDUE]):
        settled += int(db.value(f"{_COUNT} WHERE {_ONCE} AND {condition} AND {_NOT_AWAY} AND {_SETTLED}", params))
    return count - max(cap, settled)


def counts(db: Database, frame: Frame) -> dict[Standing, int]:
    """How many there are of each standing, of people who are neither archived nor deleted."""
    return _counts(db, frame, _planned(db, _HERE, frame.params(), frame), tuple(Standing))


def _counts(
    db: Database, frame: Frame, planned: Iterable[FollowUpLine], wanted: tuple[Standing, ...]
) -> dict[Standing, int]:
    params = frame.params()
    found = dict.fromkeys(Standing, 0)
    for standing in wanted:
        if standing in CLOSED:
            found[standing] = int(db.value(f"{_COUNT} WHERE f.state = '{standing}' AND {_NOT_AWAY}", params))
            continue
        for condition in (_TIMED[standing], _ALL_DAY[standing]):
            found[standing] += int(db.value(f"{_COUNT} WHERE {_ONCE} AND {condition} AND {_NOT_AWAY}", params))
        found[standing] += sum(line.standing is standing for line in planned)
    return found


_WAITING = f"""
SELECT count(*) FROM (
  SELECT f.person_id AS id FROM follow_up AS f INDEXED BY follow_up_open_at
  WHERE f.state = 'open' AND f.due_at < :end AND {_AWAKE}
  UNION SELECT f.person_id FROM follow_up AS f INDEXED BY follow_up_open_day
  WHERE f.state = 'open' AND f.due_day <= :today AND {_AWAKE}
  UNION SELECT value FROM json_each(:others)
) AS w CROSS JOIN roster AS r ON r.person_id = w.id
WHERE r.scope = 0 AND (r.due_on IS NULL OR r.due_on > :today
  OR r.person_id IN (SELECT id FROM person WHERE hold_until > :today))
"""


def waiting_count(db: Database, frame: Frame, others: Iterable[int]) -> int:
    """How many people wait who don't by their cadence: something is overdue or due today, or they are of `others`.

    A planned repeat that is due anew was due before: which of its moments it stands at makes no difference.
    """
    return int(db.value(_WAITING, {**frame.params(), "others": json.dumps(list(others))}))


def _narrowed(wanted: FollowUpFilter, frame: Frame) -> tuple[str, dict[str, Any]]:
    """A person's own list shows everything about them; others leave out who is archived or in the trash."""
    parts, params = [_HERE], frame.params()
    if wanted.person is not None:
        parts, params["person"] = ["f.person_id = :person"], wanted.person
    if wanted.channel is not None:
        parts.append("f.channel = :channel")
        params["channel"] = str(wanted.channel)
    for number, word in enumerate(wanted.text.split()):
        parts.append(f"(f.what || ' ' || f.note || ' ' || r.shown) LIKE :word{number} ESCAPE '\\'")
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        params[f"word{number}"] = f"%{escaped}%"
    return " AND ".join(parts), params


def _of_standing(
    db: Database,
    standing: Standing,
    narrowed: tuple[str, dict[str, Any]],
    planned: Iterable[FollowUpLine],
    frame: Frame,
    limit: int,
) -> list[FollowUpLine]:
    found = [line for line in planned if line.standing is standing]
    found += _once(db, standing, *narrowed, frame, limit)
    return sorted(found, key=lambda line: order(line, frame.zone))[:limit]


def _once(
    db: Database, standing: Standing, where: str, params: dict[str, Any], frame: Frame, limit: int
) -> Iterator[FollowUpLine]:
    for condition, column in ((_TIMED[standing], "due_at"), (_ALL_DAY[standing], "due_day")):
        plus = "+" if standing is Standing.SNOOZED else ""  # few: sorted rather than read in the order of an index
        sql = f"{_LINE} WHERE {_ONCE} AND {condition} AND {where} ORDER BY {plus}f.{column}, f.id LIMIT :limit"
        yield from (_line(row, frame) for row in db.rows(sql, {**params, "limit": limit}))


def _planned(db: Database, where: str, params: dict[str, Any], frame: Frame) -> list[FollowUpLine]:
    """Open planned repeats, each due at the latest of its planned moments that has come."""
    rows = db.rows(f"{_LINE} WHERE {_PLANNED} AND {where}", params)
    return list(_due_anew(rows, frame)) if rows else []


def _due_anew(rows: Iterable[Any], frame: Frame) -> Iterator[FollowUpLine]:
    from relapp.domain import repeats  # dateutil waits until something repeats

    for row in rows:
        stored = due_of(row[6], row[7])
        repeat = repeats.read(row[11])
        due, missed = stored, 0
        if repeat is not None:
            due, missed = repeats.occurrence(anchor_of(row[17]), repeat, stored, frame.now, frame.zone)
        yield _line(row, frame, due, missed)


def _line(row: Any, frame: Frame, due: datetime | date | None = None, missed: int = 0) -> FollowUpLine:
    id_, person, shown, has_photo, tier, what, at, day, state, deliver_at, channel, repeat, fixed, urgent = row[:14]
    snoozed_to, closed_at, note = instant(row[14]), instant(row[15]), row[16]
    moment = due_of(at, day) if due is None else due
    return FollowUpLine(
        id=id_,
        person=person,
        shown=shown,
        has_photo=bool(has_photo),
        tier=None if tier is None else Tier(tier),
        what=what,
        due=moment,
        standing=standing_of(moment, snoozed_to, State(state), frame.now, frame.zone),
        deliver_at=instant(deliver_at) if state == State.OPEN else None,
        channel=None if channel is None else Channel(channel),
        repeat=repeat,
        fixed=bool(fixed),
        urgent=bool(urgent),
        snoozed_to=snoozed_to,
        closed_at=closed_at,
        missed=missed,
        note=note,
        anyway=bool(row[18]),
    )
