"""Adding somebody: the few fields one knows at once. The rest is for the personal file."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.fonts import px
from ui.keys import shown
from ui.palette import Tone
from ui.people.completion import complete
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.line_field import Field
from ui.widgets.strip import ErrorStrip, Strip

_PAUSE_MS = 120


class NewPersonDialog(QDialog):
    """Enter saves and opens the new personal file. Namesakes are told of, and never in the way."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._namesake = 0
        self.setWindowTitle(tr("New person"))
        self.name = Field(tr("Name"), QLineEdit(self))
        self.organisation = Field(tr("Organisation"), QLineEdit(self))
        self.title = Field(tr("Title"), QLineEdit(self))
        self.email = Field(tr("E-mail"), QLineEdit(self))
        self.phone = Field(tr("Phone"), QLineEdit(self))
        self.errors = ErrorStrip(self)
        self.known = Strip("", Tone.AMBER, "info", self)
        self.open_known = self.known.add_action(tr("Open that file"))
        self.known.hide()
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Return"))
        self.cancel_button = Button(tr("Cancel"), parent=self)
        complete(_line(self.organisation), shell.core.organisations.names())
        self._build_layout()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_namesakes)
        _line(self.name).textChanged.connect(self._on_name_typed)
        self.open_known.clicked.connect(self._on_open_known)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.save_button.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)

    def _build_layout(self) -> None:
        pairs = [QHBoxLayout(), QHBoxLayout()]
        for row, fields in zip(pairs, ((self.organisation, self.title), (self.email, self.phone)), strict=True):
            row.setSpacing(px(12))
            for field in fields:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(22), px(20), px(22), px(18))
        rows.setSpacing(px(12))
        rows.addWidget(self.errors)
        rows.addWidget(self.name)
        rows.addWidget(self.known)
        for row in pairs:
            rows.addLayout(row)
        rows.addStretch()
        rows.addSpacing(px(4))
        rows.addLayout(foot)
        self.setMinimumWidth(px(480))
        for field in (self.name, self.organisation, self.title, self.email, self.phone):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        _line(self.name).setFocus()

    def _on_name_typed(self) -> None:
        self.name.set_error("")
        self._pause.start()

    def _look_for_namesakes(self) -> None:
        """Whole names only: likenesses are nothing to say while somebody is still typing."""
        wanted = " ".join(_line(self.name).text().split())
        people = self._shell.core.people
        found = [one for one in people.candidates(wanted) if one.exact] if wanted else []
        self.known.setVisible(bool(found))
        if not found:
            return
        first = found[0]
        self._namesake = first.id
        places = [one.organisation for one in people.file(first.id).positions if not one.past and one.organisation]
        if len(found) > 1:
            text = tr("There are already {count} people called {name}.").format(count=len(found), name=first.shown)
        elif places:
            text = tr("There is already a {name} at {organisation}.").format(name=first.shown, organisation=places[0])
        else:
            text = tr("There is already a {name}.").format(name=first.shown)
        self.known.set_text(text)
        self._make_room_soon()

    def _make_room_soon(self) -> None:
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """A sentence that wraps is higher than a dialog knows of by itself."""
        rows = self.layout()
        assert rows is not None
        rows.activate()
        self.resize(self.width(), max(self.height(), rows.totalHeightForWidth(self.width())))

    def _on_open_known(self) -> None:
        self.reject()
        self._shell.open_person(self._namesake)

    def done(self, result: int) -> None:
        """However it ends, nobody is looked for any more."""
        self._pause.stop()
        super().done(result)

    def save(self) -> None:
        """Adds the person and opens their file; without a name it says so and stays."""
        if not _line(self.name).text().strip():
            self.name.set_error(tr("Type a name first."))
            self._make_room_soon()
            _line(self.name).setFocus()
            return
        try:
            person = self._shell.core.people.add(
                _line(self.name).text(),
                organisation=_line(self.organisation).text().strip(),
                title=_line(self.title).text().strip(),
                emails=[_line(self.email).text().strip()],
                phones=[_line(self.phone).text().strip()],
            )
        except KnownError as error:
            self.errors.show_error(str(error))
            self._make_room_soon()
            return
        self.accept()
        self._shell.open_person(person)


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.editor, QLineEdit)
    return field.editor
