"""Undo and redo from the window: short ones at once, long ones in the data thread."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.changes import Area
from relapp.domain.people import Tier
from relapp.domain.words import phrase
from relapp.services.history import LONG
from relapp.store import bulk
from tests.ui.doubles import ShellDouble
from ui.reversing import redo, undo


@pytest.fixture
def tom(core: Core) -> int:
    person = core.people.add("Tom Keller")
    core.people.set_tier([person], Tier.A)
    return person


def test_a_short_change_is_undone_and_done_again_at_once(shell: ShellDouble, core: Core, tom: int) -> None:
    undo(shell)
    assert core.people.get(tom).tier is None
    redo(shell)
    assert core.people.get(tom).tier is Tier.A
    assert [text for text, _ in shell.said] == ["Undone: Tom Keller: tier A", "Done again: Tom Keller: tier A"]


def test_a_long_change_is_undone_beside_the_window(qtbot: QtBot, shell: ShellDouble, core: Core) -> None:
    db = core.desk.db
    with core.desk.write(phrase("Many tags"), (Area.TAGS,)):
        for start in range(0, LONG + 200, 100):
            bulk.insert(db, "tag", ("name",), [(f"tag {number}",) for number in range(start, start + 100)])
    undo(shell)
    assert shell.tasks.busy()
    qtbot.waitUntil(lambda: shell.said == [("Undone: Many tags", False)])
    assert db.value("SELECT count(*) FROM tag") == 0


def test_what_stands_in_the_way_is_said(shell: ShellDouble, core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.B)
    undo(shell, core.history.list()[1].id)
    assert "changed the same later" in shell.refused[0]


def test_nothing_to_undo_is_said(shell: ShellDouble) -> None:
    undo(shell)
    redo(shell)
    assert shell.refused == ["There is nothing to undo.", "There is nothing to do again."]
