"""Wall times and instants, where clocks change and where they do not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.errors import KnownError
from relapp.domain.instants import instant, iso_moment, read_instant

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("zone", "day", "clock", "utc"),
    [
        ("Europe/Berlin", date(2026, 3, 12), time(16), "2026-03-12T15:00:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(1, 59), "2026-03-29T00:59:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(2), "2026-03-29T01:00:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30, 15, 7), "2026-03-29T01:00:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 59, 59), "2026-03-29T01:00:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(3), "2026-03-29T01:00:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30:00"),
        ("America/Santiago", date(2026, 9, 6), time(0), "2026-09-06T04:00:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(12), "2011-12-30T10:00:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30:00"),
        ("UTC", date(2026, 3, 29), time(2, 30), "2026-03-29T02:30:00"),
    ],
)
def test_the_instant_of_a_wall_time(zone: str, day: date, clock: time, utc: str) -> None:
    assert instant(day, clock, ZoneInfo(zone)) == datetime.fromisoformat(utc + "+00:00")


_walls = st.builds(datetime.combine, st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.times())
_zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca"])


@given(_walls, _zones)
def test_the_clocks_show_what_was_asked_or_the_first_time_after_it(wall: datetime, zone: str) -> None:
    moment = instant(wall.date(), wall.time(), ZoneInfo(zone))
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    before = (moment - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert shown == wall or before < wall < shown


@given(_walls, _zones, st.integers(0, 10_000))
def test_later_on_the_clock_is_never_an_earlier_instant(wall: datetime, zone: str, minutes: int) -> None:
    """But in the doubled hour of autumn, whose second round is left out."""
    later = wall + timedelta(minutes=minutes)
    there = ZoneInfo(zone)
    assert instant(wall.date(), wall.time(), there) <= instant(later.date(), later.time(), there)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-03-12", "2026-03-11T23:00:00"),
        ("2026-03-12T12:30", "2026-03-12T11:30:00"),
        ("2026-03-12 12:30:15", "2026-03-12T11:30:15"),
        (" 2026-03-12T12:30Z ", "2026-03-12T12:30:00"),
        ("2026-03-12t12:30z", "2026-03-12T12:30:00"),
        ("2026-03-12T12:30+02:00", "2026-03-12T10:30:00"),
        ("2026-03-12T12:30-0530", "2026-03-12T18:00:00"),
        ("2026-03-12T12:30+02", "2026-03-12T10:30:00"),
        ("2026-03-12T12:30:00.250000Z", "2026-03-12T12:30:00.250000"),
    ],
)
def test_an_instant_of_the_command_line(text: str, utc: str) -> None:
    moment = read_instant(text, BERLIN)
    assert moment == datetime.fromisoformat(utc + "+00:00")
    assert moment.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "20260312", "2026-3-12", "2026-02-30", "2026-03-12T24:00", "2026-03-12T12", "2026-W11-4",
     "2026-03-12T12:30+99:00", "9999-12-31T23:59-23:00", "12.3.2026", "٢٠٢٦-03-12"],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(KnownError, match=r"is no moment; write it like 2026-03-12"):
        read_instant(text, BERLIN)


@given(st.datetimes(timezones=st.just(UTC)))
def test_what_is_written_in_utc_is_read_back(moment: datetime) -> None:
    assert read_instant(moment.isoformat(), BERLIN) == moment
    assert iso_moment(moment.isoformat(), BERLIN) == moment
