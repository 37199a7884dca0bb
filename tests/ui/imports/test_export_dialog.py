"""An export by mouse and keyboard: what is chosen is what stands in the file, and it comes back as it was."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.entries.kind import Direction
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.imports.export_dialog import ExportDialog
from ui.imports.export_span import Span, Stretch
from ui.imports.export_work import PeopleFormat
from ui.imports.where_to import file_name

Open = Callable[..., ExportDialog]
EXCEL = b"\xef\xbb\xbf"


@pytest.fixture
def open_export(qtbot: QtBot, shell: ShellDouble) -> Open:
    """Opens the dialog for these people and waits until it has counted."""

    def opened(*persons: int) -> ExportDialog:
        dialog = ExportDialog(shell, list(persons))
        qtbot.addWidget(dialog)
        dialog.open()
        counted(qtbot, dialog)
        return dialog

    return opened


@pytest.fixture
def notes(core: Core, tom: int, marta: int) -> None:
    """Beside Tom's call: a note with Marta that a spreadsheet might run, and last year a lunch with both."""
    core.entries.log(NewEntry("note", NOW - timedelta(days=1), (marta,), "=2+2; +49 30 123", Direction.NONE))
    core.entries.log(NewEntry("lunch", NOW - timedelta(days=200), (tom, marta), 'at "Lorry"\nwith Silje'))


def counted(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.count.text() not in ("", "Counting…"))


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def save(qtbot: QtBot, dialog: ExportDialog, target: Path) -> None:
    """Through the system's dialog for files."""
    counted(qtbot, dialog)
    click(dialog.go)
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(target))
    chooser.close()
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is dialog.saved)


