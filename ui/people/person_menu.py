"""What "⋯" in the head of a personal file offers: all that the list offers, and what concerns one person only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout

from relapp.domain.directory import Scope
from relapp.domain.drafts import PersonDraft
from relapp.domain.file import PersonalFile
from relapp.domain.people import PointKind
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.actions import fill_menu
from ui.people.business_acts import fill_add_menu
from ui.people.occasions_card import OccasionDialog
from ui.people.rate_dialog import RateDialog
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import Field


def fill_person_menu(menu: QMenu, shell: Shell, file: PersonalFile, edit: Callable[[], object]) -> None:
    """The actions for this person."""
    person = file.person
    if person.trashed is None:
        menu.addAction(tr("Edit…"), edit).setShortcut("F2")
        menu.addAction(tr("Follow up…"), lambda: shell.plan_follow_up(person.id))
        menu.addAction(tr("Brief before a call"), lambda: shell.show_brief(person.id)).setShortcut("F4")
        menu.addAction(tr("Write from a phrase…"), lambda: shell.open_phrases(person.id))
        menu.addAction(tr("Add a renewal…"), lambda: OccasionDialog(shell, None, person.id).open())
        fill_add_menu(menu.addMenu(tr("Add to business")), shell, person.id)
        menu.addAction(tr("How do you stand with them…"), lambda: RateDialog(shell, person.id).open())
        menu.addAction(tr("Why did they go quiet…"), lambda: shell.win_back(person.id))
        menu.addAction(tr("Do not contact before…"), lambda: HoldDialog(shell, file).open())
        if person.hold_until is not None:
            menu.addAction(tr("Contact again at any time"), lambda: _hold(shell, file, None))
        deceased = menu.addAction(tr("Deceased"))
        deceased.setCheckable(True)
        deceased.setChecked(person.deceased)
        deceased.triggered.connect(lambda dead: _set_deceased(shell, file, dead))
        menu.addSeparator()
        _add_copies(menu, shell, file)
        menu.addAction(tr("Save as vCard…"), lambda: save_card(shell, file))
        menu.addSeparator()
    scope = Scope.TRASHED if person.trashed else Scope.ARCHIVED if person.archived else Scope.ACTIVE
    fill_menu(menu, shell, [person.id], scope)


def _add_copies(menu: QMenu, shell: Shell, file: PersonalFile) -> None:
    words = {PointKind.EMAIL: tr("Copy e-mail"), PointKind.PHONE: tr("Copy phone")}
    for kind, word in words.items():
        values = [point.value for point in file.points if point.kind is kind]
        if values:
            menu.addAction(word, partial(copy_text, shell, values[0]))
    menu.addAction(
        tr("Copy when I can be reached"), lambda: copy_text(shell, shell.core.hours.sentence(file.person.id))
    )


def copy_text(shell: Shell, text: str) -> None:
    """To the clipboard, and says so."""
    QGuiApplication.clipboard().setText(text)
    shell.say(tr("Copied: {text}").format(text=text))


def _hold(shell: Shell, file: PersonalFile, until: date | None) -> None:
    shell.attempt(lambda: shell.core.people.hold(file.person.id, until))


def _set_deceased(shell: Shell, file: PersonalFile, deceased: bool) -> None:
    draft = replace(PersonDraft.of(file), deceased=deceased)
    shell.attempt(lambda: shell.core.people.save(file.person.id, draft))


def save_card(shell: Shell, file: PersonalFile) -> QFileDialog:
    """Asks where to, then writes the person as a vCard."""
    dialog = QFileDialog(shell.as_widget(), tr("Save as vCard"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Address books") + " (*.vcf)"])
    dialog.setDefaultSuffix("vcf")
    dialog.selectFile("".join(sign for sign in file.shown if sign.isalnum() or sign in " -") + ".vcf")
    dialog.fileSelected.connect(lambda name: _write_card(shell, file, Path(name)))
    dialog.open()
    return dialog


def _write_card(shell: Shell, file: PersonalFile, target: Path) -> None:
    exports = shell.core.exports
    if shell.attempt(lambda: exports.save(exports.people_vcard([file.person.id]), target)):
        shell.say(tr("{name} saved as {file}.").format(name=file.shown, file=target.name))


class HoldDialog(QDialog):
    """Asks for the day before which a person isn't to be contacted."""

    def __init__(self, shell: Shell, file: PersonalFile) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(file.shown)
        self._shell = shell
        self._file = file
        today = shell.core.desk.today()
        until = file.person.hold_until or today
        self.day = DateEdit(QDate(until.year, until.month, until.day), self)
        self.day.setMinimumDate(QDate(today.year, today.month, today.day))
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self)
        self._build_layout()

    def _build_layout(self) -> None:
        cancel = Button(tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.save_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(14))
        rows.addWidget(Field(tr("Do not contact before"), self.day))
        rows.addLayout(foot)
        self.setMinimumWidth(px(300))
        self.day.setFocus()

    def save(self) -> None:
        """Sets the day; one change that can be undone."""
        day = self.day.date()
        _hold(self._shell, self._file, date(day.year(), day.month(), day.day()))
        self.accept()
