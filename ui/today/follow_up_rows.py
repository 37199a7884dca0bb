"""A follow-up of Today: who and what, why it stands here, when; to get in touch, Done and Snooze."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from relapp.domain.follow_ups import FollowUpLine
from relapp.domain.names import initials
from relapp.domain.permissions import channel_word
from relapp.domain.words import tr
from ui.fonts import px
from ui.reaching import channel_icon
from ui.today.rows import Chips, name_and_chips
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.row import Row, passive
from ui.widgets.text import Label, Look

NARROW = 680
_KEYS = {
    Qt.Key.Key_D: "done",
    Qt.Key.Key_S: "snooze",
    Qt.Key.Key_C: "reach",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "delete",
}


class FollowUpRow(Row):
    """`asked` carries what is wanted: "done", "snooze", "reach", "edit" or "delete". The letters D, S, C, E ask too."""

    asked = Signal(str)

    def __init__(self, line: FollowUpLine, chips: Chips, when: str, photo: QPixmap | None = None) -> None:
        super().__init__("")
        self.line = line
        self.about = line.person
        self._when = when
        self._chips = [Chip(*one) for one in chips]
        self.show_chips(chips)
        self._words = {"done": tr("Done"), "snooze": tr("Snooze")}
        face = Avatar()
        face.show_face(line.shown, initials(line.shown), line.person, photo)
        way = tr("Get in touch with {name}") if line.channel is None else tr("Get in touch: {channel} with {name}")
        word = "" if line.channel is None else channel_word(line.channel)
        self.reach = Button(
            "", channel_icon(line.channel), parent=self, name=way.format(name=line.shown, channel=word), small=True
        )
        about = f"{line.shown}: {line.what}"
        self.done = Button("", "check", parent=self, name=tr("Done: {what}").format(what=about), small=True)
        self.snooze = Button("", "clock", parent=self, name=tr("Snooze: {what}").format(what=about), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(9), px(6), px(9))
        row.setSpacing(px(12))
        row.addWidget(passive(face), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(name_and_chips(line.shown, line.what, self._chips), 1)
        row.addWidget(passive(Label(when, Look.SECONDARY)))
        for key, button in (("reach", self.reach), ("done", self.done), ("snooze", self.snooze)):
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            row.addWidget(button)
        self._show_words(True)

    def show_chips(self, chips: Chips) -> bool:
        """Says this in its chips. Returns whether it has as many."""
        if len(chips) != len(self._chips):
            return False
        for chip, (text, tone, icon) in zip(self._chips, chips, strict=True):
            if (chip.text(), chip.tone) != (text, tone):
                chip.show_chip(text, tone, icon)
        said = (self.line.shown, self.line.what, self._when, *(text for text, _, _ in chips))
        self.setAccessibleName(", ".join(part for part in said if part))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page the buttons show their icons alone."""
        super().resizeEvent(event)
        self._show_words(self.width() >= px(NARROW))

    def _show_words(self, shown: bool) -> None:
        for key, button in (("done", self.done), ("snooze", self.snooze)):
            words = self._words[key] if shown else ""
            if button.text() != words:
                button.setText(words)
                button.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = "" if held else _KEYS.get(Qt.Key(event.key()), "")
        if wanted:
            self.asked.emit(wanted)
        else:
            super().keyPressEvent(event)
