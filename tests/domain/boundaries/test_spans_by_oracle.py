"""Spans agree with an oracle that walks the minutes, over hours of chance and every kind of clock change."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relapp.domain.boundaries.hours import Hours
from relapp.domain.boundaries.spans import (
    Meeting,
    add_open_time,
    is_open,
    last_opening_before,
    meet,
    next_opening,
    open_spans,
    open_time_between,
    open_until,
)
from relapp.domain.people import Channel
from tests.domain.boundaries import oracle
from tests.domain.boundaries.hours_of_chance import (
    DAY,
    SOME_ZONES,
    STRETCH,
    ZONES,
    channels,
    hours_around,
    instant,
    stretches,
)

QUICK = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def truth(hours: Hours, begins: int, channel: Channel | None) -> list[bool]:
    return oracle.open_minutes(hours, begins * DAY, (begins + STRETCH) * DAY, channel)


def first_true(opens: list[bool], start: int) -> int | None:
    return next((place for place in range(start, len(opens)) if opens[place]), None)


def check_moment(hours: Hours, opens: list[bool], begins: int, place: int, channel: Channel | None) -> None:
    """All that is said of one moment, as far as it can be seen within the stretch."""
    at = instant(begins * DAY + place)
    assert is_open(hours, at, channel=channel) is opens[place]
    opening = first_true(opens, place)
    found = next_opening(hours, at, channel=channel)
    if opening is not None:
        assert found == instant(begins * DAY + opening)
    else:
        assert found is None or found >= instant((begins + STRETCH) * DAY)
    quiet = next((later for later in range(place, len(opens)) if not opens[later]), None)
    if opens[place] and quiet is not None:
        assert open_until(hours, at, channel=channel) == instant(begins * DAY + quiet)
    if not opens[place]:
        assert open_until(hours, at, channel=channel) is None
    begun = next((back for back in range(place - 1, 0, -1) if opens[back] and not opens[back - 1]), None)
    if begun is not None:
        assert last_opening_before(hours, at, channel=channel) == instant(begins * DAY + begun)


@pytest.mark.parametrize("zone", ZONES)
@QUICK
@given(st.data())
def test_what_is_open_is_what_the_minutes_say(zone: str, data: st.DataObject) -> None:
    begins = data.draw(st.sampled_from(stretches(zone)))
    hours, channel = data.draw(hours_around(zone, begins)), data.draw(channels)
    opens = truth(hours, begins, channel)
    start, end = instant(begins * DAY), instant((begins + STRETCH) * DAY)
    assert open_spans(hours, start, end, channel=channel) == oracle.spans(opens, begins * DAY)
    for place in data.draw(st.lists(st.integers(0, len(opens) - 1), min_size=4, max_size=4)):
        check_moment(hours, opens, begins, place, channel)


@pytest.mark.parametrize("zone", ("Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Pacific/Apia"))
@QUICK
@given(st.data())
def test_business_time_counts_open_minutes(zone: str, data: st.DataObject) -> None:
    begins = data.draw(st.sampled_from(stretches(zone)))
    hours = data.draw(hours_around(zone, begins))
    opens = truth(hours, begins, None)
    low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(opens) - 1)] * 2)))
    a, b = instant(begins * DAY + low), instant(begins * DAY + high)
    gone = sum(opens[low:high])
    assert open_time_between(hours, a, b) == timedelta(minutes=gone)
    assert open_time_between(hours, b, a) == timedelta()
    if gone:
        later = add_open_time(hours, a, timedelta(minutes=gone))
        assert later is not None and later <= b
        assert open_time_between(hours, a, later) == timedelta(minutes=gone)
        assert is_open(hours, later - timedelta(microseconds=1))


@QUICK
@given(st.data(), st.sampled_from(SOME_ZONES), st.sampled_from(SOME_ZONES))
def test_two_meet_when_both_are_open(data: st.DataObject, here: str, there: str) -> None:
    begins = data.draw(st.sampled_from(stretches(here)))
    mine, theirs = data.draw(hours_around(here, begins)), data.draw(hours_around(there, begins))
    both = [a and b for a, b in zip(truth(mine, begins, None), truth(theirs, begins, None), strict=True)]
    start, end = instant(begins * DAY), instant((begins + STRETCH) * DAY)
    assert meet(mine, theirs, start, end) == oracle.spans(both, begins * DAY)
    at = data.draw(st.integers(0, len(both) - 1))
    opening = first_true(both, at)
    found = next_opening(Meeting(mine, theirs), instant(begins * DAY + at))
    if opening is not None:
        assert found == instant(begins * DAY + opening)
    else:
        assert found is None or found >= end


@QUICK
@given(st.data(), st.sampled_from(SOME_ZONES))
def test_spans_do_not_depend_on_where_one_begins_to_look(data: st.DataObject, zone: str) -> None:
    """Clipped, sorted, never touching, and the same whether asked for in one piece or in many."""
    begins = data.draw(st.sampled_from(stretches(zone)))
    hours = data.draw(hours_around(zone, begins))
    cuts = sorted({begins - 40, begins + 40, *data.draw(st.lists(st.integers(begins - 40, begins + 40), max_size=5))})
    whole = open_spans(hours, instant(cuts[0] * DAY), instant(cuts[-1] * DAY))
    assert all(start < end for start, end in whole)
    assert all(before[1] < after[0] for before, after in pairwise(whole))
    pieces: list[tuple[datetime, datetime]] = []
    for low, high in pairwise(cuts):
        for start, end in open_spans(hours, instant(low * DAY), instant(high * DAY)):
            joins = pieces and pieces[-1][1] == start
            pieces[-1:] = [(pieces[-1][0], end)] if joins else [*pieces[-1:], (start, end)]
    assert pieces == whole
