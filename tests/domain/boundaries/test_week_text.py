"""Weeks as text: every way people write hours is read, what is written is read as the same, the rest is refused."""

from __future__ import annotations

import pytest
from hypothesis import given

from relapp.domain.boundaries.hours import OFFICE, Week, Window
from relapp.domain.boundaries.week_text import clock_text, read, read_or_refuse, read_window, write, write_window
from relapp.domain.errors import Refused
from tests.domain.boundaries.hours_of_chance import weeks, windows

NINE_TO_FIVE = Window(540, 1020)
SPLIT = (Window(540, 750), Window(810, 1050))


def on(*days: int, windows: tuple[Window, ...] = (NINE_TO_FIVE,)) -> Week:
    return tuple(windows if day in days else () for day in range(7))


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("", on()),
        (" ; ", on()),
        ("mon-fri 09:00-17:00", OFFICE),
        ("Mon – Fri 9–17", OFFICE),
        ("monday to friday 9 am to 5 pm", OFFICE),
        ("weekdays 0900-1700", OFFICE),
        ("mon-thu09:00-12:30,13:30-17:30;fri 09:00-14:00", (SPLIT, SPLIT, SPLIT, SPLIT, (Window(540, 840),), (), ())),
        (
            "  mon - thu   09:00 - 12:30 ,  13:30 - 17:30 ;\n fri 09:00-14:00 ;",
            (SPLIT, SPLIT, SPLIT, SPLIT, (Window(540, 840),), (), ()),
        ),
        ("mon 13:30-17:30, 09:00-12:30", on(0, windows=SPLIT)),
        ("mon 09:00-12:30; mon 13:30-17:30", on(0, windows=SPLIT)),
        ("sat 9.00-17.00", on(5)),
        ("sat, sun 09:00-17:00", on(5, 6)),
        ("sat: 09:00-17:00", on(5)),
        ("fri-mon 09:00-17:00", on(4, 5, 6, 0)),
        ("sun 00:00-24:00", on(6, windows=(Window(0, 1440),))),
        ("fri 22:00-02:00", on(4, windows=(Window(1320, 120),))),
        ("daily 08:00-08:00", on(*range(7), windows=(Window(480, 480),))),
        ("mon-fri 09:00-17:00; wed closed", OFFICE),
        ("sat-sun closed", on()),
    ],
)
def test_hours_are_read_however_they_are_spaced(text: str, week: Week) -> None:
    assert read(text) == week


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("mon", "mon"),
        ("09:00-17:00", "09:00-17:00"),
        ("mon 09:00", "mon 09:00"),
        ("mon 09:00-25:00", "mon 09:00-25:00"),
        ("mon 24:00-24:00", "mon 24:00-24:00"),
        ("mon 09:60-10:00", "mon 09:60-10:00"),
        ("mon 09:00-24:01", "mon 09:00-24:01"),
        ("mon 13 pm-14 pm", "mon 13 pm-14 pm"),
        ("mon-fri 9-17;  someday   9-12", "someday 9-12"),
        ("mon 09:00-12:00, then", "mon 09:00-12:00, then"),
        ("mon-tue-wed 9-17", "mon-tue-wed 9-17"),
        ("mon ٩-١٧", "mon ٩-١٧"),
    ],
)
def test_what_is_not_understood_is_refused_by_its_part(text: str, part: str) -> None:
    assert read(text) is None
    with pytest.raises(Refused) as refused:
        read_or_refuse(text)
    assert str(refused.value).startswith(f"“{part}” are no hours;")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("week", "text"),
    [
        (on(), ""),
        (OFFICE, "mon-fri 09:00-17:00"),
        (on(0, 2, 4), "mon 09:00-17:00; wed 09:00-17:00; fri 09:00-17:00"),
        (on(5, 6), "sat-sun 09:00-17:00"),
        ((SPLIT,) * 4 + ((Window(540, 840),), (), ()), "mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00"),
        (on(6, windows=(Window(1320, 0), Window(0, 1440))), "sun 22:00-00:00, 00:00-24:00"),
    ],
)
def test_a_week_is_written_in_as_few_parts_as_it_has(week: Week, text: str) -> None:
    assert write(week) == text


@given(weeks)
def test_what_is_written_is_read_as_the_same(week: Week) -> None:
    in_order = tuple(tuple(sorted(set(windows))) for windows in week)
    assert read(write(in_order)) == in_order


@given(windows)
def test_a_window_is_written_so_that_it_is_read_as_the_same(window: Window) -> None:
    assert read_window(write_window(window)) == window


@pytest.mark.parametrize("text", ["", "08:00", "8-", "08:00-20:00, 21:00-22:00", "x-y", "8--9"])
def test_what_is_no_window_is_none(text: str) -> None:
    assert read_window(text) is None


def test_clock_times_have_two_digits() -> None:
    assert [clock_text(minutes) for minutes in (0, 540, 1439, 1440)] == ["00:00", "09:00", "23:59", "24:00"]