def rows(path: Path, separator: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def test_all_notes_go_out_and_coming_back_they_add_nothing(
    qtbot: QtBot, open_export: Open, notes: None, core: Core, tmp_path: Path
) -> None:
    dialog = open_export()
    assert dialog.count.text() == "3 notes"
    save(qtbot, dialog, tmp_path / "notes.csv")
    assert dialog.saved.words.text() == "3 notes saved."
    report = core.imports.run(tmp_path / "notes.csv", core.imports.read(tmp_path / "notes.csv"))
    assert (report.read, report.unchanged, report.change) == (3, 3, None)


def test_one_person_some_columns_in_another_order_for_excel(
    qtbot: QtBot, open_export: Open, notes: None, marta: int, tmp_path: Path
) -> None:
    dialog = open_export(marta)
    assert (dialog.whose.currentText(), dialog.count.text()) == ("Marta Oduya", "2 notes")
    columns = dialog.notes.columns
    for row in range(columns.list.count()):
        columns.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    for key in ("person", "kind", "text"):
        columns.list.item(columns.order().index(key)).setCheckState(Qt.CheckState.Checked)
    columns.list.setCurrentRow(columns.order().index("text"))
    while columns.order().index("text"):
        QTest.keyClick(columns.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.notes.separator.setCurrentIndex(1)
    dialog.notes.encoding.setCurrentIndex(1)
    assert "can't be imported again" in dialog.notes.hint.text()
    save(qtbot, dialog, tmp_path / "notes.csv")
    assert (tmp_path / "notes.csv").read_bytes().startswith(EXCEL)
    assert rows(tmp_path / "notes.csv", ";") == [
        ["text", "person", "kind"],
        ['at "Lorry"\nwith Silje', "Tom Keller", "lunch"],
        ["'=2+2; +49 30 123", "Marta Oduya", "note"],
    ]


def test_the_first_rows_are_shown_as_they_will_stand_in_the_file(open_export: Open, notes: None) -> None:
    dialog = open_export()
    table = dialog.preview.table
    model = table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    texts = [model.index(at, titles.index("Text")).data() for at in range(model.rowCount())]
    assert texts == ['at "Lorry" with Silje', "Ida moved to Bergen for university.", "'=2+2; +49 30 123"]


def test_only_some_kinds_and_only_some_days(qtbot: QtBot, open_export: Open, notes: None) -> None:
    dialog = open_export()
    click(dialog.notes.kinds.chips["lunch"])
    click(dialog.notes.kinds.chips["call"])
    qtbot.waitUntil(lambda: dialog.count.text() == "2 notes")
    dialog.notes.span.stretch.setCurrentIndex(list(Stretch).index(Stretch.BETWEEN))
    assert dialog.notes.span.first.isVisible()
    dialog.notes.span.first.setDate(QDate(2026, 3, 2))
    dialog.notes.span.last.setDate(QDate(2026, 3, 2))
    qtbot.waitUntil(lambda: dialog.count.text() == "1 note")
    click(dialog.notes.kinds.all)
    assert dialog.notes.kinds.kinds() == frozenset()


def test_where_there_is_nothing_there_is_nothing_to_save(qtbot: QtBot, open_export: Open, notes: None) -> None:
    dialog = open_export()
    click(dialog.notes.kinds.chips["gift"])
    qtbot.waitUntil(lambda: dialog.count.text() == "0 notes")
    assert not dialog.go.isEnabled()


def test_what_was_chosen_is_remembered(qtbot: QtBot, open_export: Open, notes: None, tmp_path: Path) -> None:
    dialog = open_export()
    dialog.notes.columns.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.notes.separator.setCurrentIndex(2)
    click(dialog.notes.kinds.chips["lunch"])
    save(qtbot, dialog, tmp_path / "notes.csv")
    again = open_export()
    assert again.notes.choice() == dialog.notes.choice()
    click(again.go)
    chooser = again.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert chooser.selectedFiles() == [str(tmp_path / "notes-2026-03-12.csv")]
    chooser.close()


@pytest.mark.parametrize("format_", list(PeopleFormat))
def test_people_leave_in_every_format(
    qtbot: QtBot, open_export: Open, tom: int, marta: int, tmp_path: Path, format_: PeopleFormat
) -> None:
    dialog = open_export(tom)
    click(dialog.whats["people"])
    click(dialog.people.formats[format_])
    qtbot.waitUntil(lambda: dialog.count.text() == "1 person")
    assert "Tom Keller" in dialog.preview.text.toPlainText()
    target = tmp_path / f"people.{format_.value}"
    save(qtbot, dialog, target)
    said = target.read_text(encoding="utf-8")
    assert "Tom Keller" in said
    assert "Marta" not in said


def test_an_export_that_cannot_be_written_says_why_and_can_be_tried_again(
    qtbot: QtBot, open_export: Open, notes: None, tmp_path: Path
) -> None:
    dialog = open_export()
    dialog.save(tmp_path / "gone" / "notes.csv")
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is dialog.form)
    assert "notes.csv can't be written" in dialog.errors.text()
    assert dialog.go.isEnabled()


def test_stopped_nothing_is_left_and_what_was_there_stays(
    qtbot: QtBot, open_export: Open, many: Callable[[int], list[int]], tmp_path: Path
) -> None:
    many(400)  # so many that the key comes before the end
    target = tmp_path / "people.vcf"
    target.write_text("what was there before", encoding="utf-8")
    dialog = open_export()
    click(dialog.whats["people"])
    qtbot.waitUntil(lambda: dialog.count.text() == "400 people")
    dialog.save(target)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is dialog.form)
    assert dialog.isVisible()
    assert dialog.errors.text() == "Stopped. Nothing was changed."
    assert target.read_text(encoding="utf-8") == "what was there before"
    assert sorted(path.name for path in tmp_path.glob("people*")) == ["people.vcf"]


class Opener(QObject):
    """Stands for the system's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_it(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_file_and_its_folder_can_be_opened(qtbot: QtBot, open_export: Open, notes: None, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open_it")  # type: ignore[arg-type]  # Qt's own stub is wrong
    try:
        dialog = open_export()
        save(qtbot, dialog, tmp_path / "notes.csv")
        click(dialog.saved.open_file)
        click(dialog.saved.open_folder)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path / "notes.csv"), str(tmp_path)]


def test_a_file_name_has_letters_only(core: Core) -> None:
    assert file_name("notes", "Ana Castéll / <x>", NOW.date(), "csv") == "notes-ana-castéll-x-2026-03-12.csv"
    assert file_name("people", "", NOW.date(), "vcf") == "people-2026-03-12.vcf"


def test_days_of_a_stretch_begin_and_end_at_midnight_here(core: Core) -> None:
    day = date(2026, 3, 29)  # 23 hours long in Berlin
    span = Span(Stretch.BETWEEN, day, day)
    since, until = span.bounds(NOW.date(), core.desk.zone())
    assert since is not None
    assert until is not None
    assert (until - since) // 3600 == 23
