"""After a change of my hours the stored next deliveries follow, in the data thread where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.settings import WEEK
from relapp.store import next_delivery
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.recomputing import AT_ONCE, Recomputing
from ui.tasks import Task


@pytest.fixture
def heard(shell: ShellDouble) -> list[Task]:
    """The tasks that were begun."""
    begun: list[Task] = []
    shell.tasks.started.connect(begun.append)
    return begun


@pytest.fixture
def recomputing(shell: ShellDouble, tom: int) -> Iterator[Recomputing]:
    shell.core.follow_ups.add(NewFollowUp(tom, "Ask", NOW + timedelta(days=2)))
    parent = QObject()
    yield Recomputing(shell, parent)
    parent.deleteLater()


def age(core: Core, count: int) -> None:
    """As many rows of an older version."""
    db = core.desk.db
    with db.transaction():
        rows = [(1_000 + number,) for number in range(count)]
        db.many("INSERT INTO next_delivery (follow_up_id, at, version) VALUES (?, 0, 0)", rows)


def test_few_are_made_anew_at_once(recomputing: Recomputing, core: Core, heard: list[Task], qtbot: QtBot) -> None:
    core.settings.set(WEEK, "sat 10:00-18:00")
    assert core.reminders.stale_count() == 1
    qtbot.waitUntil(lambda: core.reminders.stale_count() == 0)
    assert heard == []


def test_many_are_made_anew_in_the_data_thread_with_progress(
    recomputing: Recomputing, core: Core, heard: list[Task], qtbot: QtBot
) -> None:
    age(core, AT_ONCE + 2 * next_delivery.BATCH)
    told: list[tuple[int, int]] = []
    recomputing.look()
    heard[0].progress.moved.connect(lambda done, total: told.append((done, total)))
    recomputing.look()  # one at a time
    qtbot.waitUntil(lambda: core.reminders.stale_count() == 0)
    qtbot.waitUntil(lambda: told[-1:] == [(600, 600)])
    assert len(heard) == 1


def test_rhythms_that_an_older_file_lacks_are_worked_out_with_them(recomputing: Recomputing, core: Core) -> None:
    core.desk.db.execute("DELETE FROM rhythm")
    core.desk.db.execute("INSERT INTO remembered (key, value) VALUES ('derived.rhythms_from', '0')")
    recomputing.look()
    assert core.files.behind() == 0
    assert core.desk.db.value("SELECT count(*) FROM rhythm") == 1


def test_nothing_old_is_nothing_done(recomputing: Recomputing, core: Core, heard: list[Task]) -> None:
    before = core.desk.db.connection.total_changes
    recomputing.look()
    assert core.desk.db.connection.total_changes == before
    assert heard == []
