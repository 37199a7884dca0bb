"""Calls or writes to a person: at once when there is one way, by a menu when there are several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from relapp.domain.people import Channel, ContactPoint, Permission, PointKind
from relapp.domain.permissions import effective, permission_label
from relapp.domain.words import tr
from ui.widgets.buttons import Button


class ReachButton(Button):
    """Hidden without a number or address; what the person doesn't allow can't be chosen, and says why.

    `hand_over` is given the chosen one.
    """

    def __init__(
        self,
        kind: PointKind,
        text: str,
        icon: str,
        hand_over: Callable[[ContactPoint], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, parent=parent)
        self._hand_over = hand_over
        self._kind = kind
        self._word = text
        self._ways: list[tuple[ContactPoint, Permission]] = []
        self.clicked.connect(self._on_clicked)

    def show_points(self, points: Sequence[ContactPoint], channels: Mapping[Channel, Permission]) -> None:
        """The ways that there are, and what each may be used for."""
        self._ways = [(point, effective(point, channels)) for point in points if point.kind is self._kind]
        self.setVisible(bool(self._ways))
        closed = all(permission is Permission.NOT_ALLOWED for _, permission in self._ways)
        self.setEnabled(not closed)
        self._show_tip()

    def show_words(self, shown: bool) -> None:
        """With its words, or its icon alone."""
        self.setText(self._word if shown else "")
        self._show_tip()

    def _show_tip(self) -> None:
        tip = "" if self.text() else self._word
        if self._ways and not self.isEnabled():
            tip = tr("{way}: not allowed").format(way=self._word)
        elif len(self._ways) == 1:
            tip = _said(*self._ways[0])
        self.setToolTip(tip)
        self.setAccessibleName(self._word)
        self.setAccessibleDescription(tip)

    def _on_clicked(self) -> None:
        if len(self._ways) == 1:
            self._hand_over(self._ways[0][0])
        elif self._ways:
            self.menu_of_ways().popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu_of_ways(self) -> QMenu:
        """The ways to choose from; goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for point, permission in self._ways:
            action = menu.addAction(_said(point, permission).replace("&", "&&"))
            action.setEnabled(permission is not Permission.NOT_ALLOWED)
            action.triggered.connect(lambda _=False, point=point: self._hand_over(point))
        return menu


def _said(point: ContactPoint, permission: Permission) -> str:
    parts = [point.value, point.label]
    if permission is not Permission.ALLOWED:
        parts.append(permission_label(permission))
    return " · ".join(part for part in parts if part)
