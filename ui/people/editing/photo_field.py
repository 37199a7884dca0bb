"""A person's picture while it is edited: chosen, dropped, pasted or removed. Holds it until the dialog is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from relapp.domain.drafts import PhotoChange
from relapp.domain.errors import Refused
from relapp.domain.names import initials
from relapp.domain.people import Photo
from relapp.domain.words import tr
from relapp.services import photos
from ui.fonts import px
from ui.pictures import face_of, read_picture
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button, Weight
from ui.widgets.text import Label, Look

SHOWN = 96
SIDE = 1024
"""Larger pictures are made smaller: a face is never shown larger, and a page must open at once."""


class PhotoField(QWidget):
    """Ctrl+V pastes, Delete removes; a picture may be dropped on it. `change` is None while nothing was changed."""

    touched = Signal()

    def __init__(self, shown: str, person: int, photo: Photo | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._person = shown, person
        self.change: PhotoChange | None = None
        self.avatar = Avatar(SHOWN, self)
        self.choose = Button(tr("Choose…"), "image", Weight.FLAT, self, small=True)
        self.choose.setAccessibleName(tr("Choose a picture"))
        self.paste = Button(tr("Paste"), "copy", Weight.FLAT, self, small=True)
        self.paste.setAccessibleName(tr("Paste a picture"))
        self.remove = Button(tr("Remove"), "trash", Weight.FLAT, self, small=True)
        self.remove.setAccessibleName(tr("Remove the picture"))
        self._wrong = Label("", Look.SECONDARY, self, wrap=True)
        self._wrong.setProperty("tone", "red")
        self._wrong.hide()
        self.setAcceptDrops(True)
        self._build_layout()
        self.choose.clicked.connect(self.ask)
        self.paste.clicked.connect(self.take_clipboard)
        self.remove.clicked.connect(self.clear)
        self._show(photo)

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(4))
        for widget in (self.choose, self.paste, self.remove):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._wrong)
        column.addStretch()
        self.setFixedWidth(px(150))

    def _show(self, photo: Photo | None) -> None:
        pixmap = face_of(photo.data, px(SHOWN)) if photo is not None else None
        self.avatar.show_face(self._shown, initials(self._shown), self._person, pixmap)
        self.remove.setVisible(photo is not None)
        self.setAccessibleName(tr("Photo"))

    def error(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text()

    # --- where pictures come from

    def ask(self) -> None:
        """Lets the user choose a file."""
        dialog = QFileDialog(self, tr("Choose a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Pictures") + " (*.jpg *.jpeg *.png *.gif *.webp)", tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """The picture in this file, or a sentence on why not."""
        self._take(lambda: photos.from_file(path), path.name)

    def take_clipboard(self) -> None:
        """The picture that was copied elsewhere."""
        if not self._take_from(QGuiApplication.clipboard().mimeData()):
            self._say(tr("There is no picture to paste; copy one first."))

    def _take_from(self, data: QMimeData | None) -> bool:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []
        if files:
            self.take_file(files[0])
            return True
        image = data.imageData() if data is not None and data.hasImage() else None
        if isinstance(image, QPixmap):
            image = image.toImage()
        if not isinstance(image, QImage) or image.isNull():
            return False
        self._take(lambda: Photo("image/png", _png(image)), tr("The picture"))
        return True

    def clear(self) -> None:
        """No picture any more."""
        self._put(None)

    # --- taking one

    def _take(self, read: Callable[[], Photo], name: str) -> None:
        try:
            photo = _made_smaller(read(), name)
        except Refused as refused:
            self._say(str(refused))
            return
        self._put(photo)

    def _put(self, photo: Photo | None) -> None:
        self._say("")
        self.change = PhotoChange(photo)
        self._show(photo)
        self.touched.emit()

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
        elif event.key() == Qt.Key.Key_Delete and not self.remove.isHidden():
            self.clear()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_from(event.mimeData()):
            event.acceptProposedAction()


def _made_smaller(photo: Photo, name: str) -> Photo:
    """The picture with at most `SIDE` pixels each way; small ones stay as they came. Raises Refused."""
    image = read_picture(photo.data, 2 * SIDE)
    if image.isNull():
        raise Refused(tr("{file} is damaged and can't be shown.").format(file=name))
    if max(image.width(), image.height()) <= SIDE:
        return photo
    small = image.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if small.hasAlphaChannel():
        return Photo("image/png", _png(small))
    return Photo("image/jpeg", _bytes(small, "JPG", 88))


def _png(image: QImage) -> bytes:
    return _bytes(image, "PNG", -1)


def _bytes(image: QImage, kind: str, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
