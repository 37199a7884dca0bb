"""The strips above the page: a change that was cut off, and the sample portfolio that isn't one's own file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relapp.domain.words import tr
from relapp.services.history import Done
from ui.fonts import px
from ui.palette import Tone
from ui.shell import Shell
from ui.widgets.strip import Strip


class Strips(QWidget):
    """Room for strips above the page; takes none while all of them are hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(px(24), px(14), px(24), 0)
        self._rows.setSpacing(px(8))
        self.hide()

    def add(self, strip: QWidget) -> None:
        """One more, below the others."""
        self._rows.addWidget(strip)
        strip.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return False

    def _fit(self) -> None:
        strips = [item.widget() for number in range(self._rows.count()) if (item := self._rows.itemAt(number))]
        self.setVisible(any(strip is not None and not strip.isHidden() for strip in strips))


class UnfinishedStrip(Strip):
    """Offers to take back or to keep what a long change had written when the app was cut off."""

    def __init__(self, shell: Shell, change: Done, parent: QWidget | None = None) -> None:
        sentence = tr("“{title}” was cut off before its end. Take back what it had written, or keep it?")
        super().__init__(sentence.format(title=change.title), Tone.AMBER, "warning-circle", parent)
        self._shell = shell
        self._change = change
        self.add_action(tr("Undo"), "arrow-u-up-left").clicked.connect(self._on_undo_clicked)
        self.add_action(tr("Keep"), "check").clicked.connect(self._on_keep_clicked)

    def _on_undo_clicked(self) -> None:
        self._settle(lambda: self._shell.core.history.undo(self._change.id))

    def _on_keep_clicked(self) -> None:
        self._settle(lambda: self._shell.core.history.keep_unfinished(self._change.id))

    def _settle(self, act: Callable[[], object]) -> None:
        if self._shell.attempt(act):
            self.hide()
            self.deleteLater()


class SampleStrip(Strip):
    """Says that this is the sample; `back` leads to one's own file, where there is one to go back to."""

    def __init__(self, back: Callable[[], object] | None, parent: QWidget | None = None) -> None:
        sentence = tr("You are looking at the sample portfolio. Try whatever you like: it is thrown away afterwards.")
        super().__init__(sentence, Tone.BLUE, "users-three", parent)
        if back is not None:
            self.add_action(tr("Back to my file"), "arrow-left").clicked.connect(lambda: back())
