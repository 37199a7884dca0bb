"""How often to be in touch: whose cadence counts, when it is due, how it stands, and many at once spread out."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.cadence import DEFAULT_DAYS, Standing, State, days_of, due_day, spread, standing
from relapp.domain.leave import leave_of
from relapp.domain.people import Tier

TODAY = date(2026, 3, 12)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_the_own_cadence_wins_over_the_tier() -> None:
    assert days_of(Tier.A, None, DEFAULT_DAYS) == 30
    assert days_of(Tier.B, None, DEFAULT_DAYS) == 90
    assert days_of(Tier.C, None, DEFAULT_DAYS) == 180
    assert days_of(Tier.A, 21, DEFAULT_DAYS) == 21
    assert days_of(None, 21, DEFAULT_DAYS) == 21
    assert days_of(None, None, DEFAULT_DAYS) is None
    assert days_of(Tier.C, None, {Tier.A: 30}) is None


def test_due_after_the_last_contact_else_after_getting_the_cadence() -> None:
    assert due_day(ago(10), ago(100), 30) == TODAY + timedelta(days=20)
    assert due_day(None, ago(10), 30) == TODAY + timedelta(days=20)
    assert due_day(None, None, 30) is None
    assert due_day(ago(10), ago(10), None) is None
    assert due_day(date(9999, 12, 1), None, 180) is None


@pytest.mark.parametrize(
    ("silent", "days", "expected"),
    [
        (12, 30, Standing(State.CALM, 12, 30)),
        (23, 30, Standing(State.CALM, 23, 30)),
        (24, 30, Standing(State.SOON, 24, 30)),
        (30, 30, Standing(State.SOON, 30, 30)),
        (31, 30, Standing(State.LATE, 31, 30, 1)),
        (64, 21, Standing(State.LATE, 64, 21, 43)),
        (72, 90, Standing(State.SOON, 72, 90)),
        (0, 30, Standing(State.CALM, 0, 30)),
        (-3, 30, Standing(State.CALM, 0, 30)),
        (500, None, Standing(State.NONE, 500, None)),
    ],
)
def test_how_it_stands(silent: int, days: int | None, expected: Standing) -> None:
    assert standing(ago(silent), due_day(ago(silent), None, days), days, TODAY) == expected


def test_who_was_never_contacted_is_new_and_comes_due_too() -> None:
    assert standing(None, due_day(None, ago(10), 30), 30, TODAY) == Standing(State.NEW, None, 30)
    assert standing(None, due_day(None, ago(35), 30), 30, TODAY) == Standing(State.NEW, None, 30, late=5)
    assert standing(None, None, None, TODAY) == Standing(State.NEW, None, None)


def test_leave_puts_the_due_day_off_and_is_no_silence() -> None:
    leave = leave_of([(date(2026, 3, 20), date(2026, 3, 29))])
    due = due_day(ago(10), None, 30, leave)
    assert due == date(2026, 4, 11)
    assert standing(ago(10), due, 30, date(2026, 4, 6)) == Standing(State.SOON, 35, 40)
    assert standing(ago(10), due, 30, date(2026, 4, 4)) == Standing(State.CALM, 33, 40)
    assert standing(ago(10), due, 30, date(2026, 4, 12)) == Standing(State.LATE, 41, 40, 1)


@given(st.integers(0, 400), st.integers(1, 400))
def test_late_means_the_due_day_has_passed(silent: int, days: int) -> None:
    due = due_day(ago(silent), None, days)
    assert due is not None
    assert (standing(ago(silent), due, days, TODAY).state is State.LATE) is (due < TODAY)


def test_a_dozen_come_due_together_more_are_spread_out() -> None:
    assert spread(range(12), 30) == dict.fromkeys(range(12), 30)
    assert spread(range(1, 16), 30) == {k: 2 * k for k in range(1, 16)}
    assert spread([], 30) == {}


@given(st.sets(st.integers(1, 10_000), min_size=13, max_size=200), st.integers(1, 400))
def test_the_kth_of_n_is_due_after_its_share(ids: set[int], days: int) -> None:
    result = spread(reversed(sorted(ids)), days)
    for k, person in enumerate(sorted(ids), 1):
        assert result[person] == ceil(k * days / len(ids))
    assert max(result.values()) == days
    assert min(result.values()) >= 1
