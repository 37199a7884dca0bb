"""Birthday and anniversary, what somebody speaks, and the note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from relapp.domain.drafts import PersonDraft
from relapp.domain.typed_dates import typed
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.completion import complete
from ui.people.editing.choice import OpenChoice
from ui.people.editing.page import EditPage, side_by_side
from ui.people.editing.wrong import typed_date
from ui.people.languages import language_tag, language_word, offered_languages
from ui.widgets.line_field import Field


class AboutPage(EditPage):
    """Dates are typed as they are said; a year may be unknown."""

    def __init__(self, draft: PersonDraft, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Dates and note"), "cake", parent)
        self._today = today
        self._language = draft.language
        self.birthday = QLineEdit(typed(draft.birthday, None), self)
        self.birthday.setPlaceholderText(tr("4 June 1978, 4 June"))
        self.anniversary = QLineEdit(typed(draft.anniversary, None), self)
        self.anniversary.setPlaceholderText(tr("19 March 2019"))
        words = offered_languages()
        self.language = OpenChoice(tr("Language"), words, language_word(draft.language), self)
        complete(self.language.line, words)
        self.note = QPlainTextEdit(draft.note, self)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(px(120))
        self._build_layout()
        self.watch(self.birthday, self.anniversary, self.language, self.note)

    def _build_layout(self) -> None:
        self.column.addLayout(
            side_by_side(Field(tr("Birthday"), self.birthday), Field(tr("Anniversary"), self.anniversary))
        )
        language = Field(tr("Language"), self.language, tr("What to write to them in."))
        self.column.addLayout(side_by_side(language, QWidget(self)))
        self.column.addWidget(Field(tr("Note"), self.note))

    def apply(self, draft: PersonDraft) -> PersonDraft:
        note = self.note.toPlainText() if self.note.document().isModified() else draft.note
        shown = language_word(self._language)
        typed_language = self.language.text()
        return replace(
            draft,
            birthday=typed_date(self.birthday, self._today),
            anniversary=typed_date(self.anniversary, self._today),
            language=self._language if typed_language == shown else language_tag(typed_language),
            note=note,
        )
