"""The weekly session as it is worked through: by mouse, by one key, with a clock that rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.business import Idea
from relapp.domain.facts import Fact, Section
from relapp.domain.pages import TimelineOf
from relapp.domain.settings import HOUSEKEEPING
from tests.ui.doubles import ShellDouble
from tests.ui.focus_chain import after
from ui.reaching import mail_link
from ui.weekly.page import WeeklyPage
from ui.weekly.past_dialog import PastDialog
from ui.weekly.rests_dialog import RestsDialog

LEFT = Qt.MouseButton.LeftButton
Opened = list[QUrl]


@pytest.fixture
def opened() -> Opened:
    """The links that were handed to the system."""
    return []


@pytest.fixture
def page(qtbot: QtBot, shell: ShellDouble, core: Core, opened: Opened) -> Callable[[], WeeklyPage]:
    """Opens the page; there is no housekeeping."""
    core.settings.set(HOUSEKEEPING, "")
    kept: list[WeeklyPage] = []

    def opener(url: QUrl) -> bool:
        opened.append(url)
        return True

    def open_page() -> WeeklyPage:
        made = WeeklyPage(shell, opener)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(1100, 800)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return open_page


@pytest.fixture
def two(core: Core, tom: int, marta: int) -> tuple[int, int]:
    """Tom had an idea, Marta has one since longer."""
    today = core.desk.today()
    core.people.set_tier([tom], None)
    core.ideas.add(Idea(tom, today - timedelta(days=10), "Shorter reports"))
    core.ideas.add(Idea(marta, today - timedelta(days=20), "Pictures"))
    return marta, tom


def test_an_empty_file_says_what_to_do(page: Callable[[], WeeklyPage]) -> None:
    shown = page()
    assert shown.card.isHidden()
    assert shown.calm.isVisible()


def test_the_act_with_its_reason_and_draft(page: Callable[[], WeeklyPage], two: tuple[int, int]) -> None:
    shown = page()
    assert "Pictures" in shown.card.why.text()
    assert "Pictures" in shown.card.draft.typed()
    assert [row.suggestion.person for row in shown.session.rows] == [two[0]]
    assert shown.others.buttons != []


def test_one_key_does_it_and_goes_on_to_the_next(
    page: Callable[[], WeeklyPage], two: tuple[int, int], core: Core, shell: ShellDouble
) -> None:
    shown = page()
    QTest.mouseClick(shown.others.buttons[0], LEFT)
    assert "Shorter reports" in shown.card.why.text()
    QTest.mouseClick(shown.session.rows[0], LEFT)
    assert shown.card.draft.hasFocus()  # the row that was picked is gone
    assert "Pictures" in shown.card.why.text()
    QTest.keyClick(shown.card.draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Shorter reports" in shown.card.why.text()
    assert core.entries.count(TimelineOf(two[0])) == 1
    QTest.keyClick(shown.card.draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.calm.isVisible()
    assert shell.said[-1][1]
    assert len(core.weekly.read().done) == 2


def test_what_was_typed_goes_into_the_entry_and_a_follow_up_is_planned(
    page: Callable[[], WeeklyPage], two: tuple[int, int], core: Core
) -> None:
    shown = page()
    shown.card.draft.setPlainText("Dear Marta, yes.")
    shown.card.next.choose(date(2026, 4, 1))
    QTest.mouseClick(shown.card.done_button, LEFT)
    (entry,) = core.entries.page(TimelineOf(two[0]))
    assert entry.text == "Dear Marta, yes."
    assert [line.due for line in core.follow_ups.lines()] == [date(2026, 4, 1)]


def test_a_draft_outlives_a_change_elsewhere(page: Callable[[], WeeklyPage], two: tuple[int, int], core: Core) -> None:
    shown = page()
    shown.card.draft.setPlainText("Half a sentence")
    core.people.add("Somebody Else")
    assert shown.card.draft.typed() == "Half a sentence"


def test_a_mail_goes_to_the_systems_program_with_subject_and_text(
    page: Callable[[], WeeklyPage], core: Core, tom: int, opened: Opened, shell: ShellDouble
) -> None:
    core.ideas.add(Idea(tom, core.desk.today() - timedelta(days=10), "Shorter reports"))
    shown = page()
    QTest.mouseClick(shown.card.ways.first, LEFT)
    assert opened == []
    assert "Fill in ___" in shell.said[-1][0]
    shown.card.subject.setText("Your idea & mine")
    shown.card.draft.setPlainText("Dear Tom,\nyes?")
    QTest.mouseClick(shown.card.ways.first, LEFT)
    assert [url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in opened] == [
        "mailto:tom@keller-werk.example?subject=Your%20idea%20%26%20mine&body=Dear%20Tom%2C%0D%0Ayes%3F"
    ]


def test_calling_instead_is_logged_as_a_call(
    page: Callable[[], WeeklyPage], core: Core, tom: int, opened: Opened
) -> None:
    core.ideas.add(Idea(tom, core.desk.today() - timedelta(days=10), "Shorter reports"))
    shown = page()
    QTest.mouseClick(shown.card.ways.other, LEFT)
    assert [url.scheme() for url in opened] == ["tel"]
    QTest.mouseClick(shown.card.done_button, LEFT)
    assert core.entries.page(TimelineOf(tom))[0].kind == "call"


def test_copying_takes_the_draft(page: Callable[[], WeeklyPage], two: tuple[int, int]) -> None:
    shown = page()
    shown.card.draft.setPlainText("Dear Marta")
    QTest.mouseClick(shown.card.ways.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "Dear Marta"


def test_later_and_not_this_one_go_on(page: Callable[[], WeeklyPage], two: tuple[int, int], core: Core) -> None:
    shown = page()
    QTest.mouseClick(shown.card.later_button, LEFT)
    assert "Shorter reports" in shown.card.why.text()
    QTest.mouseClick(shown.card.never_button, LEFT)
    assert shown.asking is not None
    QTest.keyClicks(shown.asking.why, "he forgot")
    QTest.keyClick(shown.asking.why, Qt.Key.Key_Return)
    assert [act.why for act in core.weekly.refused()] == ["he forgot"]
    assert shown.weeks.rests.isVisible()


def test_the_clock_runs_only_while_it_is_on_show(page: Callable[[], WeeklyPage], two: tuple[int, int]) -> None:
    shown = page()
    assert not shown.clock.running
    QTest.mouseClick(shown.clock, LEFT)
    assert shown.clock.running
    QTest.keyClick(shown.clock, Qt.Key.Key_Space)
    assert not shown.clock.running
    shown.clock.start()
    shown.hide()
    assert not shown.clock.running


def test_the_clock_and_what_was_taken_in_are_kept_for_the_week(
    page: Callable[[], WeeklyPage], two: tuple[int, int], core: Core
) -> None:
    shown = page()
    QTest.mouseClick(shown.others.buttons[0], LEFT)
    shown.clock.set_time(200, 15)
    shown.clock.start()
    shown.clock.pause()
    again = page()
    assert again.clock.elapsed == 200
    assert len(again.session.rows) == 2


def test_a_standing_is_asked_before_it_is_done(page: Callable[[], WeeklyPage], core: Core, tom: int) -> None:
    shown = page()
    shown.card.show_suggestion(core.weekly.get(f"standing:{tom}"))
    assert not shown.card.done_button.isEnabled()
    QTest.mouseClick(shown.card.standing.marks[3], LEFT)
    QTest.mouseClick(shown.card.standing.answers[0], LEFT)
    QTest.mouseClick(shown.card.done_button, LEFT)
    (mark,) = core.standing_marks.of_person(tom)
    assert (mark.score, mark.would_tell) == (4, True)


def test_what_rests_may_come_again(page: Callable[[], WeeklyPage], two: tuple[int, int], core: Core) -> None:
    shown = page()
    core.weekly.never(f"answer_idea:{two[0]}:2")
    QTest.mouseClick(shown.weeks.rests, LEFT)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, RestsDialog)]
    QTest.mouseClick(dialog.wake_buttons[0], LEFT)
    assert core.weekly.refused() == []


def test_whom_it_reached_is_told_week_by_week(
    page: Callable[[], WeeklyPage], two: tuple[int, int], shell: ShellDouble
) -> None:
    shown = page()
    QTest.mouseClick(shown.card.done_button, LEFT)
    QTest.mouseClick(shown.weeks.past, LEFT)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PastDialog)]
    assert ["Marta Oduya" in row.accessibleName() for row in dialog.rows] == [True]
    QTest.mouseClick(dialog.rows[0], LEFT)
    assert shell.persons == [two[0]]


def test_a_link_to_write_by_is_as_rfc_6068_has_it() -> None:
    assert mail_link("a b@c.d", "Ä", "1\n2").toString(QUrl.ComponentFormattingOption.FullyEncoded) == (
        "mailto:a%20b@c.d?subject=%C3%84&body=1%0D%0A2"
    )
    assert mail_link("a@c.d", "", "").toString() == "mailto:a@c.d"


def test_facts_and_files_are_one_click_away(
    page: Callable[[], WeeklyPage], core: Core, tom: int, shell: ShellDouble
) -> None:
    today = core.desk.today()
    fact = core.facts.add(Fact(0, tom, Section.PREFERENCES, "Coffee", "black", review=today))
    shown = page()
    shown.card.show_suggestion(core.weekly.get(f"refresh_fact:{tom}:{fact}-{today}"))
    assert "Coffee" in shown.card.facts.text() + shown.card.why.text()
    QTest.mouseClick(shown.card.open_button, LEFT)
    assert shell.persons == [tom]


def test_tab_goes_from_the_act_through_this_week_to_the_weeks(
    page: Callable[[], WeeklyPage], two: tuple[int, int]
) -> None:
    shown = page()
    chain = after(shown.card.draft)
    stops = [shown.card.later_button, shown.session.rows[0], shown.weeks.past]
    assert sorted(stops, key=chain.index) == stops
