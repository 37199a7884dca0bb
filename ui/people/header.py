"""The head of a personal file: who it is, where they work, how it stands, and the ways to reach them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from relapp.domain.cadence import State
from relapp.domain.file import PersonalFile
from relapp.domain.names import initials
from relapp.domain.people import PointKind
from relapp.domain.positions import positions_words
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.people.header_words import TONES, chips_of, here_and_now, is_day_at, standing_of
from ui.people.reach_button import ReachButton
from ui.people.reach_words import reach_of
from ui.reaching import hand_over
from ui.shell import Shell
from ui.widgets.avatar import HEADER, Avatar
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.ring import Ring
from ui.widgets.text import ElidedLabel, Look

NARROW = 800


class Header(QWidget):
    """`menu_asked` carries the menu behind "⋯" before it opens; whoever has the person fills it."""

    menu_asked = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._file: PersonalFile | None = None
        self.avatar = Avatar(HEADER, self)
        self.name = ElidedLabel("", Look.TITLE, self)
        self.spoken = ElidedLabel("", Look.MUTED, self)
        self.spoken.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.positions = ElidedLabel("", Look.MUTED, self)
        self.ring = Ring(self)
        reach = partial(hand_over, shell.say)
        self.call = ReachButton(PointKind.PHONE, tr("Call"), "phone", reach, self)
        self.mail = ReachButton(PointKind.EMAIL, tr("E-mail"), "envelope-simple", reach, self)
        self.follow_up = Button(tr("Follow up"), "bell", name=tr("Follow up"), parent=self)
        self.follow_up.clicked.connect(self._plan_follow_up)
        self.more = Button("", "dots-three", name=tr("More about this person"), parent=self)
        self._narrow = False
        self._chip_row = QWidget(self)
        self._chips = FlowLayout(self._chip_row)
        self._pool: list[Chip] = []
        self._here = Chip("", Tone.GREEN, "sun", self._chip_row)
        self._chips.addWidget(self._here)
        self._build_layout()
        self.more.clicked.connect(self._open_menu)
        shell.bus.minute_passed.connect(self._show_time)

    def _build_layout(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(px(8))
        title.addWidget(self.name)
        title.addWidget(self.spoken, 1)  # gives way to the name
        self._words = QVBoxLayout()
        self._words.setSpacing(px(3))
        self._words.addLayout(title)
        self._words.addWidget(self.positions)
        self._words.addSpacing(px(3))
        self._words.addWidget(self._chip_row)
        top = QHBoxLayout()
        top.setSpacing(px(14))
        top.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(self._words, 1)
        top.addWidget(self.ring)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(6))
        for button in (self.call, self.mail, self.follow_up, self.more):
            buttons.addWidget(button)
        top.addLayout(buttons)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(px(22), px(16), px(22), px(14))
        self._outer.setSpacing(px(8))
        self._outer.addLayout(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page the chips take a row of their own and the buttons show their icons alone."""
        super().resizeEvent(event)
        narrow = self.width() < px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        (self._outer if narrow else self._words).addWidget(self._chip_row)
        for button in (self.call, self.mail):
            button.show_words(not narrow)
        self.follow_up.setText("" if narrow else tr("Follow up"))
        self.follow_up.setToolTip(tr("Follow up") if narrow else "")
        self.follow_up.updateGeometry()

    def _plan_follow_up(self) -> None:
        if self._file is not None:
            self._shell.plan_follow_up(self._file.person.id)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu_asked.emit(menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    # --- what is shown

    def show_file(self, file: PersonalFile, picture: QPixmap | None) -> None:
        """Shows this person."""
        self._file = file
        person = file.person
        self.avatar.show_face(file.shown, initials(file.shown), person.id, picture)
        self.name.setText(file.shown)
        nickname = person.name.nickname
        aside = [f"“{nickname}”" if nickname and nickname not in file.shown else "", person.name.spoken]
        self.spoken.setText(" · ".join(part for part in aside if part))
        self.spoken.setVisible(any(aside))
        self.spoken.setToolTip(tr("Nickname, and how to say the name"))
        self.positions.setText(positions_words(file.positions))
        self.positions.setVisible(bool(self.positions.text()))
        self._show_chips(file)
        self._show_ring(file)
        self._show_time()
        for button in (self.call, self.mail):
            button.show_points(file.points, file.permissions)

    def _show_chips(self, file: PersonalFile) -> None:
        marks = self._shell.core.standing_marks.of_person(file.person.id)
        wanted = chips_of(file, self._shell.core.desk.today(), marks[0] if marks else None)
        while len(self._pool) < len(wanted):
            chip = Chip("", Tone.GREY, "", self._chip_row)
            self._pool.append(chip)
            self._chips.removeWidget(self._here)
            self._chips.addWidget(chip)
            self._chips.addWidget(self._here)
        for at, chip in enumerate(self._pool):
            if at < len(wanted):
                chip.show_chip(*wanted[at])
            if chip.isHidden() is (at < len(wanted)):
                chip.setVisible(at < len(wanted))

    def _show_ring(self, file: PersonalFile) -> None:
        desk = self._shell.core.desk
        found = standing_of(file, desk.today(), desk.zone())
        self.ring.setVisible(found.of is not None and not (file.person.archived or file.person.deceased))
        if found.of is None:
            return
        tone = Tone.RED if found.late else TONES.get(found.state, Tone.GREY)
        of = tr("of {days} days").format(days=found.of)
        if found.state is State.NEW or found.days is None:
            self.ring.show_share(0, found.of, "–", of, tone)
        else:
            self.ring.show_share(found.days, found.of, str(found.days), of, tone)

    def _show_time(self) -> None:
        if self._file is None:
            return
        desk = self._shell.core.desk
        now = desk.now()
        reach = reach_of(self._file, str(desk.zone()), now, self._moments)
        text = here_and_now(self._file, now, self._moments, "" if reach is None else reach.words)
        tone, icon = Tone.GREEN, "chat-circle"
        if reach is not None:
            tone, icon = (Tone.GREEN, "sun") if reach.is_open else (Tone.PLUM, "moon")
        elif self._file.person.time_zone:
            icon = "sun" if is_day_at(self._file.person.time_zone, now) else "moon"
        self._here.show_chip(text, tone, icon)
        if self._here.isHidden() is bool(text):
            self._here.setVisible(bool(text))
