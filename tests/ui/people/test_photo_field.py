"""A person's picture: dropped, pasted, removed; what is no picture is refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.people import Photo
from relapp.services.photos import MOST_BYTES
from tests.ui.doubles import ShellDouble
from ui.people.edit_dialog import EditDialog
from ui.people.editing.photo_field import SIDE, PhotoField


@pytest.fixture
def field(qtbot: QtBot, shell: ShellDouble) -> PhotoField:
    made = PhotoField("Tom Keller", 1, None)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[int, str], Path]:
    """A blue picture of that many pixels each way, in a file of that name."""

    def made(side: int, name: str) -> Path:
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor("#2C5C86"))
        assert image.save(str(tmp_path / name))
        return tmp_path / name

    return made


def drop(field: PhotoField, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy, left, keys = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(field, QDragEnterEvent(where, copy, data, left, keys))
    QApplication.sendEvent(field, QDropEvent(where, copy, data, left, keys))


def taken(field: PhotoField) -> Photo:
    assert field.change is not None
    assert field.change.photo is not None
    return field.change.photo


def test_a_dropped_picture_is_taken_as_it_is(field: PhotoField, picture: Callable[[int, str], Path]) -> None:
    path = picture(80, "tom.png")
    drop(field, path)
    assert taken(field) == Photo("image/png", path.read_bytes())
    assert field.remove.isVisible()


def test_a_large_picture_is_made_smaller(field: PhotoField, picture: Callable[[int, str], Path]) -> None:
    field.take_file(picture(SIDE * 2, "tom.jpg"))
    image = QImage.fromData(taken(field).data)
    assert (image.width(), image.height()) == (SIDE, SIDE)
    assert taken(field).media_type == "image/jpeg"


def test_a_copied_picture_is_pasted_by_key(field: PhotoField) -> None:
    image = QImage(20, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert QImage.fromData(taken(field).data).size() == image.size()


def test_without_a_picture_there_is_nothing_to_paste(field: PhotoField) -> None:
    QGuiApplication.clipboard().setText("no picture")
    QTest.mouseClick(field.paste, Qt.MouseButton.LeftButton)
    assert field.change is None
    assert field.error() == "There is no picture to paste; copy one first."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.4", "face.png is no picture; take a JPEG, PNG, GIF or WebP file."),
        (b"\x89PNG\r\n\x1a\n", "face.png is damaged and can't be shown."),
        (b"\xff\xd8\xff" + b"0" * MOST_BYTES, "face.png is larger than 10 MB; take a smaller picture."),
    ],
)
def test_what_is_no_picture_is_refused(field: PhotoField, tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "face.png").write_bytes(data)
    drop(field, tmp_path / "face.png")
    assert field.change is None
    assert field.error() == sentence


def test_a_missing_file_is_said(field: PhotoField, tmp_path: Path) -> None:
    field.take_file(tmp_path / "gone.png")
    assert field.error() == "gone.png can't be read: No such file or directory."


def test_a_picture_is_saved_with_the_rest_as_one_change(
    qtbot: QtBot, shell: ShellDouble, core: Core, tom: int, picture: Callable[[int, str], Path]
) -> None:
    dialog = EditDialog(shell, tom)
    dialog.open()
    dialog.photo.take_file(picture(40, "tom.png"))
    QTest.keyClicks(dialog.name.nickname, "Tommy")
    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert core.people.file(tom).has_photo
    core.history.undo()
    assert not core.people.file(tom).has_photo
    assert core.people.get(tom).name.nickname == ""


def test_a_removed_picture_goes(
    qtbot: QtBot, shell: ShellDouble, core: Core, tom: int, picture: Callable[[int, str], Path]
) -> None:
    core.people.set_photo(tom, Photo("image/png", picture(40, "tom.png").read_bytes()))
    dialog = EditDialog(shell, tom)
    dialog.open()
    QTest.mouseClick(dialog.photo.remove, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert core.people.photo(tom) is None
