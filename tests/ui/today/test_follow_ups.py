"""Follow-ups on Today: where they stand, why, and what is done with them by buttons and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.boundaries.week_text import read_or_refuse
from relapp.domain.entries.kind import Direction
from relapp.domain.follow_ups import NewFollowUp, State
from relapp.domain.people import Channel, Tier
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock
from tests.ui.doubles import ShellDouble
from ui.bus import Bus
from ui.today.follow_up_rows import FollowUpRow
from ui.today.page import TodayPage
from ui.today.rows import AnswerRow
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.section_header import SectionHeader

LEFT = Qt.MouseButton.LeftButton


class Opened(QObject):
    """Takes what would be handed to the system."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def handed() -> Iterator[Opened]:
    taker = Opened()
    for scheme in ("tel", "mailto"):
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]  # the stub wants bytes, Qt does not
    yield taker
    for scheme in ("tel", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def three(core: Core, tom: int, marta: int) -> dict[str, int]:
    """One overdue, one today, one on Sunday that is brought forward."""
    add = core.follow_ups.add
    late, today = datetime(2026, 3, 10, 15, tzinfo=UTC), datetime(2026, 3, 12, 13, tzinfo=UTC)
    return {
        "late": add(NewFollowUp(marta, "Send revised estimate", late, channel=Channel.EMAIL)),
        "today": add(NewFollowUp(tom, "How was the trip?", today, channel=Channel.CALL)),
        "next": add(NewFollowUp(tom, "Birthday card", date(2026, 3, 15), fixed=True)),
    }


def rows(page: TodayPage) -> list[FollowUpRow]:
    return page.follow_ups.rows


def texts(widget: QWidget) -> list[str]:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return labels + [chip.text() for chip in widget.findChildren(Chip) if chip.isVisible()]


def test_they_stand_as_overdue_today_and_next(page: Callable[[], TodayPage], three: dict[str, int]) -> None:
    shown = page()
    heads = [head.accessibleName() for head in shown.follow_ups.findChildren(SectionHeader)]
    assert heads == ["Overdue", "Today", "Next"]
    assert [row.line.id for row in rows(shown)] == [three["late"], three["today"], three["next"]]
    late, today, coming = (texts(row) for row in rows(shown))
    assert "Marta Oduya" in late and "2 days late" in late and "Tue 16:00" in late
    assert "· How was the trip?" in today and "14:00" in today
    assert "brought forward: Fri 09:00" in coming and "Sun" in coming


def test_the_chip_says_whether_they_can_be_reached(
    page: Callable[[], TodayPage], core: Core, three: dict[str, int], tom: int
) -> None:
    core.hours.set_person_zone(tom, "Europe/Oslo")
    core.hours.set_person_hours(tom, read_or_refuse("mon-fri 09:00-16:00"))
    assert "reachable now · 10:12 in Oslo" in texts(rows(page())[1])
    core.hours.set_person_zone(tom, "America/New_York")
    assert "05:12 in New York · opens 14:00 for you" in texts(rows(page())[1])


def test_later_ones_do_not_say_who_can_be_reached_now(page: Callable[[], TodayPage], core: Core, tom: int) -> None:
    core.hours.set_person_zone(tom, "Europe/Oslo")
    core.hours.set_person_hours(tom, read_or_refuse("mon-fri 09:00-16:00"))
    core.follow_ups.add(NewFollowUp(tom, "Call", NOW + timedelta(days=1), channel=Channel.CALL))
    (row,) = rows(page())
    assert not [text for text in texts(row) if "reachable" in text]


def deliver(core: Core) -> list[str]:
    """What is due is shown and confirmed; returns the keys."""
    keys = [one.reminder.key for one in core.reminders.intend(core.reminders.due_now(), "window", showing=True)]
    core.reminders.confirm(keys, "window")
    return keys


def test_what_was_held_back_over_night_is_counted_when_it_came(
    qtbot: QtBot, page: Callable[[], TodayPage], core: Core, tom: int, marta: int, clock: StandingClock
) -> None:
    clock.advance(hours=-1, minutes=-12)
    core.follow_ups.add(NewFollowUp(tom, "Read", NOW + timedelta(hours=11)))
    core.follow_ups.add(NewFollowUp(marta, "Write", NOW + timedelta(days=1, minutes=-30)))
    clock.advance(days=1)
    assert len(deliver(core)) == 1
    clock.advance(hours=1)
    shown = page()
    qtbot.waitUntil(lambda: "1 held back from last night" in texts(shown.follow_ups))
    assert len(deliver(core)) == 1, "what was due in open hours came late, but quiet time did not hold it"
    shown.reload()
    qtbot.waitUntil(lambda: len([one for one in shown.ribbon.ribbon.places() if one.tone]) == 2)
    assert "1 held back from last night" in texts(shown.follow_ups)


def test_done_takes_it_away_and_leads_on(
    page: Callable[[], TodayPage], core: Core, three: dict[str, int], shell: ShellDouble
) -> None:
    shown = page()
    QTest.mouseClick(rows(shown)[0].done, LEFT)
    assert core.follow_ups.get(three["late"]).state is State.DONE
    assert len(rows(shown)) == 2
    assert shell.said == [("Done: Send revised estimate", True)]
    assert [words for words, _ in shell.ways_on] == ["Log contact", "Set the next"]


def test_snooze_opens_a_menu_of_moments(page: Callable[[], TodayPage], core: Core, three: dict[str, int]) -> None:
    shown = page()
    QTest.mouseClick(rows(shown)[1].snooze, LEFT)
    menu = next(one for one in shown.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text().endswith("Fri 13 March · 09:00")).trigger()
    menu.close()
    assert core.follow_ups.get(three["today"]).snoozed_to == datetime(2026, 3, 13, 8, tzinfo=UTC)
    assert len(rows(shown)) == 2


def test_the_contact_button_calls_writes_or_logs(
    page: Callable[[], TodayPage], three: dict[str, int], shell: ShellDouble, handed: Opened, core: Core, marta: int
) -> None:
    shown = page()
    QTest.mouseClick(rows(shown)[1].reach, LEFT)
    assert handed.urls == ["tel:+4722123456"]
    QTest.mouseClick(rows(shown)[0].reach, LEFT)
    assert shell.logged == ["email Marta Oduya: Send revised estimate"], "no address is known"
    QTest.mouseClick(rows(shown)[2].reach, LEFT)
    assert shell.logged[-1] == "call Tom Keller: Birthday card"


def test_a_click_opens_the_person(
    page: Callable[[], TodayPage], three: dict[str, int], shell: ShellDouble, tom: int
) -> None:
    QTest.mouseClick(rows(page())[1], LEFT)
    assert shell.persons == [tom]


def test_letters_do_it_by_keyboard(
    qtbot: QtBot, page: Callable[[], TodayPage], three: dict[str, int], shell: ShellDouble, core: Core, handed: Opened
) -> None:
    shown = page()
    shown.window().activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    rows(shown)[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows(shown)[0], Qt.Key.Key_Down)
    assert rows(shown)[1].hasFocus()
    QTest.keyClick(rows(shown)[1], Qt.Key.Key_C)
    QTest.keyClick(rows(shown)[1], Qt.Key.Key_E)
    assert handed.urls == ["tel:+4722123456"]
    assert shell.follow_ups == [three["today"]]
    QTest.keyClick(rows(shown)[1], Qt.Key.Key_D)
    assert core.follow_ups.get(three["today"]).state is State.DONE
    assert rows(shown)[1].hasFocus(), "the keyboard stays in its place"
    QTest.keyClick(rows(shown)[1], Qt.Key.Key_Delete)
    assert [row.line.id for row in rows(shown)] == [three["late"]]


def test_cadences_stand_beneath(
    page: Callable[[], TodayPage], core: Core, three: dict[str, int], clock: StandingClock, marta: int
) -> None:
    core.people.set_tier([marta], Tier.A)
    core.entries.log(NewEntry("meeting", NOW - timedelta(days=40), (marta,)))
    shown = page()
    assert shown.waiting.y() > shown.follow_ups.y()
    assert [row.accessibleName()[:11] for row in shown.rows[3:4]] == ["Marta Oduya"]
    assert shown.greeting.text() == "Good morning. 2 people are waiting for you.", "Marta for both"


def test_an_answer_is_due_until_it_is_given(
    page: Callable[[], TodayPage], core: Core, marta: int, shell: ShellDouble
) -> None:
    came = datetime(2026, 3, 11, 20, 40, tzinfo=UTC)
    entry = core.entries.log(NewEntry("email", came, (marta,), "When can you start?", Direction.IN))
    shown = page()
    (row,) = shown.answers.findChildren(AnswerRow)
    assert texts(row) == ["Marta Oduya", "came Wed 11 March · 21:40, outside hours", "by 13:00"]
    QTest.mouseClick(row, LEFT)
    assert shell.entries == [(marta, entry)]
    core.entries.log(NewEntry("email", NOW, (marta,), "In April"))
    assert not shown.answers.isVisible()


def test_the_rest_of_many_leads_to_the_page_of_all(
    page: Callable[[], TodayPage], core: Core, tom: int, shell: ShellDouble
) -> None:
    for number in range(9):
        core.follow_ups.add(NewFollowUp(tom, f"Number {number}", date(2026, 3, 16)))
    shown = page()
    more = next(one for one in shown.follow_ups.findChildren(Button) if one.text().startswith("and "))
    QTest.mouseClick(more, LEFT)
    assert shell.pages == ["follow_ups"]


def test_with_none_it_says_how_to_plan_one(page: Callable[[], TodayPage], marta: int, shell: ShellDouble) -> None:
    shown = page()
    assert any("follow up next fri 10:00" in text for text in texts(shown.calm))
    QTest.mouseClick(shown.calm.add, LEFT)
    assert shell.planned == [(None, "")]


def test_the_rest_of_what_is_overdue_is_one_line_and_can_be_spread(
    qtbot: QtBot, page: Callable[[], TodayPage], core: Core, tom: int, shell: ShellDouble
) -> None:
    for number in range(42):
        core.follow_ups.add(NewFollowUp(tom, f"Number {number}", date(2026, 3, 2)))
    shown = page()
    assert len(rows(shown)) == 12
    assert "and 30 more" in [one.text() for one in shown.follow_ups.findChildren(Button)]
    spread = shown.follow_ups.spread
    assert spread is not None
    QTest.mouseClick(spread, LEFT)
    qtbot.waitUntil(lambda: bool(shell.said) and shown.follow_ups.spread is None)
    assert shell.said == [("30 follow-ups spread over the next 3 days.", True)]


def test_midnight_makes_todays_overdue(
    page: Callable[[], TodayPage], three: dict[str, int], clock: StandingClock
) -> None:
    shown = page()
    clock.advance(days=1)
    shown.reload()
    assert "1 day late" in rows(shown)[1].accessibleName()


def test_their_clock_goes_on_each_minute(
    page: Callable[[], TodayPage], core: Core, three: dict[str, int], tom: int, clock: StandingClock, bus: Bus
) -> None:
    core.hours.set_person_zone(tom, "Europe/Oslo")
    core.hours.set_person_hours(tom, read_or_refuse("mon-fri 09:00-16:00"))
    shown = page()
    row = rows(shown)[1]
    clock.advance(minutes=1)
    bus.minute_passed.emit()
    assert "reachable now · 10:13 in Oslo" in texts(row)
    clock.advance(hours=4)
    bus.minute_passed.emit()
    assert "due since 14:00" in rows(shown)[1].accessibleName()


def test_a_renewal_stands_among_what_comes_up(page: Callable[[], TodayPage], core: Core, tom: int) -> None:
    from relapp.domain.dates import PartialDate
    from relapp.domain.occasions import Occasion, OccasionKind

    core.occasions.set(Occasion(tom, OccasionKind.RENEWAL, PartialDate(None, 3, 24), "contract renewal"))
    shown = page()
    assert shown.rows[-1].accessibleName() == "Tom Keller: contract renewal, Tue 24"
