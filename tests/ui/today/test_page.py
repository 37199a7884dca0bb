"""The Today page as it is read, clicked, and walked through by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.directory import Sort
from relapp.domain.drafts import PersonDraft
from relapp.domain.entries.kind import Direction
from relapp.domain.people import Tier
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock
from tests.ui.doubles import ShellDouble
from ui.bus import Bus
from ui.today.page import TodayPage
from ui.today.rows import PersonRow
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.section_header import SectionHeader

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def late(core: Core, tom: int, clock: StandingClock) -> int:
    """Tom, whom nobody has spoken to for two days too long."""
    clock.advance(days=22)
    return tom


def rows(page: TodayPage) -> list[PersonRow]:
    return [row for row in page.rows if isinstance(row, PersonRow)]


def texts(widget: QWidget) -> str:
    """All words in a widget that are on show."""
    parts = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return " | ".join(parts + [chip.text() for chip in widget.findChildren(Chip) if chip.isVisible()])


def test_it_greets_and_says_how_many_wait(page: Callable[[], TodayPage], late: int) -> None:
    shown = page()
    assert shown.greeting.text() == "Good morning. 1 person is waiting for you."
    assert shown.day.text() == "Friday 3 April · open 09:00–17:00 · Europe/Berlin"


def test_a_row_says_who_and_why(page: Callable[[], TodayPage], late: int) -> None:
    row = rows(page())[0]
    assert "Tom Keller" in texts(row) and "Keller Werk" in texts(row)
    assert "2 days late" in texts(row) and "A client · every 30 days" in texts(row)
    assert "2 days late" in row.accessibleName() and "Tom Keller" in row.accessibleName()


def test_a_click_opens_the_person(page: Callable[[], TodayPage], late: int, shell: ShellDouble) -> None:
    QTest.mouseClick(rows(page())[0], LEFT)
    assert shell.persons == [late]


def test_log_begins_quick_entry_with_the_name(page: Callable[[], TodayPage], late: int, shell: ShellDouble) -> None:
    QTest.mouseClick(rows(page())[0].log, LEFT)
    assert shell.logged == ["call Tom Keller: "]
    assert shell.persons == []


def test_the_keyboard_walks_the_rows_and_opens(
    qtbot: QtBot, page: Callable[[], TodayPage], late: int, shell: ShellDouble, core: Core
) -> None:
    for name in ("Ana Castell", "Lena Voss"):
        person = core.people.add(name)
        core.people.set_tier([person], Tier.B)
        core.entries.log(NewEntry("meeting", NOW - timedelta(days=100), (person,)))
    shown = page()
    shown.window().activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    first, second, third = rows(shown)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(second, Qt.Key.Key_Down)
    QTest.keyClick(third, Qt.Key.Key_Down)
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Up)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert shell.persons == [second.person]


def test_the_row_with_the_keyboard_keeps_it_when_something_changes(
    qtbot: QtBot, page: Callable[[], TodayPage], late: int, core: Core
) -> None:
    shown = page()
    shown.window().activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    rows(shown)[0].setFocus(Qt.FocusReason.TabFocusReason)
    core.people.add("Marta Oduya")
    assert rows(shown)[0].hasFocus()


def test_a_contact_takes_somebody_off_the_page_at_once(
    page: Callable[[], TodayPage], late: int, core: Core, clock: StandingClock
) -> None:
    shown = page()
    core.entries.log(NewEntry("meeting", clock.at, (late,)))
    assert rows(shown) == []
    assert shown.greeting.text() == "Good morning. All done for today."


def test_the_rest_of_many_is_a_number_that_leads_to_the_list(
    qtbot: QtBot, page: Callable[[], TodayPage], core: Core, shell: ShellDouble
) -> None:
    for number in range(14):
        person = core.people.add(f"Person {number:02d}")
        core.people.set_tier([person], Tier.A)
        core.entries.log(NewEntry("meeting", NOW - timedelta(days=40), (person,)))
    shown = page()
    assert len(rows(shown)) == 12
    more = next(one for one in shown.findChildren(Button) if one.text() == "and 2 more")
    QTest.mouseClick(more, LEFT)
    assert [wanted.sort for wanted in shell.narrowed] == [Sort.OVERDUE]


def test_plans_stand_under_their_day_with_their_time(
    page: Callable[[], TodayPage], core: Core, tom: int, marta: int
) -> None:
    core.entries.log(NewEntry("call", NOW + timedelta(hours=2), (tom,), "**plant** in Drammen"))
    core.entries.log(NewEntry("lunch", NOW + timedelta(days=4), (marta,), place="Lorry"))
    shown = page()
    heads = [head.accessibleName() for head in shown.planned.findChildren(SectionHeader)]
    assert heads == ["Today", "Monday 16 March"]
    call, lunch = rows(shown)
    assert "plant in Drammen" in texts(call) and "12:12" in texts(call)
    assert "Lorry" in texts(lunch) and "Lunch" in texts(lunch)


def test_a_birthday_stands_beside(page: Callable[[], TodayPage], core: Core, tom: int, shell: ShellDouble) -> None:
    draft = PersonDraft.of(core.people.file(tom))
    core.people.save(tom, replace(draft, birthday=PartialDate(1986, 3, 15)))
    shown = page()
    row = shown.rows[-1]
    assert row.accessibleName() == "Tom Keller turns 40, Sun 15"
    QTest.mouseClick(row, LEFT)
    assert shell.persons == [tom]


def test_when_nobody_waits_one_card_says_so_and_what_comes_next(
    page: Callable[[], TodayPage], core: Core, marta: int
) -> None:
    core.people.set_tier([marta], Tier.A)
    core.entries.log(NewEntry("meeting", NOW - timedelta(days=25), (marta,)))
    shown = page()
    assert texts(shown.calm) == "Nobody is waiting. | Next: Marta Oduya, Tuesday"
    assert not any(card.isVisible() for card in (shown.follow_ups, shown.waiting, shown.planned, shown.quiet))
    core.entries.log(NewEntry("email", NOW - timedelta(days=1), (marta,), direction=Direction.IN))
    assert not shown.calm.isVisible()
    assert shown.waiting.isVisible()


def test_another_hour_greets_otherwise(
    page: Callable[[], TodayPage], marta: int, clock: StandingClock, bus: Bus
) -> None:
    shown = page()
    clock.advance(hours=4)
    bus.minute_passed.emit()
    assert shown.greeting.text().startswith("Good afternoon.")


def test_while_nobody_looks_nothing_is_read(page: Callable[[], TodayPage], late: int, core: Core) -> None:
    shown = page()
    before = rows(shown)
    shown.hide()
    core.people.add("Marta Oduya")
    assert rows(shown) == before
    shown.show()
    assert rows(shown) != before
