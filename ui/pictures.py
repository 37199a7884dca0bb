"""Pictures of people, decoded no larger than they are shown and the right way up, as the camera noted it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap


def read_picture(data: bytes, side: int) -> QImage:
    """The picture, large enough to cover a square of `side` pixels where it is; a null image when it is none."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    wanted = whole.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if whole.isValid() and wanted.width() < whole.width():
        reader.setScaledSize(wanted)
    return reader.read()


def face_of(data: bytes, side: int) -> QPixmap | None:
    """What an avatar of `side` pixels shows; None when the bytes are no picture."""
    image = read_picture(data, side * 2)  # sharp on dense screens
    return None if image.isNull() else QPixmap.fromImage(image)
