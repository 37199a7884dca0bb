"""By which channel: those the person allows without a word, the others with the reason why not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from relapp.domain.entries import kind_of
from relapp.domain.people import Channel, Permission
from relapp.domain.permissions import channel_word, may_use, permission_label
from relapp.domain.words import tr
from ui.fonts import px
from ui.icons import icon
from ui.widgets.text import Label, Look


class ChannelField(QWidget):
    """The first choice is no channel at all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._permissions: Mapping[Channel, Permission] = {}
        self._name = ""
        self._urgent = False
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Channel"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.why_not = Label("", Look.SECONDARY, self, wrap=True)
        self.why_not.setProperty("tone", "amber")
        self.why_not.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addWidget(self.choice)
        rows.addWidget(self.why_not)
        self.setFocusProxy(self.choice)
        self.show_permissions("", {})
        self.choice.activated.connect(self._on_chosen)

    def channel(self) -> Channel | None:
        """What is chosen."""
        chosen = self.choice.currentData()
        return Channel(chosen) if chosen else None

    def show_channel(self, channel: Channel | None) -> None:
        """Chooses this; tells nobody."""
        self.choice.setCurrentIndex(max(0, self.choice.findData("" if channel is None else channel.value)))
        self._warn()

    def show_permissions(self, name: str, permissions: Mapping[Channel, Permission]) -> None:
        """What a person of that name allows; preferred channels come first, those not allowed last."""
        chosen = self.channel() if self.choice.count() else None
        self._name, self._permissions = name, permissions
        self.choice.clear()
        self.choice.addItem(tr("Any channel"), "")
        order = tuple(Permission)
        for channel in sorted(Channel, key=lambda one: order.index(permissions.get(one, Permission.ALLOWED))):
            said = permissions.get(channel, Permission.ALLOWED)
            words = channel_word(channel)
            if said is not Permission.ALLOWED:
                words = f"{words} · {permission_label(said)}"
            self.choice.addItem(icon(kind_of(channel.value).icon), words[:1].upper() + words[1:], channel.value)
        self.show_channel(chosen)

    def show_urgent(self, urgent: bool) -> None:
        """An urgent matter may use more."""
        self._urgent = urgent
        self._warn()

    def _on_chosen(self) -> None:
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        channel = self.channel()
        text = ""
        if channel is not None and not may_use(self._permissions, channel, self._urgent):
            said = permission_label(self._permissions[channel])
            text = tr("{name}: {channel} is {permission}.").format(
                name=self._name, channel=channel_word(channel), permission=said
            )
        self.why_not.setText(text)
        self.why_not.setVisible(bool(text))
