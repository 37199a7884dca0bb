"""How it stands between us, in the file: four sentences, the question of standing, and why somebody went quiet."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.business import Reason, StandingMark
from relapp.domain.entries.kind import Direction
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.people.health_card import HealthCard
from ui.people.rate_dialog import RateDialog
from ui.people.win_back_dialog import WinBackDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(qtbot: QtBot, shell: ShellDouble, tom: int) -> HealthCard:
    """Tom's, with its sentences."""
    shell.window.resize(420, 500)
    shell.window.show()
    made = HealthCard(shell, shell.window)
    made.resize(400, 400)
    made.show()
    made.show_person(tom)
    qtbot.waitUntil(lambda: bool(made.cadence.text))
    return made


def test_each_part_says_its_sentence_and_how_it_is_reckoned(qtbot: QtBot, card: HealthCard, marta: int) -> None:
    assert [row.text for row in card.rows()] == [
        "In touch; the next is due by 1 April 2026.",
        "No rhythm yet; it takes 5 days of contact in three years.",
        "Not rated yet; asked in your weekly session.",
        "One contact in a year, from them.",
    ]
    assert all(row.toolTip() and row.accessibleDescription() for row in card.rows())
    assert not card.why_button.isVisible()
    card.show_person(marta)
    qtbot.waitUntil(lambda: card.cadence.text == "No contact yet.")


def test_standing_is_rated_and_set_right(card: HealthCard, core: Core, shell: ShellDouble, tom: int) -> None:
    QTest.mouseClick(card.rate_button, LEFT)
    first = shell.window.findChild(RateDialog)
    assert first is not None
    QTest.mouseClick(first.save_button, LEFT)
    assert "1 to 5" in first.errors.text()
    QTest.mouseClick(first.standing.marks[3], LEFT)
    QTest.mouseClick(first.standing.answers[0], LEFT)
    QTest.mouseClick(first.save_button, LEFT)
    (mark,) = core.standing_marks.of_person(tom)
    assert mark == StandingMark(tom, core.desk.today(), 4, True, "", mark.id)
    card.reload()
    assert card.standing.text.startswith("4 of 5, rated today; they would tell you of a rival")
    QTest.keyClick(card.standing, Qt.Key.Key_Return)
    again = next(one for one in shell.window.findChildren(RateDialog) if one.isVisible())
    assert (again.standing.score, again.standing.would_tell) == (4, True)
    QTest.mouseClick(again.delete_button, LEFT)
    assert core.standing_marks.of_person(tom) == []
    assert shell.said == [("Standing kept.", True), ("Standing deleted.", True)]


def test_who_went_quiet_is_asked_about_and_the_next_step_is_planned(
    qtbot: QtBot, card: HealthCard, core: Core, shell: ShellDouble, tom: int
) -> None:
    for days in (6, 4, 2):
        core.entries.log(NewEntry("email", NOW - timedelta(days=days), (tom,), "", Direction.OUT))
    card.reload()
    assert card.rhythm.text.endswith("your last 3 messages had no answer.")
    QTest.mouseClick(card.why_button, LEFT)
    assert shell.won_back == [tom]
    dialog = WinBackDialog(shell, tom)
    dialog.open()
    assert not dialog.step.isVisible()
    QTest.mouseClick(dialog.save_button, LEFT)
    assert "Choose a reason" in dialog.errors.text()
    QTest.mouseClick(dialog.reasons[Reason.PRICE], LEFT)
    QTest.keyClicks(dialog.note, "Too dear since March")
    QTest.mouseClick(dialog.plan_button, LEFT)
    (found_out,) = core.win_backs.of_person(tom)
    assert (found_out.reason, found_out.note) == (Reason.PRICE, "Too dear since March")
    assert shell.planned == [(tom, "Offer a smaller scope, not a lower price.")]
