"""How a hidden window looked when it was last seen: shown for the one frame in which the window paints itself anew.

It is kept only while the window is hidden, packed to a twentieth, and not used where the window would look otherwise by
now.
"""

from __future__ import annotations

import zlib

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_FORMAT = QImage.Format.Format_RGB32  # four bytes a pixel: no line ends in padding
_QUICK = 1  # of zlib's levels: others pack little more


class LastPicture(QObject):
    """Takes the picture whenever `window` is hidden (not when it is minimised)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._packed = b""
        self._size = QSize()
        self._look: object = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._packed = b""
        elif isinstance(event, QHideEvent) and not event.spontaneous():
            QTimer.singleShot(0, self, self._take)
        return False

    def lay_over(self) -> None:
        """Before the window is shown; it goes away by itself."""
        if self._packed and not self._window.isVisible() and self._look == self._look_now():
            _Picture(zlib.decompress(self._packed), self._size, self._window)

    def _take(self) -> None:
        if not self._window.isVisible():
            image = self._window.grab().toImage().convertToFormat(_FORMAT)
            self._packed, self._size = zlib.compress(image.constBits(), _QUICK), image.size()
            self._look = self._look_now()

    def _look_now(self) -> object:
        window = self._window
        return window.size(), window.devicePixelRatio(), QGuiApplication.palette().cacheKey(), window.font().key()


class _Picture(QWidget):
    """Lies over all of its parent until it has been painted."""

    def __init__(self, pixels: bytes, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixels = pixels  # the image only points at them
        self._image = QImage(pixels, size.width(), size.height(), _FORMAT)
        self._image.setDevicePixelRatio(parent.devicePixelRatio())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawImage(0, 0, self._image)
        QTimer.singleShot(0, self, self.deleteLater)
