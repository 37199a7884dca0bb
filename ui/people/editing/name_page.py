"""The names of a person: one line, the parts it is made of, what to call them and how to say it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relapp.domain.drafts import PersonDraft
from relapp.domain.names import display, split_full
from relapp.domain.people import PersonName
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.editing.page import EditPage, side_by_side
from ui.people.editing.photo_field import PhotoField
from ui.widgets.buttons import Button, Weight
from ui.widgets.line_field import Field

PARTS = ("prefix", "given", "middle", "family", "suffix")


class NamePage(EditPage):
    """The parts follow the whole name, and the whole name its parts, as long as they say the same."""

    def __init__(self, name: PersonName, photo: PhotoField, parent: QWidget | None = None) -> None:
        super().__init__(tr("Name and photo"), "user", parent)
        self.photo = photo
        self.full = QLineEdit(name.full, self)
        self.parts = {part: QLineEdit(getattr(name, part), self) for part in PARTS}
        self.nickname = QLineEdit(name.nickname, self)
        self.spoken = QLineEdit(name.spoken, self)
        self.sort = QLineEdit(name.sort, self)
        self.unfold = Button(tr("Parts of the name"), "caret-right", Weight.FLAT, self, small=True)
        self._folded = QWidget(self)
        self._together = self._say_the_same()
        self._build_layout()
        self._show_parts(not self._together or bool(name.sort))
        self.unfold.clicked.connect(lambda: self._show_parts(self._folded.isHidden()))
        self.full.textEdited.connect(self._on_full_edited)
        for field in self.parts.values():
            field.textEdited.connect(self._on_part_edited)
        self.watch(self.full, *self.parts.values(), self.nickname, self.spoken, self.sort)

    def _build_layout(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(px(12))
        names.addWidget(Field(tr("Name"), self.full))
        names.addLayout(
            side_by_side(
                Field(tr("Nickname"), self.nickname),
                Field(tr("How to say it"), self.spoken),
            )
        )
        names.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        top = QHBoxLayout()
        top.setSpacing(px(20))
        names.addStretch(1)
        top.addLayout(names, 1)
        top.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        top.setAlignment(names, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        rows = QVBoxLayout(self._folded)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(12))
        words = {
            "prefix": tr("Before the name"),
            "given": tr("Given name"),
            "middle": tr("Middle names"),
            "family": tr("Family name"),
            "suffix": tr("After the name"),
        }
        fields = {part: Field(words[part], self.parts[part]) for part in PARTS}
        rows.addLayout(side_by_side(fields["prefix"], fields["given"], fields["middle"], stretch=(2, 3, 3)))
        rows.addLayout(side_by_side(fields["family"], fields["suffix"], stretch=(6, 2)))
        rows.addWidget(Field(tr("Sorted as"), self.sort, tr("Only where the list should sort by something else.")))
        self.column.addWidget(self._folded)

    def _show_parts(self, shown: bool) -> None:
        self._folded.setVisible(shown)
        self.unfold.set_icon("caret-down" if shown else "caret-right")

    def _of_parts(self) -> PersonName:
        return PersonName(**{part: field.text().strip() for part, field in self.parts.items()})

    def _say_the_same(self) -> bool:
        split = split_full(self.full.text()) if self.full.text().strip() else PersonName()
        mine = self._of_parts()
        return all(getattr(split, part) == getattr(mine, part) for part in PARTS) or display(mine) == split.full

    def _on_full_edited(self, text: str) -> None:
        if self._together:
            split = split_full(text) if text.strip() else PersonName()
            for part, field in self.parts.items():
                field.setText(getattr(split, part))

    def _on_part_edited(self) -> None:
        if self._together:
            self.full.setText(display(self._of_parts()))
        else:
            self._together = self._say_the_same()

    def apply(self, draft: PersonDraft) -> PersonDraft:
        """Without any name the stand-in shows: the organisation, else an address."""
        name = replace(
            self._of_parts(),
            full=" ".join(self.full.text().split()),
            nickname=self.nickname.text().strip(),
            spoken=self.spoken.text().strip(),
            sort=self.sort.text().strip(),
        )
        return replace(draft, name=name)
