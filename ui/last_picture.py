"""How a hidden window looked when it was last seen: shown for the one frame in which the window paints itself anew.

It is kept only while the window is hidden, four bytes a pixel (to unpack it would take as long as to paint), and not
used where the window would look otherwise by now.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class LastPicture(QObject):
    """Takes the picture whenever `window` is hidden (not when it is minimised)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._picture: QPixmap | None = None
        self._look: object = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._picture = None
        elif isinstance(event, QHideEvent) and not event.spontaneous():
            QTimer.singleShot(0, self, self._take)
        return False

    def lay_over(self) -> None:
        """Before the window is shown; it goes away by itself."""
        if self._picture is not None and not self._window.isVisible() and self._look == self._look_now():
            _Picture(self._picture, self._window)

    def _take(self) -> None:
        if not self._window.isVisible():
            self._picture, self._look = self._window.grab(), self._look_now()

    def _look_now(self) -> object:
        window = self._window
        return window.size(), window.devicePixelRatio(), QGuiApplication.palette().cacheKey(), window.font().key()


class _Picture(QWidget):
    """Lies over all of its parent until it has been painted."""

    def __init__(self, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)
        QTimer.singleShot(0, self, self.deleteLater)
