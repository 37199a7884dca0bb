"""Asking about a trip that ended or an event that passed. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.dates import PartialDate
from relapp.domain.facts import Section
from relapp.domain.insights.ripe_opener import INSIGHT, Candidate, find
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)


def day(offset: int) -> PartialDate:
    return PartialDate.of(TODAY + timedelta(days=offset))


NORWAY = Candidate(7, "Tom Keller", "Tom", 9, Section.TRAVEL, "Norway", "trip to the north", day(-11), day(-3))
MOVE = Candidate(7, "Tom Keller", "Tom", 8, Section.WORK, "New office", "moves to Bergen", day(-8), None)


def test_a_trip_that_ended_reads_well() -> None:
    (found,) = find([NORWAY], TODAY)
    assert found.title == "Ask Tom Keller how it went"
    assert found.short == "How was the trip to Norway?"
    assert found.why == "Tom has been back since Monday. You noted “Norway: trip to the north”."
    assert found.facts == ("Norway: trip to the north, 1 March 2026 to 9 March 2026",)
    assert (found.about, found.fields) == ("9", {"opener": "How was the trip to Norway?"})


def test_an_event_that_passed_reads_well() -> None:
    (found,) = find([MOVE], TODAY)
    assert found.title == "Ask Tom Keller about “New office”"
    assert found.why == "You noted “New office: moves to Bergen”; that was on 4 March."
    assert found.fields["opener"] == "You told me about this: New office: moves to Bergen. How did it go?"


@pytest.mark.parametrize(
    ("on", "ends", "ripe"),
    [
        (day(0), None, False),
        (day(-1), None, True),
        (day(-14), None, True),
        (day(-15), None, False),
        (day(-20), day(-1), True),
        (day(-5), day(0), False),
        (day(-30), day(-15), False),
        (PartialDate(2026, 2), None, True),
        (PartialDate(2026, 3), None, False),
        (PartialDate(2026), None, False),
        (PartialDate(None, 3, 11), None, False),
    ],
)
def test_it_is_asked_about_for_two_weeks(on: PartialDate, ends: PartialDate | None, ripe: bool) -> None:
    assert bool(list(find([NORWAY._replace(day=on, ends=ends)], TODAY))) is ripe


def test_what_is_known_to_the_month_names_the_month() -> None:
    (found,) = find([MOVE._replace(day=PartialDate(2026, 2))], TODAY)
    assert found.why == "You noted “New office: moves to Bergen”; that was in February."


def test_travels_weigh_more_than_the_rest_then_what_ended_last() -> None:
    fair = MOVE._replace(id=3, day=day(-1))
    assert [one.about for one in ranked(INSIGHT, MOVE, NORWAY, fair)] == ["9", "3", "8"]
