"""The row of chips that says what an entry is: the usual kinds, and a menu with the rest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QWidget

from relapp.domain.entries import ENTRY_KINDS, kind_of
from relapp.domain.words import tr
from ui import icons
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.chip import Chip

USUAL = 6
_GAP = 7


class _KindChip(Chip):
    """`clicked_by_mouse` besides, since then the keyboard belongs to the text."""

    clicked_by_mouse = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.clicked_by_mouse.emit()


class KindChips(QWidget):
    """One kind is always chosen; the arrow keys walk along. `settled`: chosen by the mouse, so go on typing."""

    chosen = Signal(str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ENTRY_KINDS[0].key
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(_GAP))
        for kind in ENTRY_KINDS:
            chip = _KindChip(kind.label(), Tone.GREEN, kind.icon, self, clickable=True)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _=False, key=kind.key: self._choose(key))
            chip.clicked_by_mouse.connect(self.settled)
            self._group.addButton(chip)
            self._chips[kind.key] = chip
            row.addWidget(chip)
        self.more = Chip("", Tone.GREY, "dots-three", self, clickable=True)
        self.more.setAccessibleName(tr("More kinds"))
        self.more.clicked.connect(self._show_more)
        row.addWidget(self.more)
        row.addStretch(1)
        self.show_kind(self._kind)

    def show_kind(self, key: str) -> None:
        """Chooses the kind, and tells nobody."""
        self._kind = key
        self._chips[key].setChecked(True)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """One row: the chosen kind, "more", and of the usual ones as many as there is room for."""
        room = self.width() - self.more.sizeHint().width() - self._chips[self._kind].sizeHint().width() - px(_GAP)
        for place, (of, chip) in enumerate(self._chips.items()):
            fits = place < USUAL
            if of != self._kind and fits:
                room -= chip.sizeHint().width() + px(_GAP)
                fits = room >= 0
            chip.setVisible(fits or of == self._kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), super().minimumSizeHint().height())

    def chip(self, key: str) -> Chip:
        """The chip of a kind."""
        return self._chips[key]

    def _choose(self, key: str) -> None:
        if key != self._kind:
            self.show_kind(key)
            self.chosen.emit(key)

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind in (kind for kind in ENTRY_KINDS if self._chips[kind.key].isHidden()):
            menu.addAction(icons.icon(kind.icon), kind.label(), lambda key=kind.key: self._choose_other(key))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + px(4))))

    def _choose_other(self, key: str) -> None:
        self._choose(kind_of(key).key)
        self.settled.emit()
