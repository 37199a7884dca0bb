"""Spans by example: closures, nights, openings, clock changes, and the ends of what is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE, Closure, Hours, Opening, Window
from relapp.domain.boundaries.spans import (
    HORIZON,
    Meeting,
    add_open_time,
    is_open,
    last_opening_before,
    meet,
    next_opening,
    open_spans,
    open_time_between,
    open_until,
    opening_after,
)
from relapp.domain.people import Channel

BERLIN = ZoneInfo("Europe/Berlin")
SPLIT = "mon-fri 09:00-12:30, 13:30-17:30"


def keeping(text: str, zone: str = "Europe/Berlin") -> Hours:
    return Hours(zone, week_text.read_or_refuse(text))


def at(day: str, clock: str = "00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=BERLIN).astimezone(UTC)


def told(hours: Hours, first: str, until: str, channel: Channel | None = None) -> list[str]:
    """The spans in Berlin's clocks: "12 09:00-12 12:30"."""
    spans = open_spans(hours, at(first), at(until), channel=channel)
    return ["-".join(f"{edge.astimezone(BERLIN):%d %H:%M}" for edge in span) for span in spans]


def test_a_usual_day() -> None:
    hours = keeping(SPLIT)
    assert told(hours, "2026-03-12", "2026-03-13") == ["12 09:00-12 12:30", "12 13:30-12 17:30"]
    assert told(hours, "2026-03-14", "2026-03-16") == []
    noon = at("2026-03-12", "12:00")
    assert is_open(hours, noon)
    assert open_until(hours, noon) == at("2026-03-12", "12:30")
    assert next_opening(hours, noon) == noon
    assert next_opening(hours, at("2026-03-12", "12:30")) == at("2026-03-12", "13:30")
    assert next_opening(hours, at("2026-03-14", "11:00")) == at("2026-03-16", "09:00")


def test_spans_are_clipped_and_nothing_is_open_in_no_time() -> None:
    hours = keeping(SPLIT)
    spans = open_spans(hours, at("2026-03-12", "10:00"), at("2026-03-12", "14:00"))
    assert spans == [
        (at("2026-03-12", "10:00"), at("2026-03-12", "12:30")),
        (at("2026-03-12", "13:30"), at("2026-03-12", "14:00")),
    ]
    assert open_spans(hours, at("2026-03-12", "10:00"), at("2026-03-12", "10:00")) == []
    assert open_spans(hours, at("2026-03-13"), at("2026-03-12")) == []


def test_windows_that_touch_or_overlap_are_one() -> None:
    assert told(keeping("thu 09:00-12:00, 12:00-14:00, 13:00-15:00"), "2026-03-12", "2026-03-13") == [
        "12 09:00-12 15:00"
    ]
    assert told(keeping("thu 20:00-24:00; fri 00:00-02:00"), "2026-03-12", "2026-03-14") == ["12 20:00-13 02:00"]


def test_a_night_belongs_to_the_date_on_which_it_begins() -> None:
    hours = keeping("daily 22:00-02:00")
    assert told(hours, "2026-03-12", "2026-03-13") == ["12 00:00-12 02:00", "12 22:00-13 00:00"]
    closed = replace(hours, closures=(Closure(date(2026, 3, 12), date(2026, 3, 12)),))
    assert told(closed, "2026-03-11", "2026-03-15") == [
        "11 00:00-11 02:00",
        "11 22:00-12 00:00",
        "13 22:00-14 02:00",
        "14 22:00-15 00:00",
    ]


def test_equal_times_are_a_whole_day() -> None:
    assert told(keeping("thu 10:00-10:00"), "2026-03-10", "2026-03-15") == ["12 10:00-13 10:00"]
    assert told(keeping("thu 00:00-00:00"), "2026-03-10", "2026-03-15") == ["12 00:00-13 00:00"]


