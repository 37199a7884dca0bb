"""A person's page: what is open with them, their days that come round, and how to plan more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.follow_ups import NewFollowUp, State
from relapp.domain.occasions import Occasion, OccasionKind
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.people.occasions_card import OccasionDialog
from ui.people.person_pane import PersonPane

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot, shell: ShellDouble, tom: int) -> PersonPane:
    made = PersonPane(shell)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_person(tom)
    return made


@pytest.fixture
def planned(core: Core, tom: int) -> Callable[..., int]:
    return lambda what, days=1: core.follow_ups.add(NewFollowUp(tom, what, NOW + timedelta(days=days)))


def test_the_first_one_shows_the_card(pane: PersonPane, planned: Callable[..., int], core: Core) -> None:
    assert not pane.file.follow_ups.isVisible()
    planned("The trip", -2)
    (row,) = pane.file.follow_ups.rows()
    assert pane.file.follow_ups.isVisible()
    assert (row.what.text(), row.chips[0].text()) == ("The trip", "2 days late")
    core.history.undo()
    pane.file.follow_ups.reload()
    assert not pane.file.follow_ups.isVisible()


def test_done_snooze_and_edit(pane: PersonPane, planned: Callable[..., int], core: Core, shell: ShellDouble) -> None:
    first, second = planned("The trip"), planned("The plan", 2)
    QTest.mouseClick(pane.file.follow_ups.rows()[0].done, LEFT)
    assert core.follow_ups.get(first).state is State.DONE
    (row,) = pane.file.follow_ups.rows()
    QTest.mouseClick(row.edit, LEFT)
    QTest.mouseClick(row, LEFT, pos=row.what.geometry().center())
    assert shell.follow_ups == [second, second]
    QTest.mouseClick(row.snooze, LEFT)
    menu = next(one for one in pane.findChildren(QMenu) if one.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert core.follow_ups.get(second).snoozed_to == NOW + timedelta(minutes=15)


def test_many_are_a_number(qtbot: QtBot, pane: PersonPane, planned: Callable[..., int], shell: ShellDouble) -> None:
    for number in range(7):
        planned(f"Number {number}")
    card = pane.file.follow_ups
    assert len(card.rows()) == 5
    assert card.more.text() == "and 2 more"
    qtbot.waitUntil(lambda: pane.childAt(card.more.mapTo(pane, card.more.rect().center())) is card.more)
    QTest.mouseClick(card.more, LEFT)
    assert shell.pages == ["follow_ups"]


def test_a_new_one_is_planned_from_the_head_and_the_card(
    pane: PersonPane, planned: Callable[..., int], shell: ShellDouble, tom: int
) -> None:
    planned("The trip")
    QTest.mouseClick(pane.header.follow_up, LEFT)
    QTest.mouseClick(pane.file.follow_ups.add, LEFT)
    assert shell.planned == [(tom, ""), (tom, "")]


def test_a_birthday_can_be_told_of_or_not(pane: PersonPane, core: Core, tom: int) -> None:
    core.people.save(tom, replace(PersonDraft.of(core.people.file(tom)), birthday=PartialDate(1978, 6, 4)))
    (row,) = pane.file.occasions.rows()
    assert (row.words.text(), row.lead.text()) == ("Birthday · 4 June 1978", "pops up on the day")
    assert row.popup.isChecked(), "an A client"
    row.popup.click()
    (stored,) = core.occasions.of_person(tom)
    assert stored.popup is False
    assert pane.file.occasions.rows()[0].lead.text() == "no popup"


def test_the_lead_days_of_a_birthday_are_set(qtbot: QtBot, shell: ShellDouble, core: Core, tom: int) -> None:
    core.people.save(tom, replace(PersonDraft.of(core.people.file(tom)), birthday=PartialDate(1978, 6, 4)))
    dialog = OccasionDialog(shell, core.occasions.of_person(tom)[0])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.what.isVisible()
    dialog.lead.setValue(3)
    QTest.mouseClick(dialog.save_button, LEFT)
    (stored,) = core.occasions.of_person(tom)
    assert (stored.kind, stored.lead_days, stored.popup) == (OccasionKind.BIRTHDAY, 3, True)
    assert shell.said == [("Birthday kept", True)]


def test_a_renewal_is_added_changed_and_deleted(
    qtbot: QtBot, pane: PersonPane, core: Core, shell: ShellDouble, tom: int
) -> None:
    dialog = pane.file.occasions.add_renewal()
    QTest.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible(), "nothing is said yet"
    for field, words in ((dialog.what, "Contract"), (dialog.day, "24 March")):
        assert isinstance(field.editor, QLineEdit)
        QTest.keyClicks(field.editor, words)
    dialog.lead.setValue(14)
    QTest.mouseClick(dialog.save_button, LEFT)
    (stored,) = core.occasions.of_person(tom)
    assert replace(stored, id=0) == Occasion(tom, OccasionKind.RENEWAL, PartialDate(None, 3, 24), "Contract", 14, True)
    (row,) = pane.file.occasions.rows()
    assert (row.words.text(), row.lead.text()) == ("Contract · 24 March", "pops up 14 days before")
    again = OccasionDialog(shell, stored)
    qtbot.addWidget(again)
    again.show()
    QTest.mouseClick(again.delete_button, LEFT)
    assert core.occasions.of_person(tom) == []
    assert not pane.file.occasions.isVisible()


def test_a_day_that_is_none_is_said(qtbot: QtBot, shell: ShellDouble, core: Core, tom: int) -> None:
    dialog = OccasionDialog(shell, None, tom)
    qtbot.addWidget(dialog)
    dialog.show()
    for field, words in ((dialog.what, "Contract"), (dialog.day, "someday")):
        assert isinstance(field.editor, QLineEdit)
        QTest.keyClicks(field.editor, words)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert "someday" in dialog.day.error()
    assert core.occasions.of_person(tom) == []
