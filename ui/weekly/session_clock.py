"""The clock of a session: it runs while one works at it, pauses, and is kept with the week."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.words import tr
from ui.palette import Tone
from ui.widgets.drawing import focus_ring
from ui.widgets.focus import ring_after
from ui.widgets.ring import Ring

_SECOND_MS = 1000
_RING = 72


class SessionClock(Ring):
    """What is left of the minutes, as a ring. A click, Space or Enter starts and pauses; nothing ticks while paused.

    It pauses by itself when it is hidden: nobody works at what is not on show.
    """

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _RING)
        self.elapsed = 0
        self._minutes = 15
        self._ring = False
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._on_second_passed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show()

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def set_time(self, elapsed: int, minutes: int) -> None:
        """Seconds gone of so many minutes."""
        self.elapsed, self._minutes = elapsed, minutes
        self._show()

    def start(self) -> None:
        if not self.running:
            self._timer.start()
            self._show()
            self.switched.emit(True)

    def pause(self) -> None:
        if self.running:
            self._timer.stop()
            self._show()
            self.switched.emit(False)

    def toggle(self) -> None:
        if self.running:
            self.pause()
        else:
            self.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.pause()
        super().hideEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._ring:
            focus_ring(QPainter(self), self.rect(), self.height() / 2)

    def _on_second_passed(self) -> None:
        self.elapsed += 1
        self._show()

    def _show(self) -> None:
        whole = self._minutes * 60
        left = whole - self.elapsed
        sign = "−" if left < 0 else ""
        minutes, seconds = divmod(abs(left), 60)
        over = left < 0
        self.show_share(
            self.elapsed if over else left,
            whole,
            f"{sign}{minutes}:{seconds:02}",
            "" if self.running else tr("paused") if self.elapsed else tr("start"),
            Tone.AMBER if over else Tone.GREEN,
        )
        state = tr("The clock runs; press to pause") if self.running else tr("The clock rests; press to start")
        self.setAccessibleDescription(state)
        self.setToolTip(state)
