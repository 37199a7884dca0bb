"""A person's own hours: said at the head, told them on their clock, and edited in the dialog."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.boundaries.hours import Closure
from relapp.domain.drafts import PersonDraft
from relapp.domain.facts import Section
from tests.ui.doubles import ShellDouble, StandingClock
from tests.ui.people.hands import Open, retype, save
from ui.palette import Tone
from ui.people.edit_dialog import EditDialog
from ui.people.editing.closure_row import ClosureEdit
from ui.people.file_column import FileColumn
from ui.people.header import Header

LEFT = Qt.MouseButton.LeftButton


def edit(core: Core, person: int, **changes: object) -> None:
    core.people.save(person, replace(PersonDraft.of(core.people.file(person)), **changes))  # type: ignore[arg-type]


@pytest.fixture
def header(qtbot: QtBot, shell: ShellDouble) -> Header:
    made = Header(shell)
    qtbot.addWidget(made)
    made.resize(900, 140)
    made.show()
    return made


@pytest.mark.parametrize(
    ("zone", "hours", "said", "tone"),
    [
        ("Europe/Oslo", "mon-fri 09:00-16:00", "10:12 in Oslo · reachable until 16:00", Tone.GREEN),
        ("America/New_York", "mon-fri 09:00-17:00", "05:12 in New York · quiet until 09:00 there", Tone.PLUM),
        ("Pacific/Auckland", "mon-fri 9-17", "22:12 in Auckland · quiet until 09:00 there", Tone.PLUM),
        ("Europe/Oslo", "mon 10:00-12:00", "10:12 in Oslo · quiet until Mon 10:00 there", Tone.PLUM),
        ("Europe/Oslo", "", "10:12 in Oslo", Tone.GREEN),
        ("", "mon-fri 09:00-16:00", "reachable until 16:00", Tone.GREEN),
        ("Nowhere/Else", "mon-fri 09:00-16:00", "reachable until 16:00", Tone.GREEN),
    ],
)
def test_the_head_says_whether_they_can_be_reached(
    header: Header, core: Core, tom: int, zone: str, hours: str, said: str, tone: Tone
) -> None:
    edit(core, tom, time_zone=zone, hours=hours)
    header.show_file(core.people.file(tom), None)
    assert header._here.text() == f"{said} · call or e-mail"
    assert header._here.tone is tone


def test_it_turns_with_the_minute(
    header: Header, core: Core, tom: int, clock: StandingClock, shell: ShellDouble
) -> None:
    edit(core, tom, hours="mon-fri 09:00-10:13")
    header.show_file(core.people.file(tom), None)
    before = header._here.tone
    clock.at += timedelta(minutes=1)
    shell.bus.minute_passed.emit()
    assert (before, header._here.tone) == (Tone.GREEN, Tone.PLUM)
    assert "quiet until 09:00 there" in header._here.text()


def test_when_they_are_away_they_are_quiet(header: Header, core: Core, tom: int) -> None:
    away = (Closure(date(2026, 3, 12), date(2026, 3, 13), "Fair"),)
    edit(core, tom, hours="mon-fri 09:00-16:00", closures=away)
    header.show_file(core.people.file(tom), None)
    assert "quiet until Mon 09:00 there" in header._here.text()


def test_my_hours_are_copied_for_them_with_one_click(qtbot: QtBot, shell: ShellDouble, core: Core, tom: int) -> None:
    edit(core, tom, time_zone="America/New_York")
    column = FileColumn(shell)
    qtbot.addWidget(column)
    column.resize(380, 700)
    column.show()
    column.show_file(core.people.file(tom))
    row = column.cards[Section.REACH].lines()[-1]
    QTest.mouseClick(row, LEFT)
    assert QGuiApplication.clipboard().text().startswith("I am available Mon–Fri 4:00–12:00 (EDT).")


@pytest.fixture
def page(dialog: EditDialog) -> EditDialog:
    """The dialog on Tom, turned to his hours."""
    dialog.show_page(dialog.hours)
    return dialog


def test_hours_are_typed_as_they_are_said(page: EditDialog, core: Core, tom: int) -> None:
    retype(page.hours.hours, "Mon-Fri 9-16")
    save(page)
    assert core.people.get(tom).hours == "mon-fri 09:00-16:00"
    core.history.undo(None)
    assert core.people.get(tom).hours == ""


def test_hours_that_make_no_sense_are_said_where_they_stand(page: EditDialog, core: Core, tom: int) -> None:
    retype(page.hours.hours, "whenever")
    save(page)
    assert page.isVisible() and "whenever" in page.hours.hours.accessibleDescription()
    assert core.people.get(tom).hours == ""


def test_the_zone_of_their_phone_is_offered(page: EditDialog, core: Core, tom: int) -> None:
    assert page.hours.suggestion is not None
    QTest.mouseClick(page.hours.suggestion, LEFT)
    save(page)
    assert core.people.get(tom).time_zone == "Europe/Oslo"


def test_days_away_are_added_changed_and_removed(page: EditDialog, open_dialog: Open, core: Core, tom: int) -> None:
    QTest.mouseClick(page.hours.closures.add_button, LEFT)
    row = page.hours.closures.rows()[0]
    assert isinstance(row, ClosureEdit)
    row.first.setDate(QDate(2026, 7, 6))
    row.last.setDate(QDate(2026, 7, 24))
    row.title.setText("Summer")
    save(page)
    (away,) = core.people.file(tom).closures
    assert (away.first, away.last, away.title) == (date(2026, 7, 6), date(2026, 7, 24), "Summer")
    assert core.hours.closures() == []  # theirs are not mine
    again = open_dialog(tom)
    again.show_page(again.hours)
    row = again.hours.closures.rows()[0]
    assert isinstance(row, ClosureEdit)
    row.last.setDate(QDate(2026, 7, 1))
    save(again)
    assert again.isVisible() and row.error() == "The last day is before the first."
    row.last.setDate(QDate(2026, 7, 10))
    save(again)
    assert [(one.id, one.last) for one in core.people.file(tom).closures] == [(away.id, date(2026, 7, 10))]
