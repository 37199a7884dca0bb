"""A whole import by mouse and keyboard: read, leave one out, take one field, import, take it back, or stop halfway."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.directory import PeopleFilter
from tests.ui.doubles import ShellDouble
from tests.ui.imports.cards import book, card
from ui.imports.import_dialog import ImportDialog
from ui.imports.preview_rows import State

Open = Callable[..., ImportDialog]


@pytest.fixture
def open_import(qtbot: QtBot, shell: ShellDouble) -> Open:
    """Opens the dialog on these files and waits until they are read."""

    def opened(*paths: Path) -> ImportDialog:
        dialog = ImportDialog(shell, list(paths))
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not shell.tasks.busy())
        return dialog

    return opened


@pytest.fixture
def clients(core: Core, tmp_path: Path) -> Path:
    """Tom differs in his note and lacks his birthday, Lea is the same, Ida and Ole are new, one card is cut off."""
    path = book(tmp_path, "first.vcf", card("Tom Keller", "EMAIL:tom@x.example", "NOTE:likes maps"))
    core.imports.run(path, core.imports.read(path))
    path = book(tmp_path, "lea.vcf", card("Lea Roth", "EMAIL:lea@x.example"))
    core.imports.run(path, core.imports.read(path))
    return book(
        tmp_path,
        "clients.vcf",
        card("Tom Keller", "EMAIL:tom@x.example", "BDAY:1978-06-04", "NOTE:plays the cello"),
        card("Lea Roth", "EMAIL:lea@x.example"),
        card("Ida Berg", "EMAIL:ida@x.example", "ORG:Berg AS", "TITLE:owner"),
        card("Ole Moe", "EMAIL:ole@x.example"),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nX-NOTHING:here\r\n",
    )


def names(core: Core) -> list[str]:
    return sorted(line.shown for line in core.directory.page(PeopleFilter()))


def shown(dialog: ImportDialog) -> list[str]:
    """What the table says, line by line."""
    model = dialog.preview.model
    return [model.data(model.index(at, 0)) for at in range(model.rowCount())]


def click(dialog: ImportDialog, at: int, x: int) -> None:
    """A click in a line of the table, so many pixels from its left."""
    view = dialog.preview.table
    place = view.visualRect(view.model().index(at, 0))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, place.center().y())
    )


def press(dialog: ImportDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.preview.table, key)


def go(qtbot: QtBot, dialog: ImportDialog, shell: ShellDouble) -> None:
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shell.tasks.busy())


def test_the_preview_says_what_would_become_of_each(open_import: Open, clients: Path) -> None:
    dialog = open_import(clients)
    assert shown(dialog) == [
        "Tom Keller · differs · fills in: Birthday · differs: Note",
        "Lea Roth · already there · lea@x.example",
        "Ida Berg · new · Berg AS · owner · ida@x.example",
        "Ole Moe · new · ole@x.example",
    ]
    chips = {state: chip.text() for state, chip in dialog.preview.chips.items() if not chip.isHidden()}
    assert chips == {None: "All 4", State.NEW: "new 2", State.DIFFERS: "differs 1", State.SAME: "already there 1"}
    assert dialog.forecast.text() == "2 people will be added, 1 filled in"


def test_leave_one_out_take_one_field_import_and_undo(
    qtbot: QtBot, open_import: Open, clients: Path, core: Core, shell: ShellDouble
) -> None:
    dialog = open_import(clients)
    click(dialog, 3, 15)
    click(dialog, 0, 200)
    assert shown(dialog)[1] == "Note: keep “likes maps” or take “plays the cello”"
    click(dialog, 1, dialog.preview.table.viewport().width() - 30)
    go(qtbot, dialog, shell)
    assert names(core) == ["Ida Berg", "Lea Roth", "Tom Keller"]
    tom = core.people.get(core.people.resolve("Tom Keller"))
    assert (tom.note, str(tom.birthday)) == ("plays the cello", "1978-06-04")
    assert dialog.summary.words.text() == "1 person added, 1 filled in, 1 unchanged."

    QTest.mouseClick(dialog.summary.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.isHidden())
    assert names(core) == ["Lea Roth", "Tom Keller"]
    tom = core.people.get(core.people.resolve("Tom Keller"))
    assert (tom.note, tom.birthday) == ("likes maps", None)


def test_the_same_by_keyboard(qtbot: QtBot, open_import: Open, clients: Path, core: Core, shell: ShellDouble) -> None:
    dialog = open_import(clients)
    press(dialog, Qt.Key.Key_Home)
    press(dialog, Qt.Key.Key_Right)
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Space)
    press(dialog, Qt.Key.Key_End)
    press(dialog, Qt.Key.Key_Space)
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shell.tasks.busy())
    assert names(core) == ["Ida Berg", "Lea Roth", "Tom Keller"]
    assert core.people.get(core.people.resolve("Tom Keller")).note == "plays the cello"


def test_a_chip_narrows_the_list_and_ticks_stay(open_import: Open, clients: Path) -> None:
    dialog = open_import(clients)
    QTest.mouseClick(dialog.preview.chips[State.NEW], Qt.MouseButton.LeftButton)
    assert [line.split(" · ")[0] for line in shown(dialog)] == ["Ida Berg", "Ole Moe"]
    dialog.preview.model.tick_shown(False)
    QTest.mouseClick(dialog.preview.chips[None], Qt.MouseButton.LeftButton)
    assert len(shown(dialog)) == 4
    assert dialog.forecast.text() == "1 filled in"


def test_where_nothing_would_change_there_is_nothing_to_import(open_import: Open, core: Core, tmp_path: Path) -> None:
    path = book(tmp_path, "lea.vcf", card("Lea Roth", "EMAIL:lea@x.example"))
    core.imports.run(path, core.imports.read(path))
    dialog = open_import(path)
    assert not dialog.go.isEnabled()
    assert dialog.forecast.text() == "As it is ticked now, an import changes nothing"


def test_skipped_records_unfold_and_can_be_copied(open_import: Open, clients: Path) -> None:
    dialog = open_import(clients)
    skipped = dialog.preview.skipped
    assert (skipped.head.text(), skipped.text.isHidden()) == ("1 record is skipped or cut short", True)
    QTest.mouseClick(skipped.head, Qt.MouseButton.LeftButton)
    assert not skipped.text.isHidden()
    assert skipped.text.toPlainText().startswith("clients.vcf, line 25: ")


def test_a_refused_file_shows_its_sentence_while_others_go_on(
    qtbot: QtBot, open_import: Open, clients: Path, core: Core, shell: ShellDouble, tmp_path: Path
) -> None:
    broken = tmp_path / "holiday.vcf"
    broken.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    dialog = open_import(broken, clients)
    assert "holiday.vcf" in dialog.preview.refused.text.toPlainText()
    assert not dialog.preview.refused.text.isHidden()
    go(qtbot, dialog, shell)
    assert names(core) == ["Ida Berg", "Lea Roth", "Ole Moe", "Tom Keller"]
    assert "holiday.vcf" in dialog.summary.refused.text.toPlainText()


def test_where_no_file_can_be_read_others_can_be_chosen(open_import: Open, tmp_path: Path) -> None:
    dialog = open_import(tmp_path / "gone.vcf")
    assert dialog.steps.currentWidget() is dialog.choose
    assert "gone.vcf" in dialog.choose.refused.text.toPlainText()


def test_each_file_is_a_change_of_its_own(
    qtbot: QtBot, open_import: Open, core: Core, shell: ShellDouble, tmp_path: Path
) -> None:
    first = book(tmp_path, "a.vcf", card("Ida Berg", "EMAIL:ida@x.example"))
    second = book(tmp_path, "b.vcf", card("Ole Moe"), card("Ida Berg", "EMAIL:ida@x.example", "TEL:+4722123456"))
    dialog = open_import(first, second)
    assert shown(dialog)[2:] == [
        "b.vcf · 2 people",
        "Ole Moe · new",
        "Ida Berg · fills in · the same person as further up · fills in: Phones",
    ]
    go(qtbot, dialog, shell)
    assert [one.title for one in core.history.list()] == [
        "Import of b.vcf, 1 person",
        "Import of a.vcf, 1 person",
    ]


def test_stopped_in_the_middle_nothing_stays(
    qtbot: QtBot, open_import: Open, core: Core, shell: ShellDouble, tmp_path: Path
) -> None:
    first = book(tmp_path, "a.vcf", card("Ida Berg"))
    second = book(tmp_path, "b.vcf", *(card(f"Person {number:04d}") for number in range(2000)))
    dialog = open_import(first, second)
    halfway: list[int] = []

    def stop(done: int, total: int) -> None:
        if done > 1200 and not halfway:
            halfway.append(done)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog._task is not None
    dialog._task.progress.moved.connect(stop)
    qtbot.waitUntil(lambda: not shell.tasks.busy(), timeout=20_000)
    assert halfway
    assert names(core) == []
    assert dialog.steps.currentWidget() is dialog.preview
    assert dialog.errors.text() == "Stopped. Nothing was changed."


def test_show_them_opens_the_one_person(
    qtbot: QtBot, open_import: Open, core: Core, shell: ShellDouble, tmp_path: Path
) -> None:
    dialog = open_import(book(tmp_path, "a.vcf", card("Ida Berg")))
    go(qtbot, dialog, shell)
    QTest.mouseClick(dialog.summary.show_them, Qt.MouseButton.LeftButton)
    assert shell.persons == [core.people.resolve("Ida Berg")]


def test_files_are_chosen_from_the_dialog(qtbot: QtBot, open_import: Open, shell: ShellDouble, clients: Path) -> None:
    dialog = open_import()
    QTest.mouseClick(dialog.choose.button, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.filesSelected.emit([str(clients)])
    chooser.close()
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is dialog.preview)
    assert len(shown(dialog)) == 4


def test_files_are_dropped_onto_the_dialog(qtbot: QtBot, open_import: Open, clients: Path) -> None:
    dialog = open_import()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(clients))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 50), *how)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(50, 50), *how))
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is dialog.preview)


def test_closed_while_reading_nothing_is_left_behind(qtbot: QtBot, shell: ShellDouble, tmp_path: Path) -> None:
    path = book(tmp_path, "b.vcf", *(card(f"Person {number:04d}") for number in range(2000)))
    dialog = ImportDialog(shell, [path])
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    qtbot.waitUntil(lambda: not shell.tasks.busy())


def test_a_thousand_real_cards_come_in_and_go_again(
    qtbot: QtBot, open_import: Open, core: Core, shell: ShellDouble, corpora: Path
) -> None:
    dialog = open_import(corpora / "FolkerKinzel__VCards/src/Examples/LargeFile.vcf")
    assert dialog.preview.chips[None].text() == "All 1\u202f000"
    go(qtbot, dialog, shell)
    assert len(dialog._reports[0].persons) == core.directory.count() > 900
    QTest.mouseClick(dialog.summary.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.isHidden())
    assert core.directory.count() == 0
