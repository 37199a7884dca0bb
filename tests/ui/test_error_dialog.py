"""What happens with an exception that nobody caught: said, written down without anybody's data, and survived."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.error_dialog import ErrorDialog, Mishaps, describe
from ui.widgets.buttons import Button


def fail_about(client: str) -> None:
    raise ValueError(f"{client} has no birthday")


def show(client: str) -> None:
    try:
        fail_about(client)
    except ValueError as error:
        raise RuntimeError(f"could not show {client}") from error


def caught(client: str) -> BaseException:
    with pytest.raises(RuntimeError) as found:
        show(client)
    return found.value


@pytest.fixture
def mishaps(qapp: QObject, tmp_path: Path) -> Iterator[Mishaps]:
    made = Mishaps(lambda: tmp_path / "logs" / "relapp.log", QObject(qapp))
    yield made
    made.stop()


def test_the_details_name_places_and_no_client() -> None:
    details = describe(caught("Tom Keller"))
    assert "RuntimeError" in details and "ValueError" in details
    assert "tests/ui/test_error_dialog.py" in details and "fail_about" in details
    assert "Tom" not in details and "birthday" not in details


def test_an_escaped_exception_is_logged_and_told(mishaps: Mishaps, tmp_path: Path) -> None:
    told: list[str] = []
    mishaps.happened.connect(told.append)
    error = caught("Tom Keller")
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == [describe(error)]
    log = (tmp_path / "logs" / "relapp.log").read_text("utf-8")
    assert "RuntimeError" in log and "Tom" not in log


def test_ctrl_c_is_no_mishap(mishaps: Mishaps, tmp_path: Path) -> None:
    passed_on: list[object] = []
    mishaps.stop()
    before, sys.excepthook = sys.excepthook, lambda *found: passed_on.append(found[0])
    try:
        again = Mishaps(None, QObject())
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        again.stop()
    finally:
        sys.excepthook = before
    assert passed_on == [KeyboardInterrupt]


def test_a_log_that_cannot_be_written_is_no_new_trouble(qapp: QObject, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    mishaps = Mishaps(lambda: tmp_path / "logs" / "relapp.log", QObject(qapp))
    told: list[str] = []
    mishaps.happened.connect(told.append)
    mishaps.note(caught("Tom Keller"))
    mishaps.stop()
    assert len(told) == 1


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = ErrorDialog("ValueError\n  ui/app.py:1 start")
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(one for one in dialog.findChildren(Button) if one.text() == "Copy the details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.details()
