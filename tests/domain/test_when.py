"""Moments and durations as one says them, read at a given now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relapp.domain.when import read_day, read_minutes, read_moment

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 12, 10, 12, 33, 500, tzinfo=BERLIN)  # a Thursday


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("yesterday", "2026-03-11 10:12:33"),
        ("yesterday 16:00", "2026-03-11 16:00:00"),
        ("16:00 yesterday", "2026-03-11 16:00:00"),
        ("Yesterday at 4pm", "2026-03-11 16:00:00"),
        ("today 9:30", "2026-03-12 09:30:00"),
        ("today", "2026-03-12 10:12:33"),
        ("tomorrow noon", "2026-03-13 12:00:00"),
        ("day before yesterday", "2026-03-10 10:12:33"),
        ("16:00", "2026-03-12 16:00:00"),
        ("08:00", "2026-03-12 08:00:00"),
        ("4pm", "2026-03-12 16:00:00"),
        ("4 pm", "2026-03-12 16:00:00"),
        ("4:15 a.m.", "2026-03-12 04:15:00"),
        ("12am", "2026-03-12 00:00:00"),
        ("12pm", "2026-03-12 12:00:00"),
        ("noon", "2026-03-12 12:00:00"),
        ("midnight", "2026-03-12 00:00:00"),
        ("fri", "2026-03-13 10:12:33"),
        ("thu", "2026-03-19 10:12:33"),
        ("wed 10:00", "2026-03-18 10:00:00"),
        ("on friday, 10:00", "2026-03-13 10:00:00"),
        ("last fri", "2026-03-06 10:12:33"),
        ("last thu", "2026-03-05 10:12:33"),
        ("last wed", "2026-03-11 10:12:33"),
        ("next fri", "2026-03-20 10:12:33"),
        ("next mon", "2026-03-16 10:12:33"),
        ("next sun 10:00", "2026-03-22 10:00:00"),
        ("12 march", "2026-03-12 10:12:33"),
        ("1 january", "2026-01-01 10:12:33"),
        ("31st dec 9:00", "2026-12-31 09:00:00"),
        ("12 mar 2025", "2025-03-12 10:12:33"),
        ("march 12, 2025 16:00", "2025-03-12 16:00:00"),
        ("2026-03-01", "2026-03-01 10:12:33"),
        ("2026-03-01 16:00", "2026-03-01 16:00:00"),
        ("2026-03-01T16:00", "2026-03-01 16:00:00"),
        ("2026-03-12T12:30Z", "2026-03-12 13:30:00"),
        ("2026-03-12T12:30:15-05:00", "2026-03-12 18:30:15"),
        ("12.3.2026 16:00", "2026-03-12 16:00:00"),
        ("01.12.25", "2025-12-01 10:12:33"),
        ("1.2.", "2026-02-01 10:12:33"),
        ("2 days ago", "2026-03-10 10:12:33"),
        ("3 weeks ago 16:00", "2026-02-19 16:00:00"),
        ("a month ago", "2026-02-12 10:12:33"),
        ("two years ago", "2024-03-12 10:12:33"),
        ("in 3 weeks", "2026-04-02 11:12:33 +02:00"),
        ("next week", "2026-03-19 10:12:33"),
        ("last month", "2026-02-12 10:12:33"),
        ("2 hours ago", "2026-03-12 08:12:33"),
        ("an hour ago", "2026-03-12 09:12:33"),
        ("45m ago", "2026-03-12 09:27:33"),
    ],
)
def test_a_moment_is_read(text: str, local: str) -> None:
    wall = datetime.fromisoformat(local[:19]).replace(tzinfo=BERLIN)
    if local.endswith("+02:00"):
        wall = datetime.fromisoformat(local[:10] + " 10:12:33").replace(tzinfo=BERLIN)
    moment = read_moment(text, NOW)
    assert moment == wall
    assert moment is not None and moment.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "", "3/12", "12/3/2026", "12.3", "16", "at 16", "25:00", "16:60", "13pm", "0am", "30 february", "29 feb",
        "31.4.2026", "2026-13-01", "2026-02-30T10:00", "in 20 min", "in 2 hours", "may", "fri sat", "yesterday today",
        "next", "last", "ago", "-3 days ago", "99999 years ago", "99999 years", "tom", "20 min", "yesterday 20 min",
        "2026-03-12T24:00", "٣ days ago", "12 march 26", "call fri", "0000-01-01",
    ],
)  # fmt: skip
def test_what_is_ambiguous_or_no_moment_is_not_understood(text: str) -> None:
    assert read_moment(text, NOW) is None


def test_next_friday_is_of_next_week_whenever_the_week_begins() -> None:
    sunday = date(2026, 3, 15)
    assert read_day("next sun", sunday, 0) == date(2026, 3, 22)
    assert read_day("next sun", sunday, 6) == date(2026, 3, 22)
    assert read_day("next fri", sunday, 0) == date(2026, 3, 20)
    assert read_day("next fri", sunday, 6) == date(2026, 3, 27)
    assert read_day("next sat", date(2026, 3, 12), 5) == date(2026, 3, 14)


_days = st.dates(date(1900, 1, 8), date(2200, 1, 1))
_names = st.sampled_from(["mon", "tuesday", "wed", "thu", "fri", "sat", "sunday"])


@given(_days, _names, st.integers(0, 6))
def test_weekdays_lie_where_they_are_said_to_lie(today: date, name: str, first: int) -> None:
    bare, last, after = (read_day(f"{word} {name}".strip(), today, first) for word in ("", "last", "next"))
    assert bare is not None and last is not None and after is not None
    assert today < bare <= today + timedelta(days=7)
    assert today - timedelta(days=7) <= last < today
    start = today - timedelta(days=(today.weekday() - first) % 7)
    assert start + timedelta(days=7) <= after < start + timedelta(days=14)
    assert bare.weekday() == last.weekday() == after.weekday()


@given(_days, st.integers(0, 400), st.sampled_from(["day", "days", "week", "weeks"]))
def test_ago_and_in_are_each_others_mirror(today: date, count: int, unit: str) -> None:
    then = read_day(f"{count} {unit} ago", today)
    assert then is not None
    assert read_day(f"in {count} {unit}", then) == today


@given(st.dates())
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat(), date(2026, 3, 12)) == day
    assert read_day(f"{day.day}.{day.month}.{day.year:04d}", date(2026, 3, 12)) == day


def test_a_month_later_never_leaves_the_month() -> None:
    assert read_day("in 1 month", date(2026, 1, 31)) == date(2026, 2, 28)
    assert read_day("a year ago", date(2024, 2, 29)) == date(2023, 2, 28)


def test_a_time_that_does_not_exist_is_when_the_clocks_jump() -> None:
    assert read_moment("29 march 2:30", NOW) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_time_that_exists_twice_is_the_first() -> None:
    assert read_moment("25 october 2:30", NOW) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


_PIECES = "fri next last in ago 3 weeks 16:00 4pm at on 12 march 2026 2026-03-12 yesterday 29 feb 12.3. 9999 31 :"


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES.split()), max_size=6).map(" ".join)))
@example("in 99999 months")
@example("9999-12-31 23:59")
@example("9999-12-31T23:59-12:00")
def test_any_text_is_read_or_not_but_never_an_error(text: str) -> None:
    for zone in (BERLIN, UTC, timezone(timedelta(hours=-12))):
        moment = read_moment(text, NOW.astimezone(zone))
        assert moment is None or moment.tzinfo is UTC
    read_day(text, NOW.date())
    read_minutes(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20 min", 20),
        ("20m", 20),
        ("20 MIN", 20),
        ("90 minutes", 90),
        ("1 minute", 1),
        ("1h", 60),
        ("1 h", 60),
        ("2 hours", 120),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1:30 h", 90),
        ("1:30h", 90),
        ("an hour", 60),
        ("half an hour", 30),
        ("two hours", 120),
        ("0 min", None),
        ("1:30", None),
        ("20", None),
        ("1:75 h", None),
        ("-5 min", None),
        ("20 min ago", None),
        ("", None),
        ("999999 min", None),
    ],
)
def test_a_duration_is_read_in_minutes(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


@given(st.integers(1, 99999))
def test_minutes_are_read_back(minutes: int) -> None:
    assert read_minutes(f"{minutes} min") == minutes
    hours, rest = divmod(minutes, 60)
    if 0 < hours < 1000:
        assert read_minutes(f"{hours} h {rest}") == minutes
