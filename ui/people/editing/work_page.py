"""Where somebody works and worked: one position a row, the present ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Position
from relapp.domain.typed_dates import typed
from relapp.domain.words import tr
from ui.people.completion import complete
from ui.people.editing.page import EditPage, side_by_side
from ui.people.editing.rows import EditRow, Rows
from ui.people.editing.wrong import Wrong, typed_date
from ui.widgets.text import Label, Look


class PositionRow(EditRow):
    """Title, organisation, department, since and until when; a date may be a year alone."""

    def __init__(
        self, position: Position, organisations: Sequence[str], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._position = position
        self._today = today
        self.setAccessibleName(tr("Position"))
        self.title = self._field(position.title, tr("Title"))
        self.organisation = self._field(position.organisation, tr("Organisation"))
        self.department = self._field(position.department, tr("Department"))
        self.since = self._field(typed(position.since, None), tr("Since"))
        self.until = self._field(typed(position.until, None), tr("Until"))
        self.past = QCheckBox(tr("Left"), self)
        self.past.setChecked(position.past)
        self.key_player = QCheckBox(tr("Key player"), self)
        self.key_player.setChecked(position.key_player)
        complete(self.organisation, organisations)
        self.fields.addLayout(side_by_side(self.title, self.organisation))
        self.fields.addLayout(side_by_side(self.department, self.since, self.until, stretch=(2, 1, 1)))
        ticks = side_by_side(self.past, self.key_player, stretch=(0, 0))
        ticks.addStretch(1)
        self.fields.addLayout(ticks)
        self.setFocusProxy(self.title)
        self.watch(self.title, self.organisation, self.department, self.since, self.until, self.past, self.key_player)

    def _field(self, text: str, name: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def value(self) -> Position | None:
        if not self.is_touched:
            return self._position if self._position.organisation or self._position.title else None
        title, organisation = self.title.text().strip(), self.organisation.text().strip()
        since, until = typed_date(self.since, self._today), typed_date(self.until, self._today)
        for day, field in ((since, self.since), (until, self.until)):
            if day is not None and day.year is None:
                raise Wrong(tr("“{text}” needs its year.").format(text=field.text()), field)
        if not (title or organisation or self.department.text().strip()):
            return None
        if since is not None and until is not None and (until.year or 0) < (since.year or 0):
            raise Wrong(tr("It ends before it begins."), self.until)
        over = until is not None and (until.year or 0, until.month or 12, until.day or 31) < (
            self._today.year, self._today.month, self._today.day,
        )  # fmt: skip
        return replace(
            self._position,
            title=title,
            organisation=organisation,
            department=self.department.text().strip(),
            since=since,
            until=until,
            past=self.past.isChecked() or over,
            key_player=self.key_player.isChecked(),
        )


class WorkPage(EditPage):
    """The positions, in the order they are shown."""

    def __init__(
        self, draft: PersonDraft, organisations: Sequence[str], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Work"), "briefcase", parent)
        self.rows = Rows(
            lambda position: PositionRow(position, organisations, today),
            draft.positions,
            lambda: Position(""),
            tr("Add a position"),
            self,
        )
        self.rows.touched.connect(self.touch)
        hint = tr("Dates as you know them: 2021, March 2021 or 1 March 2021. Who has left stays in the file.")
        self.column.addWidget(self.rows)
        self.column.addWidget(Label(hint, Look.SECONDARY, wrap=True))

    def apply(self, draft: PersonDraft) -> PersonDraft:
        return replace(draft, positions=tuple(self.rows.values()))
