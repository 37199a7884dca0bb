"""Hours and deliveries: spans of many people, the next delivery of very many, the plan of a full day.

Goal 13 gathers what business hours are to reach.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from relapp.core import Core, build
from relapp.domain.boundaries.delivery import delivery
from relapp.domain.boundaries.hours import OFFICE, Hours, UrgentRule, Window
from relapp.domain.boundaries.plan import plan
from relapp.domain.boundaries.spans import meet
from relapp.domain.people import Channel, Tier
from relapp.domain.reminders import Reminder
from relapp.store import next_delivery
from relapp.store.connection import Database
from tests.bench.bench import Bench, database
from tests.bench.portfolio import BASIS, NOW, ZONE
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import in_turns, milliseconds
from tests.clocks import StandingClock

WEEK = timedelta(days=7)
ZONES = (
    "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Asia/Kolkata",
    "America/Sao_Paulo", "Europe/Oslo",
)  # fmt: skip
MINE = Hours(str(ZONE), (*(((Window(540, 750), Window(810, 1050)),) * 4), (Window(540, 840),), (), ()))
MONTHS_LATER = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""A Monday morning on which most of the year's follow-ups are overdue, as nothing was delivered."""
NEXT = "SELECT at FROM next_delivery WHERE waiting = 1 AND at > ? ORDER BY at LIMIT 1"


def measure(bench: Bench) -> list[Row]:
    return [_spans(bench), *_in_the_file(bench), *_backlog(bench), _day(bench)]


def _spans(bench: Bench) -> Row:
    """Against the plain way: each window of each day of each person converted, and met with mine.

    Each round in other weeks, so that nothing is left over from the round before.
    """
    weeks = iter(range(10_000))
    count = min(1_000, bench.sizes.people)

    def people() -> list[Hours]:
        dice = random.Random(3)
        shapes = [OFFICE, *((*(((Window(60 * start, 60 * start + 480),),) * 5), (), ()) for start in (7, 8, 10))]
        return [Hours(dice.choice(ZONES), dice.choice(shapes)) for _ in range(count)]

    def round_of(way: Callable[[Hours, Hours, datetime, datetime], object]) -> float:
        start = NOW + 10 * WEEK * next(weeks)
        everybody = people()
        return milliseconds(lambda: [way(MINE, theirs, start, start + WEEK) for theirs in everybody])

    ours, floor = in_turns(lambda: round_of(meet), lambda: round_of(_met_plainly), bench.rounds)
    return in_pairs(13, f"a week's spans of {count} people meeting mine", "ms", ours, floor, 0.5)


def _met_plainly(mine: Hours, theirs: Hours, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    one, other = (_windows(hours, start, end) for hours in (mine, theirs))
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(begun, ended) for begun, ended in pairs if begun < ended]


def _windows(hours: Hours, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    zone = ZoneInfo(hours.zone)
    found = []
    day = start.astimezone(zone).date() - timedelta(days=1)
    while datetime.combine(day, time(), zone) < end:
        for window in hours.week[day.weekday()]:
            midnight = datetime.combine(day, time())
            begun, ended = (midnight + timedelta(minutes=minutes) for minutes in (window.start, window.end))
            found.append((begun.replace(tzinfo=zone).astimezone(UTC), ended.replace(tzinfo=zone).astimezone(UTC)))
        day += timedelta(days=1)
    return [(max(begun, start), min(ended, end)) for begun, ended in found if ended > start and begun < end]


def _rounds(one_round: Callable[[], float], bench: Bench) -> list[float]:
    return [one_round() for _ in range(max(3, bench.rounds))]


def _in_the_file(bench: Bench) -> list[Row]:
    core = bench.core(bench.big())
    db = database(core)
    now = int(NOW.timestamp())
    while next_delivery.recompute_some(db, BASIS):  # another machine's zone data may have made it
        pass

    def ours() -> float:
        return milliseconds(lambda: [next_delivery.next_after(db, now) for _ in range(100)])

    def raw() -> float:
        return milliseconds(lambda: [db.connection.execute(NEXT, (now,)).fetchone() for _ in range(100)])

    count = f"{bench.sizes.follow_ups:,}"
    rows = [in_pairs(13, f"100 times the next due among {count}", "ms", *in_turns(ours, raw, bench.rounds), 3)]

    def anew() -> float:
        db.execute("UPDATE journal_state SET change_id = NULL")  # somebody wrote: what was known is asked again
        return milliseconds(core.reminders.due_now)

    rows.append(Row(13, f"what is due among {count}, after a change", "ms", median(_rounds(anew, bench)), 50))
    core.close()
    return rows


OVERDUE = """
SELECT f.id, f.person_id, f.what, f.due_at, f.due_day, f.set_at, f.fixed, f.urgent, f.anyway, f.channel, f.repeat,
  f.anchor, f.snoozed_to, f.snoozed_anyway, p.tier, p.hold_until, p.hours, p.time_zone
FROM next_delivery AS n JOIN follow_up AS f ON f.id = n.follow_up_id JOIN person AS p ON p.id = f.person_id
WHERE n.waiting = 1 AND n.at <= ?
"""


def _backlog(bench: Bench) -> list[Row]:
    """The first look after months, in open time and on the Sunday before, against reading all that is overdue.

    In open time all that is fixed or urgent comes at once, and of the others as many as the cap has room for.
    """
    rows = []
    for day, now in (("", MONTHS_LATER), (" on a Sunday", MONTHS_LATER - timedelta(days=1))):
        core = build(bench.big(), StandingClock(now, ZONE))
        db = database(core)
        overdue = db.connection.execute(OVERDUE, (int(now.timestamp()),)).fetchall()

        def look(core: Core = core, db: Database = db) -> float:
            db.execute("UPDATE journal_state SET change_id = NULL")  # somebody wrote: what was known is asked again
            return milliseconds(core.reminders.due_now)

        def read(db: Database = db, now: datetime = now) -> float:
            return milliseconds(lambda: db.connection.execute(OVERDUE, (int(now.timestamp()),)).fetchall())

        subject = f"what is due{day}, {len(overdue):,} being overdue, against reading these"
        rows.append(in_pairs(13, subject, "ms", *in_turns(look, read, bench.rounds), 3))
        core.close()
    return rows


def _day(bench: Bench) -> Row:
    """Against the delivery of each alone."""
    dice = random.Random(5)
    days = iter(range(10_000))
    count = min(1_000, bench.sizes.follow_ups)

    def round_of(way: Callable[[list[Reminder], datetime], object]) -> float:
        day = NOW + timedelta(days=7 * next(days))
        reminders = [_reminder(number, day, dice) for number in range(count)]
        return milliseconds(lambda: way(reminders, day))

    def planned(reminders: list[Reminder], day: datetime) -> object:
        return plan(reminders, MINE, day, rule=UrgentRule())

    def alone(reminders: list[Reminder], day: datetime) -> object:
        return [delivery(one, MINE, UrgentRule()) for one in reminders]

    ours, floor = in_turns(lambda: round_of(planned), lambda: round_of(alone), bench.rounds)
    return in_pairs(13, f"the plan of a day of {count}, against each alone", "ms", ours, floor, 5)


def _reminder(number: int, day: datetime, dice: random.Random) -> Reminder:
    due = day + timedelta(minutes=dice.randrange(24 * 60))
    channel = dice.choice((None, *Channel))
    fixed, urgent = dice.random() < 0.1, dice.random() < 0.1
    return Reminder(f"f:{number}", number, "Ask", due, day, fixed, urgent, False, channel, dice.choice((None, *Tier)))
