"""One line of the personal file: read, and edited in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from relapp.domain.facts import Fact
from relapp.domain.past_words import EXACT_DAYS, on_words
from relapp.domain.relative import anniversary_words, date_words, month_name
from relapp.domain.typed_dates import typed
from relapp.domain.words import tr
from ui.palette import Tone
from ui.people.fact_editor import FactEditor
from ui.people.line_row import LineRow

MIME = "application/x-relapp-fact"


class FactRow(LineRow):
    """A click, Enter or F2 edits; Alt+Up and Alt+Down move; Delete deletes; Ctrl+P marks private."""

    saved = Signal(object)
    deleted = Signal(int)
    moved = Signal(int, int)
    editor_opened = Signal()
    editor_closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._fact: Fact | None = None
        self._pressed: QPoint | None = None
        self._editor: FactEditor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Enter edits, Alt+Up and Alt+Down move, Delete deletes"))

    @property
    def fact(self) -> Fact:
        """What is shown; the row was given one before."""
        assert self._fact is not None
        return self._fact

    def show_fact(self, fact: Fact, *, hidden: bool) -> None:
        """Shows a fact; `hidden` private ones say only that they are there."""
        self._fact = fact
        text = tr("hidden while you share your screen") if hidden else _words(fact, self._today())
        label = "" if hidden else fact.label
        self.show_words(label, text, "lock" if fact.private else "", faint=hidden, live=not hidden)
        if self.isEnabled() is hidden:
            self.setEnabled(not hidden)
        review = "" if hidden or fact.review is None else review_words(fact.review, self._today())
        self.show_below(review, Tone.AMBER if fact.review is not None and fact.review <= self._today() else Tone.GREY)
        private = tr("Private") if fact.private else ""
        self.setAccessibleDescription(", ".join(said for said in (private, review) if said))

    # --- editing in place

    def edit(self) -> None:
        """Opens the row for typing."""
        if self._editor is not None or not self.isEnabled():
            return
        self._editor = FactEditor(self.fact, self._today(), self)
        self._editor.saved.connect(self._on_saved)
        self._editor.left.connect(self.close_editor)
        self._editor.installEventFilter(self)
        self._editor.show()
        self._fit_editor()
        self._editor.begin()
        self.editor_opened.emit()

    def is_editing(self) -> bool:
        return self._editor is not None

    def close_editor(self) -> None:
        """Back to reading; what was typed and not saved goes."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and editor.isAncestorOf(focus):
            self.setFocus()
        editor.hide()
        editor.deleteLater()
        self.updateGeometry()
        self.update()
        self.editor_closed.emit()

    def finish(self) -> None:
        """Saves what is being typed, because something else is going to be shown."""
        if self._editor is not None:
            self._editor.save_anyhow()

    def heightForWidth(self, width: int) -> int:
        if self._editor is None:
            return super().heightForWidth(width)
        rows = self._editor.layout()
        if rows is None or not rows.hasHeightForWidth():
            return self._editor.sizeHint().height()
        return rows.totalHeightForWidth(width)

    def _fit_editor(self) -> None:
        if self._editor is not None:
            self._editor.setGeometry(self.rect())
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._editor is not None:
            self._editor.setGeometry(self.rect())
            self.editor_opened.emit()  # it may have grown out of sight

    def _on_saved(self, fact: Fact) -> None:
        self.close_editor()
        if not fact.text and not fact.label:
            self.deleted.emit(fact.id)
        elif fact != self.fact:
            self.saved.emit(fact)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self.fact.id, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(self.fact.id)
        elif event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle_private()
        else:
            super().keyPressEvent(event)

    def _toggle_private(self) -> None:
        self.saved.emit(replace(self.fact, private=not self.fact.private))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Edit"), self.edit)
        menu.addAction(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.text))
        private = menu.addAction(tr("Private"), self._toggle_private)
        private.setCheckable(True)
        private.setChecked(self.fact.private)
        menu.addSeparator()
        menu.addAction(tr("Move up"), lambda: self.moved.emit(self.fact.id, -1))
        menu.addAction(tr("Move down"), lambda: self.moved.emit(self.fact.id, 1))
        menu.addSeparator()
        menu.addAction(tr("Delete"), lambda: self.deleted.emit(self.fact.id))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.is_editing():
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            data = QMimeData()
            data.setData(MIME, str(self.fact.id).encode())
            data.setText(self.text)
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.edit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_editing():
            super().paintEvent(event)


def review_words(review: date, today: date) -> str:
    """ "look again in June", nearer than a month "look again on 4 June", "time to look again" from that day on."""
    if review <= today:
        return tr("time to look again")
    if (review - today).days <= EXACT_DAYS:
        return tr("look again {when}").format(when=on_words(review, today))
    if (review.year - today.year) * 12 + review.month - today.month < 12:
        return tr("look again in {month}").format(month=month_name(review.month))
    return tr("look again in {month} {year}").format(month=month_name(review.month), year=review.year)


def _words(fact: Fact, today: date) -> str:
    """The text with its date: "Norway · 2 March 2026 – 9 March 2026"; a date alone tells how long ago it is."""
    if fact.day is None:
        return fact.text
    if not fact.text and fact.ends is None:
        return anniversary_words(fact.day, today)
    said = typed(fact.day, fact.ends) if fact.ends is not None else date_words(fact.day)
    return f"{fact.text} · {said}" if fact.text else said
