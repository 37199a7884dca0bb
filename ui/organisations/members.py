"""The people of an organisation as a card: a click or Enter opens the person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from relapp.domain.names import initials
from relapp.domain.organisations import Member
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.avatar import ROW, Avatar
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import ElidedLabel, Label, Look

SHOWN = 100


class MembersCard(Card):
    """Who is there now, then who was before; at most 100 of them."""

    person_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("People"), "users", "", parent)
        self._rows: list[QWidget] = []

    def show_members(self, members: list[Member]) -> None:
        """Shows these people."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in members[:SHOWN]]
        if not members:
            self._rows = [Label(tr("Nobody has a position here."), Look.MUTED)]
        if len(members) > SHOWN:
            self._rows.append(Label(tr("and {n} more").format(n=len(members) - SHOWN), Look.MUTED))
        for row in self._rows:
            self.body.addWidget(row)
        self.set_trailing(str(len(members)) if members else "")

    def _row(self, one: Member) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        face = Avatar(ROW, row)
        face.show_face(one.name, initials(one.name), one.person)
        name = Button(one.name, weight=Weight.FLAT, parent=row)
        name.setToolTip(tr("Open the personal file"))
        name.setMinimumWidth(px(60))
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name.clicked.connect(lambda: self.person_chosen.emit(one.person))
        layout.addWidget(face)
        layout.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(ElidedLabel(one.title, Look.MUTED, row), 1)
        if one.past:
            layout.addWidget(Chip(tr("former"), Tone.GREY, parent=row))
        return row
