"""Why not this one: a word for later, kept with what rests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from relapp.domain.weekly import Suggestion
from relapp.domain.words import tr
from ui.shell import Shell
from ui.small_dialog import SmallDialog
from ui.widgets.line_field import Field
from ui.widgets.text import Label, Look


class WhyDialog(SmallDialog):
    """Calls `refuse` with the reason, which may be empty."""

    def __init__(self, shell: Shell, one: Suggestion, refuse: Callable[[str], object]) -> None:
        super().__init__(shell, tr("Not this one"))
        self._refuse = refuse
        said = tr("“{title}” and its like will not be suggested for {name} again.")
        name = one.shown or tr("you")
        self.fields.addWidget(Label(said.format(title=one.title, name=name), Look.MUTED, wrap=True))
        self.why = QLineEdit(self)
        self.fields.addWidget(Field(tr("Why not?"), self.why))
        self.save_button.setText(tr("Not again"))
        self.why.setFocus()

    def save(self) -> None:
        """The rule rests for that person."""
        self._refuse(self.why.text())
