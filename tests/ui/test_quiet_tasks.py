"""Tasks that only look something up stay out of sight, and after the end nothing begins any more."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from relapp.core import Core
from ui.progress_strip import ProgressStrip
from ui.tasks import Progress, Tasks


def strip_for(qtbot: QtBot, tasks: Tasks) -> ProgressStrip:
    """The strip as the window has it."""
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    tasks.started.connect(strip.follow)
    return strip


def test_a_quiet_task_shows_no_strip_and_does_not_keep_the_window_open(qtbot: QtBot, tasks: Tasks) -> None:
    strip = strip_for(qtbot, tasks)
    go_on = Event()

    def work(core: Core, progress: Progress) -> bool:
        return go_on.wait(10)

    done: list[bool] = []
    task = tasks.run("Counting", work, done.append, quiet=True)
    assert strip.isHidden()
    assert not tasks.busy()
    with qtbot.waitSignal(task.ended):
        go_on.set()
    assert done == [True]


def test_a_task_that_is_not_quiet_is_shown(qtbot: QtBot, tasks: Tasks) -> None:
    strip = strip_for(qtbot, tasks)
    task = tasks.run("Importing", lambda core, progress: None)
    assert strip.title() == "Importing"
    assert tasks.busy()
    with qtbot.waitSignal(task.ended):
        pass


def test_after_the_end_a_task_fails_as_if_it_were_stopped(qtbot: QtBot, tasks: Tasks) -> None:
    tasks.stop()
    failed: list[str] = []
    task = tasks.run("Counting", lambda core, progress: 1, failed=failed.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert failed == ["Stopped. Nothing was changed."]
