"""My list of books, films and activities: looked through, added to, set right, and recommended from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relapp.domain.business import Given, Recommendation, RecommendationKind
from relapp.domain.changes import Area
from relapp.domain.errors import KnownError
from relapp.domain.facts import Section
from relapp.domain.past_words import around_words
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.people.business_dialogs import kept, words_field
from ui.shell import Shell
from ui.small_dialog import SmallDialog
from ui.timeline.person_picker import PersonPicker
from ui.watching import Watcher
from ui.widgets.buttons import Button
from ui.widgets.card import Glyph
from ui.widgets.chip import Chip
from ui.widgets.line_field import Field
from ui.widgets.page import ScrollColumn
from ui.widgets.row import Row, passive
from ui.widgets.strip import ErrorStrip
from ui.widgets.text import ElidedLabel, Label, Look

_ICONS = {
    RecommendationKind.BOOK: "book-open",
    RecommendationKind.FILM: "video-camera",
    RecommendationKind.ACTIVITY: "sun",
}
_WORDS: dict[RecommendationKind, Callable[[], str]] = {
    RecommendationKind.BOOK: lambda: tr("book"),
    RecommendationKind.FILM: lambda: tr("film"),
    RecommendationKind.ACTIVITY: lambda: tr("activity"),
}


class RecommendationsDialog(QDialog):
    """Opened for a person, each row recommends to them; else it asks whom to recommend to."""

    def __init__(self, shell: Shell, person: int = 0) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._person = person
        self._name = shell.core.people.file(person).shown if person else ""
        self.setWindowTitle(tr("Recommendations"))
        self.rows: list[RecommendationRow] = []
        self.add_button = Button(tr("Add…"), "plus", parent=self, keys="Ins")
        self.empty = Label(
            tr("Books, films and things to do that you would recommend. Give each the interests it fits."),
            Look.MUTED,
            wrap=True,
        )
        self.list = ScrollColumn(self, margin=2, gap=2)
        self.errors = ErrorStrip(self)
        self._build_layout()
        self._watcher = Watcher(self, shell.bus, (Area.BUSINESS,), self.reload)
        self.reload()

    def _build_layout(self) -> None:
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.add_button.clicked.connect(lambda: self.edit(None))
        QShortcut(QKeySequence("Ins"), self, lambda: self.edit(None))
        for button in (close, self.add_button):
            button.setAutoDefault(False)
        said = tr("Recommend to {name}").format(name=self._name) if self._person else tr("My recommendations")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(ElidedLabel(said, Look.HEADING), 1)
        head.addWidget(self.add_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(12))
        rows.addLayout(head)
        rows.addWidget(self.empty)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.errors)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(px(560), px(460))

    def reload(self) -> None:
        """Shows the list anew; the keyboard stays where it was."""
        core = self._shell.core
        at = next((number for number, row in enumerate(self.rows) if row.hasFocus()), -1)
        given = {one.recommendation.id: one for one in core.recommendations.given(self._person)} if self._person else {}
        fitting = self._fitting()
        for row in self.rows:
            self.list.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        listed = sorted(core.recommendations.all(), key=lambda one: (one.id in given, one.id not in fitting))
        self.rows = [self._row(one, given.get(one.id), fitting.get(one.id, "")) for one in listed]
        self.empty.setVisible(not self.rows)
        if at >= 0 and self.rows:
            self.rows[min(at, len(self.rows) - 1)].setFocus()

    def _fitting(self) -> dict[int, str]:
        """The interest of the person by which one of the list fits them."""
        if not self._person:
            return {}
        from relapp.domain.insights.recommend import fits

        core = self._shell.core
        open_ones = not core.settings.get(HIDE_PRIVATE)
        facts = [one for one in core.people.file(self._person).facts if one.section is Section.INTERESTS]
        said = "\n".join(f"{one.label} {one.text}" for one in facts if open_ones or not one.private)
        found = {one.id: fits(one.interests, said) for one in core.recommendations.all()}
        return {id_: interests[0] for id_, interests in found.items() if interests}

    def _row(self, one: Recommendation, given: Given | None, interest: str) -> RecommendationRow:
        when = "" if given is None else around_words(given.day, self._shell.core.desk.today())
        said = tr("recommended {when}").format(when=when) if given else ""
        row = RecommendationRow(one, said, interest, known=bool(self._person))
        row.clicked.connect(partial(self.edit, one))
        row.stepped.connect(lambda step: self._step(row, step))
        row.give_button.clicked.connect(lambda: self._on_give_clicked(row))
        self.list.column.addWidget(row)
        return row

    def _step(self, row: RecommendationRow, step: int) -> None:
        at = self.rows.index(row) + step
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.list.ensureWidgetVisible(self.rows[at])

    def edit(self, one: Recommendation | None) -> RecommendationDialog:
        """Opens one of the list, or a new one."""
        dialog = RecommendationDialog(self._shell, one, self)
        dialog.open()
        return dialog

    def _on_give_clicked(self, row: RecommendationRow) -> None:
        if self._person:
            self.give(row.one, self._person)
            return
        picker = PersonPicker(row.give_button, self._shell.core, ())
        picker.picked.connect(partial(self.give, row.one))
        picker.open_below()

    def give(self, one: Recommendation, person: int) -> None:
        """Keeps that it was recommended to them today."""
        core = self._shell.core
        said = tr("“{title}” recommended to {name}.").format(title=one.title, name=core.people.file(person).shown)
        try:
            kept(self._shell, said, lambda: core.recommendations.give(one.id, person, core.desk.today()))
        except KnownError as error:
            self.errors.show_error(str(error))
        else:
            self.errors.clear()


class RecommendationRow(Row):
    """One of the list; its button recommends it, unless that was done."""

    def __init__(self, one: Recommendation, given: str, interest: str, *, known: bool) -> None:
        detail = " · ".join(part for part in (_WORDS[one.kind](), ", ".join(one.interests), one.note) if part)
        fits = tr("fits {interest}").format(interest=interest) if interest else ""
        super().__init__(", ".join(part for part in (one.title, detail, fits, given) if part))
        self.one = one
        self.setToolTip(tr("Enter opens it"))
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(passive(ElidedLabel(one.title)))
        words.addWidget(passive(ElidedLabel(detail, Look.SECONDARY)))
        self.give_button = Button(tr("Recommend") if known else tr("Recommend to…"), parent=self, small=True)
        self.give_button.setAutoDefault(False)
        self.give_button.setAccessibleName(tr("Recommend {title}").format(title=one.title))
        self.give_button.setHidden(bool(given))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(7), px(8), px(7))
        row.setSpacing(px(10))
        row.addWidget(passive(Glyph(_ICONS[one.kind], Tone.TEXT, self)))
        row.addLayout(words, 1)
        if fits and not given:
            row.addWidget(passive(Chip(fits, Tone.GREEN)))
        if given:
            row.addWidget(passive(Label(given, Look.SECONDARY)))
        row.addWidget(self.give_button)


class RecommendationDialog(SmallDialog):
    """Kind, title, the interests it fits, and a note."""

    def __init__(self, shell: Shell, one: Recommendation | None, parent: QWidget) -> None:
        super().__init__(shell, tr("Recommendation"), may_delete=one is not None)
        self.setParent(parent, self.windowFlags())
        self._stored = one or Recommendation(RecommendationKind.BOOK, "")
        self.kind = QComboBox(self)
        for kind in RecommendationKind:
            self.kind.addItem(_WORDS[kind]().capitalize(), kind.value)
        self.kind.setCurrentIndex(tuple(RecommendationKind).index(self._stored.kind))
        self.title = QLineEdit(self._stored.title, self)
        self.interests = QLineEdit(", ".join(self._stored.interests), self)
        self.note = words_field(self, tr("Note"), self._stored.note)
        hint = tr("With a comma between them, as in people's files: history, sailing.")
        self.fields.addWidget(Field(tr("&Kind"), self.kind))
        self.fields.addWidget(Field(tr("&Title"), self.title))
        self.fields.addWidget(Field(tr("&Interests it fits"), self.interests, hint))
        self.fields.addWidget(self.note)
        self.title.setFocus()

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        one = replace(
            self._stored,
            kind=RecommendationKind(self.kind.currentData()),
            title=self.title.text(),
            interests=tuple(self.interests.text().split(",")),
            note=self.note.typed(),
        )
        mine = self.shell.core.recommendations
        kept(self.shell, tr("Recommendation kept."), lambda: mine.edit(one) if one.id else mine.add(one))

    def delete(self) -> None:
        """Gone with whom it was recommended to, until undone. Raises KnownError."""
        mine = self.shell.core.recommendations
        kept(self.shell, tr("Recommendation deleted."), lambda: mine.delete(self._stored.id))
