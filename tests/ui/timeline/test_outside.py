"""What came in outside my hours is marked, by the hours as they are now, and asked of each moment once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.boundaries import week_text
from relapp.domain.entries.kind import Direction
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import NewEntry
from tests.ui.doubles import ShellDouble
from ui.timeline.outside import OutsideHours
from ui.timeline.view import TimelineView

NIGHT = datetime(2026, 3, 1, 20, 40, tzinfo=UTC)
MARK = "outside hours"


def shown(qtbot: QtBot, shell: ShellDouble, tom: int) -> TimelineView:
    view = TimelineView(shell)
    qtbot.addWidget(view)
    view.resize(460, 600)
    view.show()
    view.show_timeline(TimelineOf(person=tom))
    return view


def marks(view: TimelineView) -> list[bool]:
    table = view.table
    lines = [table.entries.line(row) for row in range(table.entries.rowCount())]
    return [MARK in [text for text, _, _ in table.painter_of_rows.chips(line)] for line in lines if line is not None]


@pytest.mark.parametrize(
    ("at", "direction", "marked"),
    [
        (NIGHT, Direction.IN, True),
        (NIGHT, Direction.OUT, False),
        (datetime(2026, 3, 2, 9, 0, tzinfo=UTC), Direction.IN, False),
        (datetime(1999, 1, 2, 9, 0, tzinfo=UTC), Direction.IN, True),
    ],
)
def test_only_what_they_sent_in_quiet_time_is_marked(
    qtbot: QtBot, shell: ShellDouble, core: Core, marta: int, at: datetime, direction: Direction, marked: bool
) -> None:
    core.entries.log(NewEntry("email", at, (marta,), "Question on the invoice.", direction))
    assert marks(shown(qtbot, shell, marta)) == [marked]


def test_other_hours_mark_anew(qtbot: QtBot, shell: ShellDouble, core: Core, marta: int) -> None:
    core.entries.log(NewEntry("email", NIGHT, (marta,), "Question", Direction.IN))
    view = shown(qtbot, shell, marta)
    assert marks(view) == [True]
    core.hours.set_week(week_text.read_or_refuse("sun 20:00-23:00"))
    assert marks(view) == [False]


def test_who_never_opens_has_no_outside(qtbot: QtBot, shell: ShellDouble, core: Core, marta: int) -> None:
    core.entries.log(NewEntry("email", NIGHT, (marta,), "Question", Direction.IN))
    core.hours.set_week(((),) * 7)
    assert marks(shown(qtbot, shell, marta)) == [False]


def test_each_moment_is_asked_once(core: Core, marta: int) -> None:
    asked: list[int] = []

    class Counting(OutsideHours):
        def _is_outside(self, at: int) -> bool:
            asked.append(at)
            return super()._is_outside(at)

    for day in range(3):
        core.entries.log(NewEntry("email", NIGHT - timedelta(days=day), (marta,), "", Direction.IN))
    lines = core.entries.page(TimelineOf(person=marta), limit=9)
    outside = Counting(core)
    assert [outside(line) for line in lines] == [outside(line) for line in lines] == [True] * 3
    assert len(asked) == 3
    outside.forget()
    assert outside(lines[0]) and len(asked) == 4
