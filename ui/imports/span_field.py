"""The field for a stretch of time: a choice, and two days when it is from one to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.imports.export_span import Span, Stretch
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import inset
from ui.widgets.text import Label


class SpanField(QWidget):
    """`changed` tells a new stretch."""

    changed = Signal()

    def __init__(self, span: Span, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stretch = QComboBox(self)
        self.stretch.setAccessibleName(tr("When"))
        for one in Stretch:
            self.stretch.addItem(one.word(), one)
        self.stretch.setCurrentIndex(list(Stretch).index(span.stretch))
        self.first = self._day_field(span.first, tr("First day"))
        self.last = self._day_field(span.last, tr("Last day"))
        self._days = QWidget(self)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(px(6))
        days.addWidget(self.first, 1)
        days.addWidget(Label("–"))
        days.addWidget(self.last, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addWidget(self.stretch)
        rows.addWidget(self._days)
        self._days.setVisible(span.stretch is Stretch.BETWEEN)
        self.stretch.currentIndexChanged.connect(self._on_stretch_changed)
        self.setFocusProxy(self.stretch)

    def _day_field(self, day: date, name: str) -> DateEdit:
        field = DateEdit(QDate(day.year, day.month, day.day), self)
        field.setAccessibleName(name)
        inset(field)
        field.dateChanged.connect(self.changed)
        return field

    def span(self) -> Span:
        """What is chosen now."""
        return Span(Stretch(self.stretch.currentData()), _date(self.first), _date(self.last))

    def _on_stretch_changed(self) -> None:
        self._days.setVisible(self.span().stretch is Stretch.BETWEEN)
        self.changed.emit()


def _date(field: DateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
