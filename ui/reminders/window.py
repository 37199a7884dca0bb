"""The app's own reminder window: always there when nothing else can remind. It comes without taking the keyboard and
stands in a corner where the pointer is not. What is pressed is told by signals; nothing is written from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.changes import Area, Change
from relapp.domain.reminders import Shown
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone, current
from ui.reminders.place import covers, place
from ui.reminders.row import ReminderRow
from ui.reminders.words import heading
from ui.shell import Shell
from ui.widgets.avatar import ROW
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Glyph
from ui.widgets.drawing import box
from ui.widgets.page import ScrollColumn
from ui.widgets.text import ElidedLabel, Label, Look

_WIDTH = 484
_MARGIN = 16
_GAP = 10
_ROUND = 12
_SHARE = 0.7  # of the screen's height, at most
_SHOWS = frozenset({Area.FOLLOW_UPS, Area.DELIVERIES, Area.PEOPLE, Area.HOURS, Area.SETTINGS})


class ReminderWindow(QWidget):
    """`painted` carries the keys whose rows stand on the screen now for the first time: that is what counts as shown.

    The other signals carry the key of the reminder that something was pressed for, `snooze_wanted` also the instant
    (UTC) and whether quiet time is no matter, and `date_wanted` asks for a moment of one's own. `dismissed` comes for
    each reminder when the window is closed.
    """

    painted = Signal(object)
    done_wanted = Signal(str)
    snooze_wanted = Signal(str, object, bool)
    date_wanted = Signal(str)
    open_wanted = Signal(str)
    call_wanted = Signal(str)
    mail_wanted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(None)  # not of the main window: that may be hidden
        self._shell = shell
        self._shown: dict[str, Shown] = {}
        self._pending: set[str] = set()
        self._asked = False
        self._rows: list[ReminderRow] = []
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlags(_flags(listening=False))
        self.setWindowTitle(tr("Reminders – Relapp"))
        self._words = ElidedLabel("", Look.SECONDARY)
        self._empty = Label(tr("Nothing is due."), Look.MUTED)
        self._scroll = ScrollColumn(self, margin=0, gap=_GAP)
        self._build_layout()
        shell.bus.changed.connect(self._on_data_changed)
        shell.bus.minute_passed.connect(self.refresh)
        shell.as_widget().destroyed.connect(self.deleteLater)

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(6))
        brand = Label("Relapp", Look.HEADING)
        brand.setProperty("tone", Tone.GREEN.value)
        self.close_button = Button("", "x", Weight.FLAT, self, name=tr("Close; the follow-ups stay in the list"))
        self.close_button.clicked.connect(self.close)
        for part in (Glyph("leaf", Tone.GREEN, self), brand):
            head.addWidget(part)
        head.addWidget(self._words, 1)
        head.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(_MARGIN), px(8), px(_MARGIN), px(_MARGIN))
        rows.setSpacing(px(4))
        rows.addLayout(head)
        rows.addWidget(self._empty)
        rows.addWidget(self._scroll, 1)

    # --- what is shown

    def show_reminders(self, reminders: Iterable[Shown]) -> None:
        """Adds these to what is there and shows the window, without taking the keyboard; `painted` follows.

        One that is there already is said anew, and counts as painted anew.
        """
        came = {one.reminder.key: one for one in reminders}
        if not came:
            return
        self._shown |= came
        self._pending |= set(came)
        if self.isVisible():
            self._fill()
            self._fit()
            return
        self._asked = False
        self._come(listening=False)

    def ask(self) -> None:
        """Shows all that is due and still open, with the keyboard in it."""
        self._shown = {one.reminder.key: one for one in self._shell.core.reminders.open_shown()} | {
            key: one for key, one in self._shown.items() if key in self._pending
        }
        self._asked = True
        self._come(listening=True)
        self.raise_()
        self.activateWindow()
        first = self._rows[0].buttons[0] if self._rows else self.close_button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> list[str]:
        """The reminders in the window, from the top."""
        return list(self._shown)

    def rows(self) -> list[ReminderRow]:
        """Their rows."""
        return list(self._rows)

    @Slot()
    def refresh(self) -> None:
        """Looks anew at what is still open; closes itself when that is nothing any more. An open menu is waited for."""
        if not self.isVisible() or QApplication.activePopupWidget() is not None:
            return
        still = {one.reminder.key: one for one in self._shell.core.reminders.open_shown()}
        kept = {key: still.get(key, one) for key, one in self._shown.items() if key in still or key in self._pending}
        gone = len(kept) < len(self._shown)
        self._shown = kept
        if gone and not kept:
            self._leave()
            return
        self._fill()
        self._fit()

    @Slot(object)
    def _on_data_changed(self, change: Change) -> None:
        if self.isVisible() and change.areas & _SHOWS:
            QTimer.singleShot(0, self, self.refresh)  # the button that was pressed is still in the middle of it

    def _fill(self) -> None:
        """Makes the rows; the keyboard stays with the button it was at."""
        at = self._focused()
        self._clear()
        for number, one in enumerate(self._shown.values()):
            row = ReminderRow(self._shell, one, first=number == 0, face=self._face)
            row.painted.connect(self._on_row_painted)
            row.done_wanted.connect(self.done_wanted)
            row.snooze_wanted.connect(self.snooze_wanted)
            row.open_wanted.connect(self.open_wanted)
            row.call_wanted.connect(self.call_wanted)
            row.mail_wanted.connect(self.mail_wanted)
            row.date_wanted.connect(self.date_wanted)
            self._rows.append(row)
            self._scroll.column.addWidget(row)
        self._words.setText(heading(len(self._shown)) if self._shown else "")
        self._empty.setVisible(not self._shown)
        self._scroll.setVisible(bool(self._shown))
        self.setAccessibleName(self._words.text() or self._empty.text())
        self._keep_focus(at)

    def _clear(self) -> None:
        for row in self._rows:
            self._scroll.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def _focused(self) -> tuple[int, int] | None:
        """Which button of which row has the keyboard."""
        for number, row in enumerate(self._rows):
            for place_in_row, button in enumerate(row.buttons):
                if button.hasFocus():
                    return number, place_in_row
        return None

    def _keep_focus(self, at: tuple[int, int] | None) -> None:
        buttons = [button for row in self._rows for button in row.buttons]
        for one, other in pairwise([*buttons, self.close_button]):
            QWidget.setTabOrder(one, other)
        if at is not None and self._rows:
            row = self._rows[min(at[0], len(self._rows) - 1)]
            row.buttons[min(at[1], len(row.buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _face(self, person: int) -> QPixmap | None:
        photo = self._shell.core.people.photo(person)
        if photo is None:
            return None
        from ui.pictures import face_of

        return face_of(photo.data, px(ROW))

    # --- where it stands

    def _come(self, *, listening: bool) -> None:
        flags = _flags(listening=listening)
        if self.windowFlags() != flags:
            self.setWindowFlags(flags)  # hides it
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not listening)
        self._fill()
        self._fit()
        self.show()

    def _fit(self) -> None:
        """As high as its rows, and in a free corner; one that is used just now stays where it is."""
        room = (self._shell.as_widget().screen() or QGuiApplication.primaryScreen()).availableGeometry()
        size = self._wanted_size(room)
        pointer = QCursor.pos()
        if self.isVisible() and self.geometry().contains(pointer):
            grown = QRect(QPoint(self.x(), self._top_for(size, room)), size)
            self.setGeometry(grown)
            return
        now = QRect(self.pos(), size)
        if not self.isVisible() or covers(now, pointer) or not room.contains(now):
            now = QRect(place(size, room, pointer), size)
        self.setGeometry(now)

    def _wanted_size(self, room: QRect) -> QSize:
        width = min(px(_WIDTH), room.width())
        inner = width - 2 * px(_MARGIN)
        rows = [row.heightForWidth(inner) for row in self._rows]
        around = px(8) + self.close_button.sizeHint().height() + px(4) + px(_MARGIN)
        height = around + (sum(rows) + px(_GAP) * (len(rows) - 1) if rows else self._empty.sizeHint().height())
        return QSize(width, min(height, round(room.height() * _SHARE)))

    def _top_for(self, size: QSize, room: QRect) -> int:
        """Keeps the edge that is nearer to the screen's edge."""
        at_foot = self.geometry().center().y() > room.center().y()
        return self.geometry().bottom() + 1 - size.height() if at_foot else self.y()

    # --- painted

    @Slot(str)
    def _on_row_painted(self, key: str) -> None:
        if self._pending:
            QTimer.singleShot(0, self, self._tell_painted)  # when the whole frame is out

    def _tell_painted(self) -> None:
        handle = self.windowHandle()
        if not self._pending or handle is None or not handle.isExposed():
            return
        keys = [key for key in self._shown if key in self._pending]
        self._pending.clear()
        self.painted.emit(keys)

    # --- what is pressed

    def _leave(self) -> None:
        self._shown.clear()
        self._pending.clear()
        self._asked = False
        self.hide()
        self._clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Dismissed: what was in it stays open, in the list and in the tray's number."""
        keys = self.keys()
        self._leave()
        event.accept()
        for key in keys:
            self.dismissed.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()  # there is no title bar to take it by

    # --- its look

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not _is_wayland():
            self.setMask(_rounded(self.rect()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.card)
        box(painter, self.rect(), px(_ROUND), palette.card, palette.line)


def _flags(*, listening: bool) -> Qt.WindowType:
    """An ordinary window on Wayland, where a program may neither place its windows nor keep them above others."""
    if _is_wayland():
        return Qt.WindowType.Window
    flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    return flags if listening else flags | Qt.WindowType.WindowDoesNotAcceptFocus


def _is_wayland() -> bool:
    return QGuiApplication.platformName().startswith("wayland")


def _rounded(rect: QRect) -> QRegion:
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), px(_ROUND), px(_ROUND))
    return QRegion(path.toFillPolygon().toPolygon())
