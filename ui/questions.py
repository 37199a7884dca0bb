"""The few boxes that stop a user: what could not be done, whether to stop what runs, where we stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from relapp.domain.words import tr


def tell(over: QWidget, sentence: str) -> QMessageBox:
    """Says something in front of a dialog, which hides the strips of the window."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Relapp", sentence, QMessageBox.StandardButton.Ok, over)
    return _open(box)


def tell_with_ways_on(over: QWidget, sentence: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> QMessageBox:
    """Says something that is to be seen beside our reminder window, with the words and deeds of ways on."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Relapp", sentence, parent=over)
    for word, act in ways:
        button = box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(act)
        box.setDefaultButton(button)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    return _open(box)


def ask_to_stop(over: QWidget, title: str, stop: Callable[[], object]) -> QMessageBox:
    """Asks whether a task in the way of closing should be stopped; then calls `stop`."""
    text = tr("“{title}” is not done yet. Stop it? What it has written is taken back.")
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Relapp", text.format(title=title), parent=over)
    box.addButton(tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(stop)
    box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
    return _open(box)


def tell_where_it_stays(
    over: QWidget, sentence: str, word: str, stay: Callable[[], object], leave: Callable[[], object]
) -> QMessageBox:
    """Says where the app is once its window is closed; then puts it there, or quits."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Relapp", sentence, parent=over)
    agreed = box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
    leaving = box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agreed)
    box.setEscapeButton(agreed)
    box.finished.connect(lambda: leave() if box.clickedButton() is leaving else stay())
    return _open(box)


def _open(box: QMessageBox) -> QMessageBox:
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
