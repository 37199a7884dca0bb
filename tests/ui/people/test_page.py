"""The list of people under real clicks and keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.directory import PeopleFilter, Scope, Sort
from relapp.domain.people import Tier
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.people.page import PeoplePage
from ui.people.several_pane import SeveralPane

NAMES = ("Ana Castell", "Elif Brandt", "Jonas Lind", "Lena Voss", "Tom Keller")


@pytest.fixture
def page(qtbot: QtBot, core: Core, shell: ShellDouble) -> PeoplePage:
    ids = {name: core.people.add(name) for name in NAMES}
    core.people.set_tier([ids["Tom Keller"], ids["Lena Voss"]], Tier.A)
    core.entries.log(NewEntry("lunch", NOW - timedelta(days=40), (ids["Lena Voss"],), ""))
    core.entries.log(NewEntry("lunch", NOW - timedelta(days=4), (ids["Tom Keller"],), ""))
    made = PeoplePage(shell)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.persons()))
    return made


def shown(page: PeoplePage) -> list[str]:
    lines = [page.list.people.line(row) for row in range(page.list.people.rowCount())]
    return [line.shown for line in lines if line is not None]


def person(core: Core, name: str) -> int:
    return core.people.resolve(name)


def test_everybody_stands_in_the_list_by_family_name(page: PeoplePage) -> None:
    assert shown(page) == ["Elif Brandt", "Ana Castell", "Tom Keller", "Jonas Lind", "Lena Voss"]


def test_typing_narrows_the_list_by_name(page: PeoplePage) -> None:
    QTest.keyClicks(page.filter.field, "vos")
    assert shown(page) == ["Lena Voss"]
    page.filter.field.clear()
    assert len(shown(page)) == len(NAMES)


def press(page: PeoplePage, letter: str, at: int) -> None:
    """A key pressed at a moment of the keyboard's own clock, in milliseconds."""
    event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
    event.setTimestamp(at)
    QApplication.sendEvent(page.list, event)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tom", "Tom Keller"),
        ("le", "Lena Voss"),
        ("tom k", "Tom Keller"),
        ("ll", "Lena Voss"),
        ("castell", "Ana Castell"),
    ],
)
def test_letters_typed_into_the_list_go_to_the_name_that_begins_so(
    page: PeoplePage, core: Core, typed: str, found: str
) -> None:
    page.list.setFocus()
    page.list.select_person(person(core, "Elif Brandt"))
    for number, letter in enumerate(typed):
        press(page, letter, 10_000 + 50 * number)
    assert page.persons() == [person(core, found)]


def test_after_a_pause_the_typing_begins_anew(page: PeoplePage, core: Core) -> None:
    press(page, "t", 10_000)
    press(page, "e", 10_000 + QGuiApplication.styleHints().keyboardInputInterval() + 1)
    assert page.persons() == [person(core, "Elif Brandt")]


def test_a_filter_nobody_fits_offers_the_way_out(page: PeoplePage) -> None:
    QTest.keyClicks(page.filter.field, "zzz")
    assert page.nobody.isVisible()
    page.filter.narrow(PeopleFilter())
    assert not page.nobody.isVisible()


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (PeopleFilter(tiers=frozenset({Tier.A})), ["Tom Keller", "Lena Voss"]),
        (PeopleFilter(tiers=frozenset({Tier.A}), sort=Sort.OVERDUE), ["Lena Voss", "Tom Keller"]),
        (PeopleFilter(tiers=frozenset({Tier.A}), sort=Sort.LAST_CONTACT), ["Tom Keller", "Lena Voss"]),
        (PeopleFilter(tiers=frozenset({Tier.A}), silent_days=30), ["Lena Voss"]),
        (PeopleFilter(scope=Scope.ARCHIVED), []),
    ],
)
def test_the_list_is_narrowed_and_sorted(page: PeoplePage, wanted: PeopleFilter, names: list[str]) -> None:
    page.filter.narrow(wanted)
    assert shown(page) == names


def test_the_filter_says_itself_in_words_and_is_remembered(page: PeoplePage, shell: ShellDouble, qtbot: QtBot) -> None:
    page.filter.narrow(PeopleFilter(tiers=frozenset({Tier.A}), sort=Sort.OVERDUE))
    assert page.filter.field.placeholderText() == "A clients · overdue first"
    again = PeoplePage(shell)
    qtbot.addWidget(again)
    assert shown(again) == ["Lena Voss", "Tom Keller"]


def test_letters_typed_in_the_list_go_to_a_name(page: PeoplePage, core: Core) -> None:
    page.list.setFocus()
    QTest.keyClicks(page.list, "jon")
    assert page.persons() == [person(core, "Jonas Lind")]


def test_several_are_deleted_at_once_and_come_back(
    page: PeoplePage, core: Core, shell: ShellDouble, qtbot: QtBot
) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.persons()) == len(NAMES)
    assert isinstance(page.side.currentWidget(), SeveralPane)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(page) == [])
    assert shell.said == [("5 people deleted. The trash keeps them for 30 days.", True)]
    core.history.undo()
    qtbot.waitUntil(lambda: len(shown(page)) == len(NAMES))


def test_who_comes_next_is_selected_after_somebody_was_deleted(page: PeoplePage, core: Core, qtbot: QtBot) -> None:
    page.show_person(person(core, "Tom Keller"))
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.persons() == [person(core, "Jonas Lind")])
    page.show_person(person(core, "Lena Voss"))
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.persons() == [person(core, "Jonas Lind")])


def test_a_change_elsewhere_is_seen(page: PeoplePage, core: Core, qtbot: QtBot) -> None:
    core.people.add("Noor Aziz")
    qtbot.waitUntil(lambda: "Noor Aziz" in shown(page))


def test_a_person_behind_the_filter_is_found_all_the_same(page: PeoplePage, core: Core) -> None:
    page.filter.narrow(PeopleFilter(tiers=frozenset({Tier.A})))
    page.show_person(person(core, "Elif Brandt"))
    assert page.persons() == [person(core, "Elif Brandt")]


def test_somebody_archived_is_shown_in_the_archive(page: PeoplePage, core: Core, qtbot: QtBot) -> None:
    jonas = person(core, "Jonas Lind")
    core.people.archive([jonas])
    qtbot.waitUntil(lambda: "Jonas Lind" not in shown(page))
    page.show_person(jonas)
    assert page.persons() == [jonas]
    assert page.filter.wanted.scope is Scope.ARCHIVED


def test_the_list_speaks_to_screen_readers(page: PeoplePage) -> None:
    model = page.list.people
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Elif Brandt"
    assert page.list.accessibleName() == "People"
