"""The bar at the foot of the window that says what was just done and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.buttons import Button, Weight
from ui.widgets.text import ElidedLabel

STAYS_MS = 8_000

Also = Sequence[tuple[str, Callable[[], object]]]
"""Words and deeds of further buttons."""


class Toast(QFrame):
    """One message at a time over the foot of `parent`; a new one takes the place of the old. It goes after eight
    seconds, but not while the pointer or the keyboard is on it."""

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "toast")
        self._act: Callable[[], object] | None = None
        self.ways_on: list[Button] = []
        self._text = ElidedLabel("")
        self._text.setProperty("tone", "toast")
        self._action = Button("", "arrow-u-up-left", Weight.QUIET, self, small=True)
        self._action.clicked.connect(self._on_action_clicked)
        self._close = Button("", "x", Weight.QUIET, self, name=tr("Close"), small=True)
        self._close.clicked.connect(self.dismiss)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(7), px(7), px(7))
        row.setSpacing(px(10))
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._on_time_passed)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None, *, also: Also = ()) -> None:
        """Show `text`; with `action`, a button that calls `act` once and closes the bar, and the ways on of `also`."""
        self._text.setText(text)
        self._show_ways_on(also)
        self._act = act
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._action.updateGeometry()
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        _announce(self, text)

    def _show_ways_on(self, also: Also) -> None:
        for button in self.ways_on:
            button.hide()
            button.deleteLater()
        self.ways_on = [Button(words, parent=self, small=True) for words, _ in also]
        for place, (button, (_, act)) in enumerate(zip(self.ways_on, also, strict=True)):
            button.clicked.connect(lambda _=False, act=act: self._go(act))
            self._row.insertWidget(1 + place, button)

    def _go(self, act: Callable[[], object]) -> None:
        self.dismiss()
        act()

    def dismiss(self) -> None:
        """Take the bar away."""
        self._timer.stop()
        self._act = None
        if self.isVisible():
            self.hide()
            self.gone.emit()

    def _on_action_clicked(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def _on_time_passed(self) -> None:
        if self.underMouse() or any(one.hasFocus() for one in (self._action, self._close, *self.ways_on)):
            self._timer.start()
        else:
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.ensurePolished()
        self._row.activate()
        wanted = self.sizeHint()
        width = min(wanted.width(), self._over.width() - 2 * px(24))
        left = (self._over.width() - width) // 2
        self.setGeometry(left, self._over.height() - wanted.height() - px(20), width, wanted.height())


def _announce(widget: QWidget, text: str) -> None:
    """Let screen readers say it at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 5 ms that the first paint need not wait for

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
