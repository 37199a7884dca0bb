"""A fact while it is typed: what it is, what there is to say, when, when to look again, and whether it is private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QLineEdit, QWidget

from relapp.domain.dates import PartialDate
from relapp.domain.errors import Refused
from relapp.domain.facts import Fact
from relapp.domain.relative import date_words
from relapp.domain.typed_dates import read_typed, typed
from relapp.domain.typed_days import read_coming_day
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.line_row import LABEL
from ui.widgets.text import Label, Look


class FactEditor(QWidget):
    """Enter saves, Escape leaves; going elsewhere saves too. Tab walks through the fields."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, fact: Fact, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = fact
        self._today = today
        self._done = False
        self.label = self._field(fact.label, tr("What"), tr("Label"))
        self.text = self._field(fact.text, tr("Text"), tr("What there is to know"))
        self.day = self._field(typed(fact.day, fact.ends), tr("Date"), tr("4 June 1978, 4 June, 2–9 March"))
        again = "" if fact.review is None else date_words(fact.review)
        self.review = self._field(again, tr("Look again on"), tr("1 September, or June 2027"))
        self.private = QCheckBox(tr("Private"), self)
        self.private.setChecked(fact.private)
        self.wrong = Label("", Look.SECONDARY, self, wrap=True)
        self.wrong.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(2), 0, px(2))
        grid.setSpacing(px(6))
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.text, 0, 1)
        grid.addWidget(self.private, 1, 0)
        grid.addWidget(self.day, 1, 1)
        again_label = Label(tr("Look again"), Look.SECONDARY, self)
        again_label.setBuddy(self.review)
        grid.addWidget(again_label, 2, 0)
        grid.addWidget(self.review, 2, 1)
        grid.addWidget(self.wrong, 3, 0, 1, 2)
        grid.setColumnMinimumWidth(0, px(LABEL))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 4)
        self.setTabOrder(self.text, self.day)
        self.setTabOrder(self.day, self.review)
        self.setTabOrder(self.review, self.private)

    def _field(self, text: str, name: str, hint: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.setToolTip(tr("Enter saves, Escape leaves it as it was"))
        return field

    def begin(self) -> None:
        """Takes the focus; from now on, losing it saves."""
        first = self.label if not self._fact.label else self.text
        first.setFocus()
        first.selectAll()
        for field in (self.label, self.text, self.day, self.review, self.private):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._save_if_left)
        return super().eventFilter(watched, event)

    def _save_if_left(self) -> None:
        focus = QApplication.focusWidget()
        if not self._done and (focus is None or not self.isAncestorOf(focus)) and self.window().isActiveWindow():
            self.save()

    def save(self) -> None:
        """Tells the fact as typed; a date that can't be read keeps the editor open and says why."""
        field = self.day
        try:
            day, ends = read_typed(self.day.text(), self._today)
            field = self.review
            review = read_coming_day(self.review.text(), self._today)
        except Refused as refused:
            self.wrong.setText(str(refused))
            self.wrong.show()
            field.setFocus()
            return
        self._tell(self.text.text(), day, ends, review)

    def save_anyhow(self) -> None:
        """Tells the fact when there is no time to ask; a date that can't be read goes to the text, and the day to look
        again stays what it was.
        """
        try:
            review = read_coming_day(self.review.text(), self._today)
        except Refused:
            review = self._fact.review
        try:
            self._tell(self.text.text(), *read_typed(self.day.text(), self._today), review)
        except Refused:
            words = (self.text.text().strip(), self.day.text().strip())
            self._tell(" · ".join(word for word in words if word), self._fact.day, self._fact.ends, review)

    def _tell(self, text: str, day: PartialDate | None, ends: PartialDate | None, review: date | None) -> None:
        self._done = True
        label, private = self.label.text().strip(), self.private.isChecked()
        fact = replace(self._fact, label=label, text=text.strip(), day=day, ends=ends, private=private, review=review)
        self.saved.emit(fact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self._done = True
            self.left.emit()
        else:
            super().keyPressEvent(event)
