"""The ways to somebody from a draft: writing by the system's mail program, calling, a profile, or the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from relapp.domain.filling import BLANK
from relapp.domain.people import Channel, ContactPoint, PointKind
from relapp.domain.weekly import Suggestion
from relapp.domain.words import tr
from ui.opening import open_link
from ui.reaching import Opener, hand_over, mail_link, point_for
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight

_MEETING = (Channel.MEETING, Channel.LUNCH, Channel.VISIT, Channel.VIDEO)


class WayButtons:
    """Three buttons: the channel that was chosen, the other one that is open too, and the clipboard.

    `used` is the channel by which one was in touch in the end, None until one was used.
    """

    def __init__(self, shell: Shell, opener: Opener = open_link) -> None:
        self._shell = shell
        self._opener = opener
        self._one: Suggestion | None = None
        self._source: Callable[[], tuple[str, str]] = lambda: ("", "")
        self.used: Channel | None = None
        self.first = Button("", "", Weight.PRIMARY)
        self.other = Button("")
        self.copy = Button(tr("Copy"), "copy")
        self._other_channel: Channel | None = None
        self.first.clicked.connect(self._on_first_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.copy.clicked.connect(self.copy_draft)

    def buttons(self) -> tuple[Button, Button, Button]:
        """In the order they stand: the other way, the clipboard, the chosen one."""
        return self.other, self.copy, self.first

    def set_source(self, source: Callable[[], tuple[str, str]]) -> None:
        """Where the subject and the draft come from."""
        self._source = source

    def show_ways(self, one: Suggestion) -> None:
        """Shows what is open for this suggestion."""
        self._one, self.used = one, None
        words = {
            Channel.EMAIL: (tr("Write e-mail"), "envelope-simple", bool(one.reach)),
            Channel.CALL: (tr("Call"), "phone", bool(one.reach)),
            Channel.SOCIAL: (tr("Open profile"), "link-simple", bool(one.reach)),
            Channel.LUNCH: (tr("Pick a date"), "fork-knife", True),
            Channel.VISIT: (tr("Pick a date"), "calendar-blank", True),
            Channel.MEETING: (tr("Pick a date"), "calendar-blank", True),
            Channel.VIDEO: (tr("Pick a date"), "video-camera", True),
        }.get(one.channel) if one.channel is not None else None  # fmt: skip
        self.first.setVisible(words is not None and words[2])
        if words is not None:
            self.first.setText(words[0])
            self.first.set_icon(words[1])
            self.first.setAccessibleName(words[0])
        self.copy.setVisible(bool(one.draft))
        self._other_channel = self._find_other(one)
        self.other.setVisible(self._other_channel is not None)
        call = self._other_channel is Channel.CALL
        self.other.setText(tr("Call instead") if call else tr("Write instead"))
        self.other.setAccessibleName(self.other.text())
        self.other.set_icon("phone" if call else "envelope-simple")

    def _find_other(self, one: Suggestion) -> Channel | None:
        if one.person is None or one.channel is None:
            return None
        for channel in (Channel.CALL, Channel.EMAIL):
            if channel is not one.channel and point_for(self._shell.core, one.person, channel, urgent=False):
                return channel
        return None

    # --- what happened

    def _on_first_clicked(self) -> None:
        one = self._one
        if one is None or one.channel is None:
            return
        if one.channel in _MEETING:
            self._shell.plan_follow_up(one.person, one.title)
        elif one.channel is Channel.SOCIAL:
            QGuiApplication.clipboard().setText(self._source()[1])
            hand_over(self._shell.say, ContactPoint(PointKind.URL, one.reach), self._opener)
        else:
            kind = PointKind.EMAIL if one.channel is Channel.EMAIL else PointKind.PHONE
            self._turn_to(one.channel, ContactPoint(kind, one.reach))

    def _on_other_clicked(self) -> None:
        one, channel = self._one, self._other_channel
        if one is None or one.person is None or channel is None:
            return
        point = point_for(self._shell.core, one.person, channel, urgent=False)
        if point is not None:
            self._turn_to(channel, point)

    def _turn_to(self, channel: Channel, point: ContactPoint) -> None:
        if channel is Channel.EMAIL:
            if not self._is_filled_in():
                return
            self.used = channel
            if self._opener(mail_link(point.value, *self._source())):
                return
        self.used = channel
        hand_over(self._shell.say, point, self._opener)

    def copy_draft(self) -> None:
        """The draft, into the clipboard."""
        if self._is_filled_in():
            QGuiApplication.clipboard().setText(self._source()[1])
            self._shell.say(tr("Copied. Paste it where you write to them."))

    def _is_filled_in(self) -> bool:
        if BLANK not in "".join(self._source()):
            return True
        self._shell.say(tr("Fill in {blank} in the draft first.").format(blank=BLANK))
        return False
