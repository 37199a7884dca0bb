"""My leave: how it is joined, what it puts off, which of its days changed; each against counting day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.leave import NO_LEAVE, changed_days, leave_of

START = date(2026, 3, 1)
days = st.integers(0, 60).map(lambda number: START + timedelta(days=number))
spans = st.lists(st.builds(lambda first, length: (first, first + timedelta(days=length)), days, st.integers(-1, 12)))


def closed(leave: list[tuple[date, date]]) -> set[date]:
    return {
        day for first, last in leave for day in (START + timedelta(days=n) for n in range(90)) if first <= day <= last
    }


@given(spans, days, st.integers(1, 40))
def test_only_days_that_are_not_closed_pass(leave: list[tuple[date, date]], start: date, wanted: int) -> None:
    shut, day, passed = closed(leave), start, 0
    while passed < wanted:
        day += timedelta(days=1)
        passed += day not in shut
    made = leave_of(leave)
    assert made.after(start, wanted) == day
    assert made.between(start, day) == (day - start).days - wanted


@given(spans, spans)
def test_what_changed_reaches_from_the_first_to_the_last_day_that_differs(
    before: list[tuple[date, date]], after: list[tuple[date, date]]
) -> None:
    differ = closed(before) ^ closed(after)
    assert changed_days(leave_of(before), leave_of(after)) == ((min(differ), max(differ)) if differ else None)


def test_where_the_calendar_ends_there_is_no_day() -> None:
    assert NO_LEAVE.after(date(9999, 12, 1), 31) is None
    assert leave_of([(date(2026, 1, 1), date.max)]).after(START, 1) is None
    assert changed_days(NO_LEAVE, leave_of([(START, date.max)])) == (START, date.max)
