"""What narrows a timeline: words, kinds, a year. Folded away until asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from relapp.domain.entries import ENTRY_KINDS
from relapp.domain.pages import TimelineOf
from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.buttons import Button
from ui.widgets.line_field import IconLineEdit


class TimelineFilters(QWidget):
    """`changed` tells that `narrowed` would answer otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: set[str] = set()
        self.text = IconLineEdit("magnifying-glass", tr("Words in the notes"), self)
        self.kinds = Button(tr("All kinds"), "funnel-simple", parent=self)
        self.year = QComboBox(self)
        self.year.setAccessibleName(tr("Year"))
        menu = QMenu(self)
        for kind in ENTRY_KINDS:
            action = menu.addAction(kind.label())
            action.setCheckable(True)
            action.setData(kind.key)
            action.toggled.connect(self._on_kinds_toggled)
        self.kinds.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.kinds)
        layout.addWidget(self.year)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self.year.activated.connect(lambda _: self.changed.emit())

    def offer_years(self, span: tuple[int, int] | None, zone: tzinfo) -> None:
        """The years in which something happened; `span` in seconds since 1970 UTC."""
        chosen = self.year.currentData()
        self.year.clear()
        self.year.addItem(tr("All years"), None)
        if span is not None:
            first, last = (datetime.fromtimestamp(at, UTC).astimezone(zone).year for at in span)
            for year in range(last, first - 1, -1):
                self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    def clear(self) -> None:
        """Nothing narrowed; tells nobody."""
        self.blockSignals(True)
        self.text.clear()
        for action in self.kinds.menu().actions():
            action.setChecked(False)
        self.year.setCurrentIndex(0)
        self.blockSignals(False)

    def narrowed(self, of: TimelineOf, zone: tzinfo) -> TimelineOf:
        """That timeline, narrowed as chosen."""
        year = self.year.currentData()
        since = until = None
        if year is not None:
            since, until = (int(datetime(at, 1, 1, tzinfo=zone).timestamp()) for at in (year, year + 1))
        return replace(of, kinds=frozenset(self._kinds), text=self.text.text(), since=since, until=until)

    def is_narrow(self) -> bool:
        return bool(self._kinds or self.text.text().strip() or self.year.currentData())

    def _on_kinds_toggled(self) -> None:
        ticked = [action for action in self.kinds.menu().actions() if action.isChecked()]
        self._kinds = {str(action.data()) for action in ticked}
        self.kinds.setText(
            ", ".join(action.text() for action in ticked)
            if 0 < len(ticked) < 3
            else tr("{n} kinds").format(n=len(ticked))
            if ticked
            else tr("All kinds")
        )
        self.changed.emit()
