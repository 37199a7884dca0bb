"""The present day in words and figures: its greeting, when it is open, its clock, and which days are worked on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.boundaries.hours import OFFICE, Closure, Hours, Opening, Pause, Window
from relapp.domain.boundaries.week_text import read_or_refuse
from relapp.domain.instants import instant
from relapp.domain.open_day import OpenDay, clock_marks, open_day, working_days
from relapp.domain.today_words import day_line, greeting

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = read_or_refuse("mon-fri 09:00-12:30, 13:30-17:30")
GOOD_FRIDAY = Closure(date(2026, 4, 3), date(2026, 4, 6), "Good Friday", holiday=True)
LEAVE = Closure(date(2026, 4, 1), date(2026, 4, 10), "Norway")


def day_of(text: str, *closures: Closure, openings: tuple[Opening, ...] = (), pause: Pause | None = None) -> OpenDay:
    now = datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)
    return open_day(Hours("Europe/Berlin", WEEK, closures, openings), now, BERLIN, pause)


def said(day: OpenDay) -> str:
    def clock(at: datetime) -> str:
        return f"{at.astimezone(BERLIN):%H:%M}"

    return day_line(day, clock, clock, "Europe/Berlin")


@pytest.mark.parametrize(
    ("now", "waiting", "done", "sentence"),
    [
        ("2026-03-12T10:12", 5, False, "Good morning. 5 people are waiting for you."),
        ("2026-03-12T12:00", 1, True, "Good afternoon. 1 person is waiting for you."),
        ("2026-03-12T04:00", 5, False, "Good evening. 5 people are waiting for you."),
        ("2026-03-12T05:00", 0, False, "Good morning. Nobody is waiting for you."),
        ("2026-03-12T17:00", 0, True, "Good afternoon. All done for today."),
        ("2026-03-12T17:30", 3, True, "Good afternoon. The day is over; 3 people can wait until tomorrow."),
        ("2026-03-13T20:00", 1, False, "Good evening. The day is over; 1 person can wait until Monday."),
        ("2026-03-14T11:00", 2, False, "Good morning. You are closed today; 2 people can wait until Monday."),
        ("2026-03-14T11:00", 0, False, "Good morning. You are closed today."),
    ],
)
def test_the_greeting_tells_the_day(now: str, waiting: int, done: bool, sentence: str) -> None:
    hour = datetime.fromisoformat(now).hour
    assert greeting(hour, waiting, day_of(now), done=done, zone=BERLIN) == sentence


def test_after_a_long_leave_the_day_has_its_date() -> None:
    day = day_of("2026-04-01T10:00", LEAVE)
    assert greeting(10, 4, day, zone=BERLIN).endswith("4 people can wait until 13 April.")


def test_whoever_never_opens_is_not_told_to_be_closed() -> None:
    never = open_day(Hours("Europe/Berlin", ((),) * 7), datetime(2026, 3, 12, 9, tzinfo=UTC), BERLIN)
    assert greeting(10, 2, never, zone=BERLIN) == "Good morning. 2 people are waiting for you."


def test_the_line_below_says_when_it_is_open_or_why_not() -> None:
    assert said(day_of("2026-03-12T10:12")) == ("Thursday 12 March · open 09:00–12:30 and 13:30–17:30 · Europe/Berlin")
    assert said(day_of("2026-03-14T10:00")) == "Saturday 14 March · closed today · Europe/Berlin"
    assert said(day_of("2026-04-03T10:00", GOOD_FRIDAY, LEAVE)) == (
        "Friday 3 April · closed today: Norway · Europe/Berlin"
    ), "one's own leave, rather than the holiday"
    extra = Opening(date(2026, 4, 3), Window(600, 630))
    assert "open 10:00–10:30" in said(day_of("2026-04-03T10:00", GOOD_FRIDAY, openings=(extra,)))
    pause = Pause(datetime(2026, 3, 12, 9, tzinfo=UTC), datetime(2026, 3, 12, 13, tzinfo=UTC))
    assert "17:30 · paused until 14:00 · Europe" in said(day_of("2026-03-12T10:12", pause=pause))


def test_a_switched_off_holiday_closes_nothing() -> None:
    off = Closure(date(2026, 4, 3), date(2026, 4, 3), "Good Friday", holiday=True, off=True)
    assert "open 09:00" in said(day_of("2026-04-03T10:00", off))


@pytest.mark.parametrize(
    ("day", "hours", "three"), [("2026-03-29", 23, 2 / 23), ("2026-10-25", 25, 4 / 25), ("2026-03-12", 24, 3 / 24)]
)
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day: str, hours: int, three: float) -> None:
    one = day_of(f"{day}T12:00")
    assert one.end - one.start == timedelta(hours=hours)
    marks = clock_marks(one, BERLIN)
    assert [hour for hour, _ in marks] == [0, 3, 6, 9, 12, 15, 18, 21, 24]
    assert dict(marks)[3] == pytest.approx(three)


@given(st.integers(1_577_836_800, 2_208_988_800), st.sampled_from(["Europe/Berlin", "America/Sao_Paulo"]))
def test_now_lies_in_its_day_and_the_spans_too(seconds: int, name: str) -> None:
    zone = ZoneInfo(name)
    now = datetime.fromtimestamp(seconds, UTC)
    day = open_day(Hours(name, WEEK), now, zone)
    assert 0 <= day.share(now) < 1
    assert all(day.start <= start < end <= day.end for start, end in day.spans)
    assert day.start == instant(now.astimezone(zone).date(), time(), zone)


def test_work_is_put_on_open_days_only() -> None:
    days = working_days(Hours("Europe/Berlin", OFFICE, (LEAVE,)), date(2026, 3, 30), BERLIN)
    assert list(islice(days, 3)) == [date(2026, 3, 31), date(2026, 4, 13), date(2026, 4, 14)]


def test_who_never_opens_works_on_any_day_and_the_last_opening_is_no_trap() -> None:
    never = Hours("Europe/Berlin", ((),) * 7)
    assert list(islice(working_days(never, date(2026, 3, 12), BERLIN), 2)) == [date(2026, 3, 13), date(2026, 3, 14)]
    once = Hours("Europe/Berlin", ((),) * 7, (), (Opening(date(2026, 3, 20), Window(600, 630)),))
    assert len(list(islice(working_days(once, date(2026, 3, 12), BERLIN), 3))) == 3
