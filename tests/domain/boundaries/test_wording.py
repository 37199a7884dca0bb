"""What is said of hours: the sentence for clients in their zone, the length of a week, the windows of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE, Closure, Hours, Opening, UrgentRule, Window
from relapp.domain.boundaries.wording import day_windows, tell_clients, week_hours, week_words
from relapp.domain.people import Channel
from tests.domain.boundaries import oracle
from tests.domain.boundaries.hours_of_chance import DAY, STRETCH, channels, hours_around

WEEK = week_text.read_or_refuse("mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00")
WINTER, SUMMER = datetime(2026, 3, 12, 9, tzinfo=UTC), datetime(2026, 7, 1, 9, tzinfo=UTC)
MINE = Hours("Europe/Berlin", WEEK)


def test_the_sentence_to_tell_clients() -> None:
    assert tell_clients(MINE, None, WINTER, UrgentRule()) == (
        "I am available Mon–Thu 9:00–12:30 and 13:30–17:30, Fri 9:00–14:00 (CET). For urgent matters please call."
    )


@pytest.mark.parametrize(
    ("zone", "now", "said"),
    [
        ("Europe/Oslo", SUMMER, "Mon–Thu 9:00–12:30 and 13:30–17:30, Fri 9:00–14:00 (CEST)"),
        ("America/New_York", WINTER, "Mon–Thu 4:00–7:30 and 8:30–12:30, Fri 4:00–9:00 (EDT)"),
        ("Asia/Kathmandu", WINTER, "Mon–Thu 13:45–17:15 and 18:15–22:15, Fri 13:45–18:45 (UTC+5:45)"),
        ("America/Sao_Paulo", WINTER, "Mon–Thu 5:00–8:30 and 9:30–13:30, Fri 5:00–10:00 (UTC-3)"),
        (
            "Pacific/Auckland",
            WINTER,
            "Mon 21:00–0:30, Tue–Thu 1:30–5:30 and 21:00–0:30, Fri 1:30–5:30 and 21:00–2:00 (NZDT)",
        ),
    ],
)
def test_it_is_told_in_the_clients_own_clocks(zone: str, now: datetime, said: str) -> None:
    assert tell_clients(MINE, zone, now, None) == f"I am available {said}."


def test_urgent_ways_are_told_as_the_rule_has_them() -> None:
    rule = UrgentRule(channels=frozenset({Channel.MESSAGE, Channel.CALL}))
    assert tell_clients(MINE, None, WINTER, rule).endswith("For urgent matters please call or send a message.")
    assert tell_clients(MINE, None, WINTER, UrgentRule(channels=frozenset())).endswith("(CET).")


def test_without_hours_none_are_told() -> None:
    assert tell_clients(Hours("Europe/Berlin", ((),) * 7), None, WINTER, None) == "I have no fixed hours."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("daily 00:00-24:00", "Mon–Sun 0:00–24:00"),
        ("sat 10:00-10:30", "Sat 10:00–10:30"),
        ("mon 09:00-12:00, 12:00-14:00; wed 09:00-14:00", "Mon 9:00–14:00, Wed 9:00–14:00"),
        ("fri 22:00-02:00", "Fri 22:00–2:00"),
        ("mon 8-9, 10-11, 12-13", "Mon 8:00–9:00, 10:00–11:00 and 12:00–13:00"),
    ],
)
def test_a_week_in_words(text: str, said: str) -> None:
    assert week_words(week_text.read_or_refuse(text)) == said


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", 0),
        ("mon-fri 09:00-17:00", 40),
        ("mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00", 35),
        ("daily 00:00-24:00", 168),
        ("daily 10:00-10:00", 168),
        ("mon 09:00-12:00, 11:00-13:00", 4),
        ("sun 22:00-02:00; mon 01:00-03:00", 5),
        ("mon 22:00-02:00", 4),
    ],
)
def test_the_length_of_a_week_counts_what_overlaps_once(text: str, hours: int) -> None:
    assert week_hours(week_text.read_or_refuse(text)) == timedelta(hours=hours)


def test_a_day_shows_what_is_open_on_it() -> None:
    nights = Hours("Europe/Berlin", week_text.read_or_refuse("daily 22:00-02:00"))
    friday = date(2026, 3, 13)
    assert day_windows(nights, friday) == [Window(0, 120), Window(1320, 1440)]
    assert day_windows(replace(nights, closures=(Closure(friday, friday),)), friday) == []
    eve = replace(nights, closures=(Closure(friday - timedelta(days=1), friday - timedelta(days=1)),))
    assert day_windows(eve, friday) == [Window(1320, 1440)]
    look = Opening(friday, Window(600, 630), Channel.EMAIL)
    office = Hours("Europe/Berlin", OFFICE, openings=(look, Opening(friday, Window(1020, 1080))))
    assert day_windows(office, friday) == [Window(540, 1080)]
    assert day_windows(replace(office, week=((),) * 7), friday, channel=Channel.EMAIL) == [
        Window(600, 630),
        Window(1020, 1080),
    ]


@given(st.data())
def test_a_day_shows_just_the_open_minutes(data: st.DataObject) -> None:
    begins = 20_000
    hours, channel = data.draw(hours_around("UTC", begins)), data.draw(channels)
    opens = oracle.open_minutes(hours, begins * DAY, (begins + STRETCH) * DAY, channel)
    for day in range(STRETCH):
        shown = day_windows(hours, oracle.EPOCH.date() + timedelta(days=begins + day), channel=channel)
        inside = [any(window.start <= minute < window.end for window in shown) for minute in range(DAY)]
        assert inside == opens[day * DAY : (day + 1) * DAY]
