"""The people around somebody: with a file of their own, or a name alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.file import Related
from relapp.domain.relations import RelationKind, label, relation
from relapp.domain.words import tr
from ui.people.editing.choice import Choice
from ui.people.editing.page import EditPage, side_by_side
from ui.people.editing.rows import EditRow, Rows
from ui.people.editing.wrong import Wrong
from ui.widgets.text import Label, Look

MOST = 6


class RelationRow(EditRow):
    """Typing finds people by a few letters; what fits nobody stays a name."""

    def __init__(self, related: Related, person: int, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._related = related
        self._person = person
        self._core = core
        self._found: list[tuple[int, str]] = []
        self.other = related.other
        self.setAccessibleName(tr("Relation"))
        self.kind = Choice(tr("Relation"), [(label(kind), kind) for kind in RelationKind], self)
        self.kind.choose(relation(related.kind))
        self.name = QLineEdit(related.name, self)
        self.name.setPlaceholderText(tr("Name of a person"))
        self.name.setAccessibleName(tr("Name of a person"))
        self.linked = Label("", Look.SECONDARY, self)
        self.fields.addLayout(side_by_side(self.kind, self.name, self.linked, stretch=(3, 6, 2)))
        self._build_completer()
        self._show_link()
        self.setFocusProxy(self.name)
        self.watch(self.kind, self.name)

    def _build_completer(self) -> None:
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.textEdited.connect(self._on_name_edited)
        self.name.setCompleter(completer)
        completer.activated.connect(self._on_person_chosen)

    def _on_name_edited(self, text: str) -> None:
        """Runs before the completer looks at its words."""
        self.other = 0
        found = self._core.people.candidates(text) if text.strip() else []
        fitting = [one for one in found if one.id != self._person][:MOST]
        self._found = [(one.id, one.shown) for one in fitting]
        self._words.setStringList(
            [f"{one.shown} · {one.detail}" if one.detail and one.detail != one.shown else one.shown for one in fitting]
        )
        self._show_link()

    def _on_person_chosen(self, words: str) -> None:
        self.other, name = self._found[self._words.stringList().index(words)]
        QTimer.singleShot(0, self, lambda: self.name.setText(name))  # after the completer has put its words there
        self._show_link()

    def _show_link(self) -> None:
        self.linked.setText(tr("has a file") if self.other else tr("name only"))

    def value(self) -> Related | None:
        name = " ".join(self.name.text().split())
        kind = self.kind.chosen()
        if not name:
            return None
        if self.other == self._person:
            raise Wrong(tr("Nobody is related to themselves; name somebody else."), self.name)
        before = self._related
        same = (relation(before.kind), before.name, before.other) == (kind, self.name.text(), self.other)
        if before.id and same:
            return before
        if before.inverse:  # it is kept in the other's file: written anew from this side
            return Related(kind, name, self.other)
        return replace(before, kind=kind, name=name, other=self.other)


class RelationsPage(EditPage):
    """Each relation is seen from both sides."""

    def __init__(self, draft: PersonDraft, person: int, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(tr("Relations"), "users-three", parent)
        self.rows = Rows(
            lambda related: RelationRow(related, person, core),
            draft.relations,
            lambda: Related(RelationKind.PARTNER, ""),
            tr("Add a relation"),
            self,
        )
        self.rows.touched.connect(self.touch)
        hint = tr("Type a few letters to find somebody who has a file; their file then shows this person, too.")
        self.column.addWidget(self.rows)
        self.column.addWidget(Label(hint, Look.SECONDARY, wrap=True))

    def apply(self, draft: PersonDraft) -> PersonDraft:
        return replace(draft, relations=tuple(self.rows.values()))
