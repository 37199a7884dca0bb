"""Beside the lists: the weekly session, who goes quiet; above them the ribbon with what comes and came today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.boundaries.week_text import read_or_refuse
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Tier
from relapp.domain.settings import HOURS, WEEKLY_DAY
from relapp.domain.timeline import NewEntry
from relapp.domain.today_words import session_words
from tests.clocks import NOW, StandingClock
from tests.ui.doubles import ShellDouble
from tests.ui.focus_chain import after
from ui.bus import Bus
from ui.palette import Tone
from ui.today.page import TodayPage
from ui.widgets.buttons import Button

LEFT = Qt.MouseButton.LeftButton
Open = Callable[[], TodayPage]


@pytest.fixture
def quiet(core: Core) -> list[int]:
    """Five people met every twenty days, and then not for a hundred."""
    found = [core.people.add(f"Person {number}") for number in range(5)]
    core.people.set_tier(found[:1], Tier.A)
    for person in found:
        for times in range(6):
            core.entries.log(NewEntry("meeting", NOW - timedelta(days=100 + 20 * times), (person,)))
    return found


# --- the weekly session


def test_the_weekly_card_says_what_fits_and_leads_to_it(
    qtbot: QtBot, page: Open, core: Core, quiet: list[int], shell: ShellDouble
) -> None:
    card = page().weekly
    assert card.accessibleName() == "Friday 15"
    qtbot.waitUntil(lambda: bool(card.sentence.text()))
    assert card.sentence.text() == session_words(core.weekly.read())
    QTest.mouseClick(card.start, LEFT)
    assert shell.pages == ["weekly"]
    core.settings.set(WEEKLY_DAY, 1)
    assert card.accessibleName() == "Monday 15"


# --- going quiet


def test_who_goes_quiet_stands_with_the_reason_and_opens(
    page: Open, core: Core, quiet: list[int], shell: ShellDouble
) -> None:
    shown = page().quiet
    assert [row.one.person for row in shown.rows] == quiet[:3]
    assert shown.rows[0].accessibleName() == "Person 0, usually every 20 days; silent for 100, 100 d"
    QTest.mouseClick(shown.rows[0], LEFT)
    assert shell.persons == quiet[:1]
    more = next(one for one in shown.findChildren(Button) if one.text() == "and 2 more")
    QTest.mouseClick(more, LEFT)
    assert [row.one.person for row in shown.rows] == quiet


def test_the_letters_ask_to_log_and_for_the_reason(
    qtbot: QtBot, page: Open, quiet: list[int], shell: ShellDouble
) -> None:
    shown = page().quiet
    QTest.keyClick(shown.rows[1], Qt.Key.Key_L)
    assert shell.logged == ["call Person 1: "]
    with qtbot.waitSignal(shown.win_back_wanted) as heard:
        QTest.keyClick(shown.rows[1], Qt.Key.Key_W)
    assert heard.args == [quiet[1]]
    menu = shown.rows[2].menu_at(shown.mapToGlobal(QPoint(5, 5)))
    with qtbot.waitSignal(shown.win_back_wanted) as heard:
        menu.actions()[-1].trigger()
    assert heard.args == [quiet[2]]
    menu.close()
    assert shell.won_back == [quiet[1], quiet[2]]


def test_a_contact_ends_the_silence(page: Open, core: Core, quiet: list[int]) -> None:
    shown = page()
    for person in quiet:
        core.entries.log(NewEntry("meeting", NOW, (person,)))
    assert not shown.quiet.isVisible()


# --- the ribbon


def test_the_ribbon_shows_what_is_open_what_comes_and_now(
    qtbot: QtBot, page: Open, core: Core, tom: int, shell: ShellDouble, clock: StandingClock, bus: Bus
) -> None:
    core.hours.set_week(read_or_refuse("mon-fri 09:00-12:30, 13:30-17:30"))
    core.follow_ups.add(NewFollowUp(tom, "trip", datetime(2026, 3, 12, 9, 30, tzinfo=UTC)))
    core.follow_ups.add(NewFollowUp(tom, "at lunch", datetime(2026, 3, 12, 12, tzinfo=UTC)))
    core.follow_ups.add(NewFollowUp(tom, "tomorrow", datetime(2026, 3, 13, 9, 30, tzinfo=UTC)))
    ribbon = page().ribbon.ribbon
    qtbot.waitUntil(lambda: len(ribbon.places()) == 4)
    assert [one.said for one in ribbon.places()] == [
        "Open 09:00 to 12:30",
        "10:30 Tom Keller: trip",
        "Open 13:30 to 17:30",
        "13:30 Tom Keller: at lunch",
    ]
    ribbon.opened.emit(ribbon.places()[1].key)
    ribbon.opened.emit("open:0")
    assert (shell.persons, shell.pages) == ([tom], ["boundaries"])
    ribbon.clearFocus()
    clock.advance(minutes=5)
    told = core.desk.db.connection.total_changes
    asked: list[str] = []
    core.desk.db.connection.set_trace_callback(asked.append)
    bus.minute_passed.emit()
    core.desk.db.connection.set_trace_callback(None)
    assert ribbon.accessibleDescription().endswith("Now 10:17")
    assert not [sql for sql in asked if "delivery" in sql or "follow_up" in sql], "the line alone moves"
    assert core.desk.db.connection.total_changes == told


def test_what_came_and_was_done_is_told_by_colour_and_word(
    qtbot: QtBot, page: Open, core: Core, tom: int, clock: StandingClock
) -> None:
    done, came = (core.follow_ups.add(NewFollowUp(tom, what, NOW)) for what in ("letter", "offer"))
    keys = [one.reminder.key for one in core.reminders.intend(core.reminders.due_now(), "window", showing=True)]
    core.reminders.confirm(keys, "window")
    core.follow_ups.done(done)
    clock.advance(minutes=20)
    ribbon = page().ribbon.ribbon
    qtbot.waitUntil(lambda: len(ribbon.places()) == 3)
    spots = {one.key: (one.said, one.tone) for one in ribbon.places() if one.tone is not None}
    assert spots == {
        f"f:{done}": ("10:12 Tom Keller: letter, done", Tone.GREEN),
        f"f:{came}": ("10:12 Tom Keller: offer, came already", Tone.AMBER),
    }


def test_hours_are_written_as_chosen(page: Open, core: Core, tom: int) -> None:
    shown = page()
    hour = partial(shown.ribbon.mark, 15)
    assert hour() == "15"
    core.settings.set(HOURS, "12")
    assert hour().lower() == "3 pm"


def test_tab_goes_from_the_ribbon_through_the_lists_before_the_side(page: Open, core: Core, quiet: list[int]) -> None:
    made = page()
    core.follow_ups.add(NewFollowUp(quiet[0], "Call", NOW))
    made.reload()
    chain = after(made.ribbon.ribbon)
    stops = [made.follow_ups.rows[0], made.weekly.start, made.quiet.rows[0], made.quiet.rows[-1]]
    assert sorted(stops, key=chain.index) == stops
