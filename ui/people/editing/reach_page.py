"""How somebody is reached: their addresses of all kinds, and what each channel may be used for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Channel, ContactPoint, Permission, PointKind
from relapp.domain.permissions import channel_word
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.editing.choice import Choice
from ui.people.editing.page import EditPage
from ui.people.editing.point_row import AddressRow, PointRow, permission_choice
from ui.people.editing.rows import EditRow, Rows
from ui.widgets.text import Label, Look


def _titles() -> dict[PointKind, tuple[str, str]]:
    return {
        PointKind.EMAIL: (tr("E-mails"), tr("Add an e-mail")),
        PointKind.PHONE: (tr("Phones"), tr("Add a phone")),
        PointKind.MESSENGER: (tr("Messengers"), tr("Add a messenger")),
        PointKind.ADDRESS: (tr("Addresses"), tr("Add an address")),
        PointKind.URL: (tr("Links"), tr("Add a link")),
    }


def _row(point: ContactPoint) -> EditRow:
    return AddressRow(point) if point.kind is PointKind.ADDRESS else PointRow(point)


class ReachPage(EditPage):
    """One list for each kind; an address may be no less welcome than its channel."""

    def __init__(self, draft: PersonDraft, parent: QWidget | None = None) -> None:
        super().__init__(tr("How to reach"), "phone", parent)
        self.rows: dict[PointKind, Rows] = {}
        for kind, (title, add) in _titles().items():
            points = [point for point in draft.points if point.kind is kind]
            self.rows[kind] = self._list(kind, points, title, add)
        self.channels = {channel: self._channel(channel, draft) for channel in Channel}
        self._build_channels()
        self.watch(*self.channels.values())

    def _list(self, kind: PointKind, points: list[ContactPoint], title: str, add: str) -> Rows:
        made = Rows(_row, points, lambda: ContactPoint(kind), add, self)
        made.touched.connect(self.touch)
        self.column.addWidget(Label(title, Look.HEADING))
        self.column.addWidget(made)
        return made

    def _channel(self, channel: Channel, draft: PersonDraft) -> Choice:
        return permission_choice(channel_word(channel), draft.permissions.get(channel, Permission.ALLOWED), self)

    def _build_channels(self) -> None:
        self.column.addSpacing(px(6))
        self.column.addWidget(Label(tr("Channels"), Look.HEADING))
        why = tr("What holds for a channel holds for each of its addresses; the stricter of the two counts.")
        self.column.addWidget(Label(why, Look.SECONDARY, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        half = (len(self.channels) + 1) // 2
        for at, (channel, choice) in enumerate(self.channels.items()):
            word = channel_word(channel)
            label = Label(word[:1].upper() + word[1:])
            label.setBuddy(choice)
            grid.addWidget(label, at % half, at // half * 3)
            grid.addWidget(choice, at % half, at // half * 3 + 1)
        grid.setColumnMinimumWidth(2, px(14))
        for column in (1, 4):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    def apply(self, draft: PersonDraft) -> PersonDraft:
        points = tuple(point for rows in self.rows.values() for point in rows.values())
        if points == tuple(point for kind in self.rows for point in draft.points if point.kind is kind):
            points = draft.points  # the file has the kinds in another order
        told = {channel: choice.chosen() for channel, choice in self.channels.items()}
        said = {channel: permission for channel, permission in told.items() if permission is not Permission.ALLOWED}
        return replace(draft, points=points, permissions=said)
