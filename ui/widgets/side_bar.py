"""The bar at the side: the pages of the app, how much waits on each, and a foot for the state of the day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.card import Glyph
from ui.widgets.side_bar_item import SideBarItem
from ui.widgets.text import Label

WIDTH = 212
NARROW = 56
ROOMY_FROM = 1180
"""A window narrower than this shows icons alone; their names are in the tool tips."""


class SideBar(QFrame):
    """Pages by key. `chosen` is emitted with the key when the user picks one; `select` moves the mark silently."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, title: str = "Relapp", icon: str = "leaf") -> None:
        super().__init__(parent)
        self.setProperty("look", "side")
        self.setFixedWidth(px(WIDTH))
        self.setAccessibleName(tr("Pages"))
        if parent is not None:
            parent.installEventFilter(self)
        self._items: dict[str, SideBarItem] = {}
        self._order: list[str] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(9), px(19), px(9), px(16))
        rows.setSpacing(0)
        rows.addLayout(self._build_brand(title, icon))
        rows.addSpacing(px(19))
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(px(8))
        rows.addLayout(self._top)
        rows.addStretch()
        rows.addLayout(self._bottom)

    def _build_brand(self, title: str, icon: str) -> QHBoxLayout:
        brand = QHBoxLayout()
        brand.setContentsMargins(px(11), 0, px(11), 0)
        brand.setSpacing(px(8))
        brand.addWidget(Glyph(icon, Tone.GREEN, self))
        self._brand = Label(title)
        self._brand.setProperty("look", "brand")
        brand.addWidget(self._brand, 1)
        return brand

    def add_item(self, key: str, icon: str, text: str, shortcut: str = "", *, at_foot: bool = False) -> SideBarItem:
        """A page; `shortcut` ("Ctrl+1") works in the whole window and stands in the tool tip."""
        item = SideBarItem(icon, text, self)
        item.clicked.connect(lambda: self._on_item_clicked(key))
        self._items[key] = item
        if at_foot:
            self._order.append(key)
            self._bottom.addWidget(item)
        else:
            self._order.insert(self._top.count(), key)
            self._top.addWidget(item)
        item.setFocusPolicy(Qt.FocusPolicy.TabFocus if len(self._items) == 1 else Qt.FocusPolicy.ClickFocus)
        if shortcut:
            sequence = QKeySequence(shortcut)
            item.set_shortcut_text(sequence.toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(sequence, self, lambda: self._on_item_clicked(key))
        return item

    def set_foot(self, widget: QWidget) -> None:
        """What stands below everything, such as a strip with the state of the day."""
        self._bottom.addWidget(widget)

    def set_badge(self, key: str, text: str, tone: Tone = Tone.GREY) -> None:
        """The count at the end of an item; "" takes it away. Red for what is late or due."""
        self._items[key].set_badge(text, tone)

    def select(self, key: str) -> None:
        """Mark this page as the one on show, without `chosen`. An unknown key marks none."""
        for name, item in self._items.items():
            item.setChecked(name == key)
            item.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def selected(self) -> str:
        """The key of the marked page, or ""."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def item(self, key: str) -> SideBarItem:
        """The item of a page."""
        return self._items[key]

    def _on_item_clicked(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self.parent():
            self._fit(event.size().width() >= px(ROOMY_FROM))
        return super().eventFilter(watched, event)

    def _fit(self, roomy: bool) -> None:
        self.setFixedWidth(px(WIDTH if roomy else NARROW))
        self._brand.setVisible(roomy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        here = [key for key in self._order if self._items[key].hasFocus()]
        if event.key() in moves and here:
            at = self._order.index(here[0]) + moves[Qt.Key(event.key())]
            key = self._order[max(0, min(at, len(self._order) - 1))]
            self._items[key].setFocus(Qt.FocusReason.TabFocusReason)
            self._on_item_clicked(key)
            return
        super().keyPressEvent(event)
