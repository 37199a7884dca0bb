"""How close to stay: tier, life cycle, cadence, tags, and whether to be in touch at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Stage, Tier
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.editing.choice import Choice
from ui.people.editing.page import EditPage, side_by_side
from ui.people.editing.tags_field import TagsField
from ui.people.filter_words import stage_word
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import Field
from ui.widgets.text import Label, Look

LONGEST = 3650


class ClientPage(EditPage):
    """An own cadence goes before the tier's."""

    def __init__(
        self,
        draft: PersonDraft,
        cadences: Mapping[Tier, int],
        tags: Sequence[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Client"), "handshake", parent)
        tiers = [(tr("{tier}, every {days} days").format(tier=one, days=cadences[one]), one) for one in Tier]
        stages = [(stage_word(one).capitalize(), one) for one in Stage]
        self.tier = Choice(tr("Tier"), [(tr("None"), None), *tiers], self)
        self.tier.choose(draft.tier)
        self.stage = Choice(tr("Life cycle"), [(tr("None"), None), *stages], self)
        self.stage.choose(draft.stage)
        self.cadence = QSpinBox(self)
        self.cadence.setRange(0, LONGEST)
        self.cadence.setSpecialValueText(tr("As the tier has it"))
        self.cadence.setSuffix(tr(" days"))
        self.cadence.setValue(draft.cadence_days or 0)
        self.tags = TagsField(draft.tags, tags, self)
        self.hold = QCheckBox(tr("Do not contact before"), self)
        self.hold.setChecked(draft.hold_until is not None)
        until = draft.hold_until or today
        self.until = DateEdit(QDate(until.year, until.month, until.day), self)
        self.until.setAccessibleName(tr("Do not contact before"))
        self.until.setEnabled(self.hold.isChecked())
        self.hold.toggled.connect(self.until.setEnabled)
        self.archived = QCheckBox(tr("Archived"), self)
        self.archived.setChecked(draft.archived)
        self.deceased = QCheckBox(tr("Deceased"), self)
        self.deceased.setChecked(draft.deceased)
        self._build_layout()
        self.watch(self.tier, self.stage, self.cadence, self.hold, self.until, self.archived, self.deceased)
        self.tags.touched.connect(self.touch)

    def _build_layout(self) -> None:
        self.column.addLayout(side_by_side(Field(tr("Tier"), self.tier), Field(tr("Life cycle"), self.stage)))
        own = Field(tr("Be in touch every"), self.cadence, tr("An own rhythm goes before the tier's."))
        self.column.addLayout(side_by_side(own, QWidget(self)))
        self.column.addWidget(self.tags)
        self.column.addSpacing(px(4))
        hold = side_by_side(self.hold, self.until, stretch=(0, 0))
        hold.addStretch(1)
        self.column.addLayout(hold)
        ticks = side_by_side(self.archived, self.deceased, stretch=(0, 0))
        ticks.addStretch(1)
        self.column.addLayout(ticks)
        why = tr("Nobody is reminded of people who are archived or deceased; their file stays.")
        self.column.addWidget(Label(why, Look.SECONDARY, wrap=True))

    def apply(self, draft: PersonDraft) -> PersonDraft:
        until = self.until.date()
        return replace(
            draft,
            tier=self.tier.chosen(),
            stage=self.stage.chosen(),
            cadence_days=self.cadence.value() or None,
            tags=self.tags.tags(),
            hold_until=date(until.year(), until.month(), until.day()) if self.hold.isChecked() else None,
            archived=self.archived.isChecked(),
            deceased=self.deceased.isChecked(),
        )
