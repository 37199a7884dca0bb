"""One organisation: its name, note and stage, who is there now and was before, and their joint timeline."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from relapp.domain.errors import NoSuchRecord
from relapp.domain.names import initials
from relapp.domain.organisations import Member, Organisation
from relapp.domain.pages import TimelineOf
from relapp.domain.people import ContactPoint, PointKind, Stage
from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui.fonts import px
from ui.organisations.members import MembersCard
from ui.reaching import hand_over
from ui.shell import Shell
from ui.timeline.view import TimelineView
from ui.widgets.avatar import HEADER, Avatar
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.line_field import Field
from ui.widgets.page import ScrollColumn
from ui.widgets.text import ElidedLabel, Look, line
from ui.widgets.wheel import leave_wheel_to_page


class OrganisationPane(QWidget):
    """Fields are saved when they are left; each is a change of its own."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: Organisation | None = None
        self.avatar = Avatar(HEADER, self)
        self.title = ElidedLabel("", Look.TITLE, self)
        self.detail = ElidedLabel("", Look.MUTED, self)
        self.open_link = Button(tr("Open website"), "globe", parent=self)
        self.name = QLineEdit(self)
        self.url = QLineEdit(self)
        self.stage = QComboBox(self)
        self.note = QPlainTextEdit(self)
        self.members = MembersCard(self)
        self.timeline = TimelineView(shell, self)
        self._build_fields()
        self._build_layout()
        self.members.person_chosen.connect(shell.open_person)

    def _build_fields(self) -> None:
        self.stage.addItem(tr("not a client"), None)
        for stage in Stage:
            self.stage.addItem(stage.value, stage)
        leave_wheel_to_page(self.stage)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(px(96))
        self.open_link.clicked.connect(self._on_link_clicked)
        self.name.editingFinished.connect(partial(self._save_text, "name", self.name))
        self.url.editingFinished.connect(partial(self._save_text, "url", self.url))
        self.stage.activated.connect(lambda at: self._save("stage", self.stage.itemData(at)))

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(22), px(20), px(22), px(16))
        head.setSpacing(px(16))
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(self.title)
        words.addWidget(self.detail)
        head.addWidget(self.avatar)
        head.addLayout(words, 1)
        head.addWidget(self.open_link)
        about = Card(tr("About"), "buildings")
        for label, editor in (
            (tr("Name"), self.name),
            (tr("Website"), self.url),
            (tr("Life cycle"), self.stage),
            (tr("Note"), self.note),
        ):
            about.body.addWidget(Field(label, editor))
        file = ScrollColumn(self, margin=0, gap=12)
        file.column.addWidget(self.members)
        file.column.addWidget(about)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(file)
        beside = QWidget(both)
        room = QVBoxLayout(beside)
        room.setContentsMargins(px(14), 0, 0, 0)
        room.addWidget(self.timeline)
        both.addWidget(beside)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line(self))
        inner = QVBoxLayout()
        inner.setContentsMargins(px(22), px(16), px(22), 0)
        inner.addWidget(both)
        layout.addLayout(inner, 1)

    def show_organisation(self, organisation: int) -> None:
        """Shows it as it is now; one that is gone leaves the pane as it was."""
        self._save_note()
        try:
            found = self._shell.core.organisations.get(organisation)
        except NoSuchRecord:
            return
        other = self._shown is None or self._shown.id != organisation
        self._shown = found
        members = self._shell.core.organisations.people(organisation)
        self.avatar.show_face(found.name, initials(found.name), found.name)
        self.title.setText(found.name)
        self.detail.setText(_detail(members))
        self.open_link.setVisible(bool(found.url))
        self._show_fields(found)
        self.members.show_members(members)
        if other:
            self.timeline.show_timeline(TimelineOf(organisation=organisation))

    def _show_fields(self, found: Organisation) -> None:
        for editor, text in ((self.name, found.name), (self.url, found.url)):
            if not editor.hasFocus():
                editor.setText(text)
        if not self.note.hasFocus():
            self.note.setPlainText(found.note)
        self.stage.setCurrentIndex(max(0, self.stage.findData(found.stage)))

    # --- saving

    def _save_text(self, field: str, editor: QLineEdit) -> None:
        self._save(field, editor.text().strip())

    def _save_note(self) -> None:
        if self._shown is not None:
            self._save("note", self.note.toPlainText())

    def _save(self, field: str, value: Any) -> None:
        shown = self._shown
        if shown is None or getattr(shown, field) == value:
            return
        wanted = replace(shown, **{field: value})
        if self._shell.attempt(lambda: self._shell.core.organisations.save(wanted)):
            self._shown = wanted
        else:
            self._show_fields(shown)

    def _on_link_clicked(self) -> None:
        if self._shown is not None:
            hand_over(self._shell.say, ContactPoint(PointKind.URL, self._shown.url))


def _detail(members: list[Member]) -> str:
    now = sum(not one.past for one in members)
    parts = [counted(now, tr("1 person"), tr("{n} people")) if now else tr("nobody now")]
    if len(members) > now:
        parts.append(counted(len(members) - now, tr("1 former"), tr("{n} former")))
    return " · ".join(parts)
