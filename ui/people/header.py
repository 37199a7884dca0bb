"""The head of a personal file: who it is, where they work, how it stands, and the ways to reach them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relapp.domain.cadence import State
from relapp.domain.file import PersonalFile
from relapp.domain.names import initials
from relapp.domain.people import ContactPoint, Permission, PointKind
from relapp.domain.permissions import effective, permission_label
from relapp.domain.relative import date_words
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.people.filter_words import stage_word
from ui.people.header_words import TONES, here_and_now, positions_line, standing_of
from ui.shell import Shell
from ui.widgets.avatar import HEADER, Avatar
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.ring import Ring
from ui.widgets.text import ElidedLabel, Label, Look

TAGS = 2
NARROW = 720


class Header(QWidget):
    """`menu_filled` carries the menu behind "⋯" when it is about to open; the pane fills it."""

    menu_filled = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._file: PersonalFile | None = None
        self.avatar = Avatar(HEADER, self)
        self.name = ElidedLabel("", Look.TITLE, self)
        self.spoken = Label("", Look.MUTED, self)
        self.positions = ElidedLabel("", Look.MUTED, self)
        self.ring = Ring(self)
        self.call = Button(tr("Call"), "phone", parent=self)
        self.mail = Button(tr("E-mail"), "envelope-simple", parent=self)
        self.more = Button("", "dots-three", name=tr("More about this person"), parent=self)
        self._narrow = False
        self._chip_row = QWidget(self)
        self._chips = FlowLayout(self._chip_row)
        self._here = Chip("", Tone.GREEN, "sun", self)
        self._build_layout()
        self._build_menus()
        shell.bus.minute_passed.connect(self._show_time)

    def _build_layout(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(px(8))
        title.addWidget(self.name, 1)
        title.addWidget(self.spoken, 0, Qt.AlignmentFlag.AlignBaseline)
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
        for button in (self.call, self.mail, self.more):
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
        for button, text in ((self.call, tr("Call")), (self.mail, tr("E-mail"))):
            button.setText("" if narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(text)

    def _build_menus(self) -> None:
        for button, kind in ((self.call, PointKind.PHONE), (self.mail, PointKind.EMAIL)):
            menu = QMenu(button)
            menu.aboutToShow.connect(lambda menu=menu, kind=kind: self._fill_reach(menu, kind))
            button.setMenu(menu)
        more = QMenu(self.more)
        more.aboutToShow.connect(lambda: self.menu_filled.emit(more))
        self.more.setMenu(more)

    # --- what is shown

    def show_file(self, file: PersonalFile, picture: QPixmap | None) -> None:
        """Shows this person."""
        self._file = file
        person = file.person
        self.avatar.show_face(file.shown, initials(file.shown), person.id, picture)
        self.name.setText(file.shown)
        aside = [f"“{person.name.nickname}”" if person.name.nickname else "", person.name.spoken]
        self.spoken.setText(" · ".join(part for part in aside if part))
        self.spoken.setVisible(any(aside))
        self.spoken.setToolTip(tr("Nickname, and how to say the name"))
        self.positions.setText(positions_line(file))
        self.positions.setVisible(bool(self.positions.text()))
        self._show_chips(file)
        self._show_ring(file)
        self._show_time()
        self.call.setVisible(any(point.kind is PointKind.PHONE for point in file.points))
        self.mail.setVisible(any(point.kind is PointKind.EMAIL for point in file.points))

    def _show_chips(self, file: PersonalFile) -> None:
        self._chips.removeWidget(self._here)
        self._chips.clear()
        person = file.person
        chips: list[tuple[str, Tone, str]] = []
        if person.trashed is not None:
            chips.append((tr("in the trash"), Tone.RED, "trash"))
        if person.deceased:
            chips.append((tr("deceased"), Tone.GREY, ""))
        if person.archived:
            chips.append((tr("archived"), Tone.GREY, "archive-box"))
        if person.tier is not None:
            chips.append((tr("{tier} client").format(tier=person.tier), Tone.GREEN, ""))
        if person.stage is not None:
            chips.append((stage_word(person.stage), Tone.GREY, ""))
        if person.hold_until is not None and person.hold_until > self._shell.core.desk.today():
            until = date_words(person.hold_until)
            chips.append((tr("no contact before {date}").format(date=until), Tone.PLUM, "moon"))
        if file.rhythm.attempts:
            chips.append((tr("{n} without answer").format(n=file.rhythm.attempts), Tone.AMBER, ""))
        chips += [(tag, Tone.GREY, "tag") for tag in file.tags[:TAGS]]
        if len(file.tags) > TAGS:
            chips.append((tr("{n} more").format(n=len(file.tags) - TAGS), Tone.GREY, "tag"))
        for text, tone, icon in chips:
            self._chips.addWidget(Chip(text, tone, icon, self))
        self._chips.addWidget(self._here)

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
        text = here_and_now(self._file, self._shell.core.desk.now(), self._moments)
        self._here.setVisible(bool(text))
        self._here.show_chip(text, Tone.GREEN, "globe" if self._file.person.time_zone else "chat-circle")

    # --- reaching them

    def _fill_reach(self, menu: QMenu, kind: PointKind) -> None:
        menu.clear()
        if self._file is None:
            return
        for point in self._file.points:
            if point.kind is kind:
                _add_point(menu, point, effective(point, self._file.permissions), _link)


def _add_point(menu: QMenu, point: ContactPoint, permission: Permission, act: Callable[[ContactPoint], None]) -> None:
    parts: Sequence[str] = (point.value, point.label)
    if permission is not Permission.ALLOWED:
        parts = (*parts, permission_label(permission))
    action = menu.addAction(" · ".join(part for part in parts if part).replace("&", "&&"), lambda: act(point))
    action.setEnabled(permission is not Permission.NOT_ALLOWED)


def _link(point: ContactPoint) -> None:
    """Hands a number or an address to the system."""
    url = QUrl()
    url.setScheme("tel" if point.kind is PointKind.PHONE else "mailto")
    url.setPath("".join(point.value.split()) if point.kind is PointKind.PHONE else point.value)
    QDesktopServices.openUrl(url)