def test_a_holiday_that_is_off_closes_nothing() -> None:
    holiday = Closure(date(2026, 3, 12), date(2026, 3, 12), "A holiday", holiday=True)
    assert told(replace(keeping(SPLIT), closures=(holiday,)), "2026-03-12", "2026-03-13") == []
    off = replace(keeping(SPLIT), closures=(replace(holiday, off=True),))
    assert len(told(off, "2026-03-12", "2026-03-13")) == 2


def test_an_extra_opening_adds_also_on_a_closed_date_and_is_never_cut() -> None:
    closed = replace(keeping("daily 09:00-17:00"), closures=(Closure(date(2026, 3, 12), date(2026, 3, 13)),))
    opened = replace(closed, openings=(Opening(date(2026, 3, 12), Window(22 * 60, 2 * 60)),))
    assert told(opened, "2026-03-12", "2026-03-14") == ["12 22:00-13 02:00"]
    beside = replace(keeping(SPLIT), openings=(Opening(date(2026, 3, 12), Window(12 * 60, 14 * 60)),))
    assert told(beside, "2026-03-12", "2026-03-13") == ["12 09:00-12 17:30"]


def test_an_opening_for_a_channel_is_open_for_it_alone() -> None:
    look = Opening(date(2026, 3, 14), Window(600, 630), Channel.EMAIL)
    hours = replace(keeping(SPLIT), openings=(look,))
    assert told(hours, "2026-03-14", "2026-03-16") == []
    assert told(hours, "2026-03-14", "2026-03-16", Channel.CALL) == []
    assert told(hours, "2026-03-14", "2026-03-16", Channel.EMAIL) == ["14 10:00-14 10:30"]
    saturday = at("2026-03-14", "09:00")
    assert next_opening(hours, saturday) == at("2026-03-16", "09:00")
    assert next_opening(hours, saturday, channel=Channel.EMAIL) == at("2026-03-14", "10:00")
    assert open_until(hours, at("2026-03-14", "10:10")) is None


@pytest.mark.parametrize(
    ("text", "day", "start", "end"),
    [
        ("sun 02:00-04:00", "2026-03-29", "01:00", "02:00"),
        ("sun 02:30-03:30", "2026-03-29", "01:00", "01:30"),
        ("sun 01:00-02:30", "2026-03-29", "00:00", "01:00"),
        ("sun 02:00-03:00", "2026-10-25", "00:00", "02:00"),
        ("sun 02:30-03:00", "2026-10-25", "00:30", "02:00"),
        ("sun 01:30-02:30", "2026-10-25", "23:30", "01:30"),
        ("sun 02:00-02:30", "2026-10-25", "00:00", "01:30"),
    ],
)
def test_a_clock_change_never_turns_a_span_round(text: str, day: str, start: str, end: str) -> None:
    (span,) = open_spans(keeping(text), at(day), at(day) + timedelta(days=1))
    assert tuple(f"{edge:%H:%M}" for edge in span) == (start, end)


def test_a_window_in_the_hour_that_is_left_out_is_none() -> None:
    assert told(keeping("sun 02:10-02:50"), "2026-03-28", "2026-03-31") == []


def test_never_open() -> None:
    for hours in (keeping(""), replace(keeping(SPLIT), closures=(Closure(date(2020, 1, 1), date(2030, 1, 1)),))):
        t = at("2026-03-12")
        assert next_opening(hours, t) is None
        assert last_opening_before(hours, t) is None
        assert add_open_time(hours, t, timedelta(hours=1)) is None
        assert open_spans(hours, t, t + timedelta(days=3)) == []


def test_an_opening_beyond_the_horizon_is_never() -> None:
    t = at("2026-03-12", "10:00")
    far = Hours("UTC", ((),) * 7, openings=(Opening((t + HORIZON).date(), Window(9 * 60, 10 * 60)),))
    assert next_opening(far, t) is None
    assert next_opening(far, t + timedelta(minutes=1)) == t + HORIZON


