"""When somebody can be reached: where their clock stands, their own week, and the days on which they are away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import available_timezones

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE, Closure
from relapp.domain.drafts import PersonDraft
from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.people.completion import complete
from ui.people.editing.choice import OpenChoice
from ui.people.editing.closure_row import ClosureEdit
from ui.people.editing.page import EditPage
from ui.people.editing.rows import Rows
from ui.people.editing.wrong import Wrong
from ui.widgets.buttons import Button
from ui.widgets.line_field import Field
from ui.widgets.text import Label, Look


class HoursPage(EditPage):
    """`suggested` is a zone and why it may be theirs; it is offered while none is known."""

    def __init__(
        self, draft: PersonDraft, suggested: tuple[str, str] | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Hours"), "clock", parent)
        self._today = today
        self._zones = {name.replace("_", " ").casefold(): name for name in sorted(available_timezones())}
        shown = [name.replace("_", " ") for name in self._zones.values() if "/" in name or name == "UTC"]
        self.zone = OpenChoice(tr("Time zone"), shown, draft.time_zone.replace("_", " "), self)
        complete(self.zone.line, shown)
        self.suggestion: Button | None = None
        self.suggested = "" if suggested is None or draft.time_zone else suggested[0]
        self._why = "" if suggested is None else suggested[1]
        self.hours = QLineEdit(draft.hours, self)
        self.hours.setPlaceholderText(week_text.write(OFFICE))
        self.closures = Rows(
            ClosureEdit, list(draft.closures), lambda: Closure(today, today), tr("Add days away"), self
        )
        self._build_layout()
        self.watch(self.zone, self.hours)
        self.closures.touched.connect(self.touch)

    def _build_layout(self) -> None:
        self.column.addWidget(Field(tr("Time zone"), self.zone, tr("Type a town, such as Oslo.")))
        if self.suggested:
            place = self.suggested.replace("_", " ")
            self.suggestion = Button(tr("Take {zone}").format(zone=place), "globe", parent=self, small=True)
            self.suggestion.clicked.connect(lambda: self.zone.setEditText(place))
            row = QHBoxLayout()
            row.addWidget(self.suggestion)
            row.addWidget(Label(self._why, Look.SECONDARY), 1)
            self.column.addLayout(row)
        hint = tr("When they can be reached, on their clock. Empty is not known.")
        self.column.addWidget(Field(tr("Their hours"), self.hours, hint))
        self.column.addWidget(Label(tr("Days away"), Look.HEADING))
        self.column.addWidget(self.closures)

    def apply(self, draft: PersonDraft) -> PersonDraft:
        return replace(
            draft,
            time_zone=self._zone(draft.time_zone),
            hours=self._week(draft.hours),
            closures=tuple(self.closures.values()),
        )

    def _week(self, before: str) -> str:
        text = self.hours.text().strip()
        if text == before:
            return before
        try:
            return week_text.write(week_text.read_or_refuse(text))
        except KnownError as error:
            raise Wrong(str(error), self.hours) from error

    def _zone(self, before: str) -> str:
        """The zone that is typed in full, or whose town is."""
        text = self.zone.text()
        if not text or text == before.replace("_", " "):
            return before if text else ""
        if known := self._zones.get(text.casefold()):
            return known
        towns = [name for key, name in self._zones.items() if key.rpartition("/")[2] == text.casefold()]
        if not towns:
            raise Wrong(tr("“{text}” is no time zone; type one like Europe/Oslo.").format(text=text), self.zone)
        return towns[0]
