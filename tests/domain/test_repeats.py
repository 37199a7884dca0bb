"""Repeats: from the plan in wall time, or from done; in rules and in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain import repeats
from relapp.domain.errors import Refused
from relapp.domain.repeats import Repeat

BERLIN = ZoneInfo("Europe/Berlin")
MONDAYS = Repeat("FREQ=WEEKLY;BYDAY=MO")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("said", "stored", "words"),
    [
        ("every first monday", "FREQ=MONTHLY;BYDAY=1MO", "every first Monday"),
        ("Every last Friday of the month", "FREQ=MONTHLY;BYDAY=-1FR", "every last Friday"),
        ("every monday", "FREQ=WEEKLY;BYDAY=MO", "every Monday"),
        ("every mon and thu", "FREQ=WEEKLY;BYDAY=MO,TH", "every Monday and Thursday"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"),
        ("every other friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Friday every 2 weeks"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
        ("yearly", "FREQ=YEARLY", "every year"),
        ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"),
        ("monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"),
        ("on the 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=15", None),
        ("every month on day 15", "FREQ=MONTHLY;BYMONTHDAY=15", None),
        ("monthly on the first monday", "FREQ=MONTHLY;BYDAY=1MO", None),
        ("on the last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("weekly on tue and thu", "FREQ=WEEKLY;BYDAY=TU,TH", None),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", None),
        ("RRULE:FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;COUNT=3", "by the rule FREQ=WEEKLY;COUNT=3"),
        ("FREQ=WEEKLY;UNTIL=20260601T000000Z", "FREQ=WEEKLY;UNTIL=20260601T000000Z", None),
        ("after 30 days", "after 30 days", "30 days after it is done"),
        ("2 weeks after it is done", "after 14 days", "14 days after it is done"),
        ("after 3 months", "after 90 days", "90 days after it is done"),
        ("3 months after the last contact", "after 90 days", None),
        ("after a day", "after 1 days", "a day after it is done"),
    ],
)
def test_repeats_are_read_stored_and_told(said: str, stored: str, words: str | None) -> None:
    found = repeats.read_or_refuse(said)
    assert str(found) == stored
    assert repeats.read(stored) == found
    assert words is None or repeats.words(found) == words


@pytest.mark.parametrize(
    "said",
    ["", "sometimes", "FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", "after 0 days", "every 0 weeks", "after 9999 years"],
)
def test_what_is_no_repeat_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="is no repeat"):
        repeats.read_or_refuse(said)


@pytest.mark.parametrize(
    "said",
    [
        *("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=YEARLY;INTERVAL=99999999", "FREQ=DAILY;COUNT=0"),
        *("FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;BYMONTHDAY=0", "FREQ=DAILY;BYMONTHDAY=32", "FREQ=DAILY;FREQ=WEEKLY"),
        *("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=WEEKLY;BYSETPOS=5"),
    ],
)
def test_a_rule_that_never_comes_or_never_moves_on_is_refused(said: str) -> None:
    assert repeats.read(said) is None


@pytest.mark.parametrize(
    "said", ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=DAILY;BYMONTHDAY=-1", "FREQ=WEEKLY;INTERVAL=2"]
)
def test_rare_rules_that_do_come_are_read(said: str) -> None:
    assert repeats.read(said) == Repeat(said)


def test_an_open_one_becomes_due_anew_and_counts_the_missed() -> None:
    due = at("2026-03-02 10:00")
    assert repeats.occurrence(due, MONDAYS, due, at("2026-03-09 09:59"), BERLIN) == (due, 0)
    assert repeats.occurrence(due, MONDAYS, due, at("2026-03-09 10:00"), BERLIN) == (at("2026-03-09 10:00"), 1)
    assert repeats.occurrence(due, MONDAYS, due, at("2026-03-18 10:00"), BERLIN) == (at("2026-03-16 10:00"), 2)


def test_a_rule_keeps_its_wall_time_across_a_clock_change() -> None:
    found = repeats.following(MONDAYS, at("2026-03-02 10:00"), at("2026-03-23 10:00"), at("2026-03-23 11:00"), BERLIN)
    assert found == at("2026-03-30 10:00")


def test_done_late_goes_on_with_the_next_planned_one() -> None:
    found = repeats.following(MONDAYS, date(2026, 3, 2), date(2026, 3, 2), at("2026-03-17 12:00"), BERLIN)
    assert found == date(2026, 3, 23)


def test_done_early_does_not_come_again_at_once() -> None:
    found = repeats.following(MONDAYS, date(2026, 3, 2), date(2026, 3, 16), at("2026-03-12 12:00"), BERLIN)
    assert found == date(2026, 3, 23)


def test_from_done_counts_days_and_keeps_the_hour() -> None:
    after = Repeat(days=30)
    assert repeats.following(
        after, at("2026-03-02 10:00"), at("2026-03-02 10:00"), at("2026-03-12 23:30"), BERLIN
    ) == at("2026-04-11 10:00")
    assert repeats.following(after, date(2026, 3, 2), date(2026, 3, 2), at("2026-03-12 09:00"), BERLIN) == date(
        2026, 4, 11
    )


def test_a_rule_that_ends_brings_nothing_more() -> None:
    twice = Repeat("FREQ=DAILY;COUNT=2")
    assert repeats.following(twice, date(2026, 3, 2), date(2026, 3, 3), at("2026-03-03 09:00"), BERLIN) is None


def test_planned_moments_of_a_stretch() -> None:
    found = repeats.between(MONDAYS, at("2026-03-02 10:00"), at("2026-03-09 10:00"), at("2026-03-23 10:00"), BERLIN)
    assert found == [at("2026-03-09 10:00"), at("2026-03-16 10:00")]
    assert (
        repeats.between(Repeat(days=3), date(2026, 3, 2), at("2026-03-09 10:00"), at("2026-03-23 10:00"), BERLIN) == []
    )


def test_the_first_one_lies_ahead() -> None:
    now = at("2026-03-12 10:12")
    assert repeats.first(Repeat("FREQ=WEEKLY;BYDAY=TH"), now, time(10), BERLIN) == at("2026-03-19 10:00")
    assert repeats.first(Repeat("FREQ=WEEKLY;BYDAY=TH"), now, time(11), BERLIN) == at("2026-03-12 11:00")
    assert repeats.first(Repeat("FREQ=WEEKLY;INTERVAL=2"), now, None, BERLIN) == date(2026, 3, 26)


def test_a_yearly_one_of_29_february_falls_on_the_28th_in_common_years() -> None:
    leap = date(2024, 2, 29)
    yearly = Repeat("FREQ=YEARLY")
    assert repeats.between(yearly, leap, at("2025-01-01 00:00"), at("2029-01-01 00:00"), BERLIN) == [
        date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260314", "2026-03-14 10:00"),  # the whole day
        ("20260314T090000Z", "2026-03-14 10:00"),  # 10:00 in Berlin
        ("20260314T085959Z", "2026-03-13 10:00"),
        ("20260314T100000", "2026-03-14 10:00"),
    ],
)
def test_the_end_of_a_rule_counts_by_my_clock(until: str, last: str) -> None:
    daily = repeats.read_or_refuse(f"FREQ=DAILY;UNTIL={until}")
    found = repeats.between(daily, at("2026-03-12 10:00"), at("2026-03-12 00:00"), at("2026-04-01 00:00"), BERLIN)
    assert found[-1] == at(last)


RULES = st.tuples(
    st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
    st.sampled_from(("", ";INTERVAL=2", ";INTERVAL=5")),
    st.sampled_from(("", "", ";BYDAY=MO", ";BYDAY=TU,SU", ";BYDAY=FR,MO;BYSETPOS=1", ";BYMONTH=2,6", ";BYMONTHDAY=31")),
    st.sampled_from(("", ";COUNT=7", ";UNTIL=20250615", ";WKST=SU")),
)


@given(RULES, st.integers(0, 3000), st.integers(0, 3000), st.lists(st.integers(-300, 300), min_size=1, max_size=3))
def test_a_rule_that_began_long_ago_has_the_moments_it_has_from_its_beginning(
    parts: tuple[str, ...], begins: int, later: int, looks: list[int]
) -> None:
    repeat = repeats.read("FREQ=" + "".join(parts))
    if repeat is None:
        return
    anchor = datetime(2018, 1, 31, 9) + timedelta(days=begins)  # noqa: DTZ001  (wall time)
    rule = repeat.rule.replace("20250615", "20250615T235959")
    if (anchor.month, anchor.day) == (2, 29) and "YEARLY" in rule and "BY" not in rule:
        rule += ";BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
    for look in looks:  # also back again
        now = anchor + timedelta(days=later + look)
        every = list(takewhile(lambda moment, now=now: moment <= now, rrulestr(rule, dtstart=anchor)))  # type: ignore[misc]
        come = [moment.replace(tzinfo=UTC) for moment in every if moment > anchor]
        due = anchor.replace(tzinfo=UTC)
        stands = repeats.occurrence(due, repeat, due, now.replace(tzinfo=UTC), UTC)
        assert stands == ((come[-1] if come else due), len(come))
        last = [moment for moment in come if moment > now.replace(tzinfo=UTC) - timedelta(days=40)]
        begin = now.replace(tzinfo=UTC) - timedelta(days=40) + timedelta(seconds=1)
        assert (
            repeats.between(
                repeat, due, max(begin, due + timedelta(seconds=1)), now.replace(tzinfo=UTC) + timedelta(seconds=1), UTC
            )
            == last
        )