def test_always_open_has_no_end_in_sight() -> None:
    hours, t = keeping("daily 00:00-24:00"), at("2026-03-12", "10:00")
    assert is_open(hours, t)
    assert open_until(hours, t) is None
    assert last_opening_before(hours, t) is None
    assert open_spans(hours, t, t + timedelta(days=90)) == [(t, t + timedelta(days=90))]
    assert add_open_time(hours, t, timedelta(days=900)) == t + timedelta(days=900)


def test_the_last_opening_before() -> None:
    hours = keeping(SPLIT)
    assert last_opening_before(hours, at("2026-03-12", "22:00")) == at("2026-03-12", "13:30")
    assert last_opening_before(hours, at("2026-03-12", "13:30")) == at("2026-03-12", "09:00")
    assert last_opening_before(hours, at("2026-03-16", "08:00")) == at("2026-03-13", "13:30")
    long = replace(keeping("mon-sun 00:00-24:00"), closures=(Closure(date(2026, 2, 1), date(2026, 2, 1)),))
    assert last_opening_before(long, at("2026-03-29", "12:00")) == at("2026-02-02")


def test_the_next_span_that_begins_the_present_one_not_counted() -> None:
    hours = keeping(SPLIT)
    assert opening_after(hours, at("2026-03-12", "09:00")) == at("2026-03-12", "13:30")
    assert opening_after(hours, at("2026-03-12", "10:00")) == at("2026-03-12", "13:30")
    assert opening_after(hours, at("2026-03-12", "12:30")) == at("2026-03-12", "13:30")
    assert opening_after(hours, at("2026-03-13", "20:00")) == at("2026-03-16", "09:00")
    for text in ("", "daily 00:00-24:00"):
        assert opening_after(keeping(text), at("2026-03-12")) is None


def test_business_time() -> None:
    hours = keeping(SPLIT)
    assert open_time_between(hours, at("2026-03-12"), at("2026-03-14")) == timedelta(hours=15)
    friday = at("2026-03-13", "16:30")
    assert add_open_time(hours, friday, timedelta(hours=4)) == at("2026-03-16", "12:00")
    assert add_open_time(hours, friday, timedelta(hours=1)) == at("2026-03-13", "17:30")
    assert add_open_time(hours, at("2026-03-14"), timedelta()) == at("2026-03-16", "09:00")
    assert add_open_time(hours, friday, timedelta(hours=800)) is not None


def test_two_zones_meet() -> None:
    mine, theirs = keeping(SPLIT), keeping("mon-fri 09:00-17:00", "America/New_York")
    assert meet(mine, theirs, at("2026-03-12"), at("2026-03-13")) == [
        (at("2026-03-12", "14:00"), at("2026-03-12", "17:30"))
    ]
    assert next_opening(Meeting(mine, theirs), at("2026-03-12", "10:00")) == at("2026-03-12", "14:00")
    auckland = Hours("Pacific/Auckland", OFFICE)
    assert meet(Hours("Europe/Berlin", OFFICE), auckland, at("2026-01-05"), at("2026-02-04")) == []


def test_an_instant_in_any_zone_is_the_same_instant() -> None:
    hours = keeping("fri 00:00-01:00")
    there = datetime(2026, 3, 13, 12, 30, tzinfo=ZoneInfo("Pacific/Auckland"))
    assert is_open(hours, there)
    assert open_until(hours, there) == at("2026-03-13", "01:00")


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
def test_the_ends_of_the_calendar_are_quiet(year: int) -> None:
    hours = keeping("daily 00:00-24:00")
    for t in (datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, 23, 59, tzinfo=UTC)):
        next_opening(hours, t)
        last_opening_before(hours, t)
        open_until(hours, t)
        add_open_time(hours, t, timedelta(hours=1))
    assert next_opening(hours, datetime(9999, 1, 1, tzinfo=UTC)) is None
    assert open_spans(hours, datetime(9999, 1, 1, tzinfo=UTC), datetime(9999, 2, 1, tzinfo=UTC)) == []
