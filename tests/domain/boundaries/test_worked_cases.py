"""The worked cases of the rules, all in one table: what is given, and what comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from relapp.domain.boundaries.delivery import delivery
from relapp.domain.boundaries.hours import Closure, Hours
from relapp.domain.boundaries.plan import plan
from relapp.domain.boundaries.spans import open_spans
from relapp.domain.people import Channel
from tests.domain.boundaries.reminding import RULE, at, due, hours, wall

LEAVE = Closure(date(2026, 4, 3), date(2026, 4, 10), "Leave")
EASTER = (
    Closure(date(2026, 4, 3), date(2026, 4, 3), "Good Friday", holiday=True),
    Closure(date(2026, 4, 6), date(2026, 4, 6), "Easter Monday", holiday=True),
)


def comes(when: str, mine: Hours | None = None, **more: Any) -> list[str]:
    return [wall(delivery(due(when, **more), mine or hours(), RULE).at)]


def calling(when: str, mine: Hours, zone: str) -> list[str]:
    theirs = hours("mon-fri 09:00-17:00", zone)
    found = delivery(due(when, channel=Channel.CALL, theirs=theirs), mine, RULE)
    return [wall(found.at), *([found.reason] if "write instead" in found.reason else [])]


def open_on(sunday: str, week: str) -> list[str]:
    """The open time of a Sunday, in UTC."""
    noon = datetime.fromisoformat(sunday).replace(hour=12, tzinfo=UTC)
    found = open_spans(hours(week), noon - timedelta(hours=24), noon)
    return [f"{start:%H:%M}-{end:%H:%M}" for start, end in found]


def set_late() -> list[str]:
    found = delivery(due("2026-03-12 13:00", fixed=True, set_at=at("2026-03-12 10:00")), hours(), RULE)
    return [wall(found.at), "late" if found.late else "not late"]


def after_leave() -> list[str]:
    reminders = [due(f"2026-04-{3 + n % 8:02d} {9 + n % 8:02d}:10", f"f:{n}") for n in range(30)]
    found = plan(reminders, hours(closures=(LEAVE,)), at("2026-04-01 10:00"), rule=RULE)
    return [f"{count} on {when}" for when, count in Counter(wall(one.at) for one in found).items()]


def beats(*clocks: str) -> list[str]:
    """What each of these looks at the clock brings of one that is due on Thursday at 10:00."""
    reminder = due("2026-03-12 10:00")
    delivered: set[str] = set()
    brought = []
    for clock in clocks:
        now = at(f"2026-03-12 {clock}")
        waiting = [one for one in (reminder,) if one.moment not in delivered]
        for one in plan(waiting, hours(), now, rule=RULE):
            if one.at <= now:
                delivered.add(one.reminder.moment)
                brought.append(wall(now))
    return brought


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        pytest.param(lambda: comes("2026-03-12 13:00"), ["Thu 2026-03-12 13:30"], id="lunch"),
        pytest.param(lambda: comes("2026-03-12 12:30"), ["Thu 2026-03-12 13:30"], id="exactly at closing"),
        pytest.param(lambda: comes("2026-03-14 11:00"), ["Mon 2026-03-16 09:00"], id="weekend"),
        pytest.param(lambda: comes("2026-03-15", fixed=True), ["Fri 2026-03-13 09:00"], id="birthday on a closed day"),
        pytest.param(lambda: comes("2026-03-12 22:00", fixed=True), ["Thu 2026-03-12 13:30"], id="deadline at night"),
        pytest.param(set_late, ["Thu 2026-03-12 12:00", "not late"], id="deadline at lunch, set late"),
        pytest.param(
            lambda: comes("2026-04-03 10:00", hours(closures=EASTER)), ["Tue 2026-04-07 09:00"], id="holiday bridge"
        ),
        pytest.param(lambda: open_on("2026-03-29", "sun 02:00-04:00"), ["01:00-02:00"], id="spring change"),
        pytest.param(lambda: open_on("2026-10-25", "sun 02:00-03:00"), ["00:00-02:00"], id="autumn change"),
        pytest.param(
            lambda: calling("2026-03-12 10:00", hours(), "America/New_York"), ["Thu 2026-03-12 14:00"], id="two sides"
        ),
        pytest.param(
            lambda: calling("2026-01-15 10:00", hours("mon-fri 09:00-17:00"), "Pacific/Auckland"),
            ["Thu 2026-01-15 10:00", "your hours never meet: write instead"],
            id="never meet",
        ),
        pytest.param(
            after_leave,
            ["12 on Mon 2026-04-13 09:00", "12 on Tue 2026-04-14 09:00", "6 on Wed 2026-04-15 09:00"],
            id="leave",
        ),
        pytest.param(lambda: beats("09:50", "11:00", "11:01"), ["Thu 2026-03-12 11:00"], id="asleep"),
        pytest.param(lambda: beats("10:00", "09:30", "10:00"), ["Thu 2026-03-12 10:00"], id="clock set back an hour"),
    ],
)
def test_worked_cases_hold(case: Callable[[], list[str]], expected: list[str]) -> None:
    assert case() == expected
