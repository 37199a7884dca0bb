"""Ctrl+Z in a text field takes back typing first; once there is none left, it means the last change.

Text fields claim their keys before any shortcut is asked. Only the field that has the keyboard is listened to, so
nothing else pays for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Editor = QLineEdit | QTextEdit | QPlainTextEdit


class TypingUndo(QObject):
    """Passes on to the window's shortcuts what the field with the keyboard has no use for; `passed_on` always."""

    def __init__(self, app: QApplication, passed_on: list[QKeySequence], parent: QObject) -> None:
        super().__init__(parent)
        self._passed_on = passed_on
        self._field: QWidget | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._on_field_destroyed)
        self._field = new if new is not None and editor_of(new) is not None else None
        if self._field is not None:
            self._field.installEventFilter(self)
            self._field.destroyed.connect(self._on_field_destroyed)

    @Slot()
    def _on_field_destroyed(self) -> None:
        self._field = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        editor = editor_of(watched)
        if editor is None or not (self._is_passed_on(event) or _has_nothing(editor, event)):
            return False
        event.ignore()
        return True

    def _is_passed_on(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._passed_on


def editor_of(widget: QObject) -> Editor | None:
    """What is typed into when this widget has the keyboard."""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return widget
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        found = widget.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, QLineEdit) else None
    return None


def _has_nothing(editor: Editor, event: QKeyEvent) -> bool:
    """Whether this is Ctrl+Z or Ctrl+Shift+Z and the field has nothing to take back or to do again."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return not (editor.isUndoAvailable() if isinstance(editor, QLineEdit) else editor.document().isUndoAvailable())
    if event.matches(QKeySequence.StandardKey.Redo):
        return not (editor.isRedoAvailable() if isinstance(editor, QLineEdit) else editor.document().isRedoAvailable())
    return False
