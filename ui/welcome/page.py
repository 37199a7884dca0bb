"""The first thing a new file shows: what this is for, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card, Glyph
from ui.widgets.page import ScrollColumn
from ui.widgets.text import Label, Look

_WIDTH = 860


class WelcomePage(QWidget):
    """Shown in place of Today for as long as the file has nobody."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.import_book = Button(tr("Import…"), "download-simple", Weight.PRIMARY)
        self.open_sample = Button(tr("Open the sample"), "users-three")
        self.add_person = Button(tr("Add a person…"), "user-plus")
        self.import_book.clicked.connect(lambda: shell.import_files([]))
        self.open_sample.clicked.connect(lambda: shell.run_command("sample"))
        self.add_person.clicked.connect(lambda: shell.add_person())
        ways = QHBoxLayout()
        ways.setSpacing(px(14))
        for way in self._build_ways():
            ways.addWidget(way, 1)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addSpacing(px(60))
        column.addWidget(Glyph("leaf", Tone.GREEN, size=40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_centred(tr("Welcome to Relapp"), Look.TITLE))
        text = tr(
            "It keeps what you know about your clients and tells you whom to contact next. How would you like to begin?"
        )
        column.addWidget(_centred(text, Look.MUTED))
        column.addSpacing(px(20))
        column.addLayout(ways)
        scroll = ScrollColumn()
        inner = QWidget()
        inner.setProperty("look", "clear")
        inner.setLayout(column)
        inner.setMaximumWidth(px(_WIDTH))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner, 20)
        middle.addStretch(1)
        scroll.column.addLayout(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _build_ways(self) -> list[Card]:
        return [
            _way(
                tr("Import an address book"),
                "address-book",
                tr(
                    "vCard files from your phone or mail program, or a CSV from Google Contacts. You see what comes in "
                    "before anything is kept. Files can also be dropped onto this window."
                ),
                self.import_book,
            ),
            _way(
                tr("Look around first"),
                "users-three",
                tr(
                    "The sample portfolio has about 120 invented people and three years of contacts. It is thrown away "
                    "when you go back to your own file."
                ),
                self.open_sample,
            ),
            _way(
                tr("Add a person"),
                "user-plus",
                tr("A name is enough to begin with. Everything else can be filled in after the next call."),
                self.add_person,
            ),
        ]


def _way(title: str, icon: str, text: str, button: Button) -> Card:
    card = Card(title, icon)
    label = Label(text, Look.MUTED, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    card.body.addWidget(label, 1)
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def _centred(text: str, look: Look) -> Label:
    label = Label(text, look, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
