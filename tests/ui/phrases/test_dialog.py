"""The book of phrases: chosen, typed, saved, deleted, and read for a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.filling import BLANK
from relapp.domain.templates import TemplateKind
from tests.ui.doubles import ShellDouble
from ui.phrases.dialog import PhrasesDialog

LEFT = Qt.MouseButton.LeftButton
Book = Callable[..., PhrasesDialog]


@pytest.fixture
def opened() -> list[QUrl]:
    """The links that were handed to the system."""
    return []


@pytest.fixture
def book(qtbot: QtBot, shell: ShellDouble, opened: list[QUrl]) -> Book:
    def opener(url: QUrl) -> bool:
        opened.append(url)
        return True

    def open_book(person: int | None = None) -> PhrasesDialog:
        made = PhrasesDialog(shell, person, opener)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return open_book


def choose(book: PhrasesDialog, name: str) -> None:
    (item,) = book.names.findItems(name, Qt.MatchFlag.MatchExactly)
    book.names.setCurrentItem(item)


def test_the_sample_set_is_there_and_reads_for_a_person(book: Book, tom: int) -> None:
    shown = book(tom)
    choose(shown, "Birthday wishes")
    assert shown.form.template().kind is TemplateKind.BIRTHDAY
    assert shown.preview.text.toPlainText().startswith("Dear Tom,")
    assert BLANK in shown.preview.text.toPlainText()
    assert "what closes your e-mails" in shown.preview.missing.text()


def test_typing_is_shown_at_once_and_saved_with_the_next_choice(book: Book, core: Core, tom: int) -> None:
    shown = book(tom)
    choose(shown, "Birthday wishes")
    shown.form.text.setFocus()
    shown.form.text.selectAll()
    QTest.keyClicks(shown.form.text, "Cheers, {given_name}")
    assert shown.preview.text.toPlainText() == "Cheers, Tom"
    choose(shown, "Check in")
    assert core.phrases.get("Birthday wishes").text == "Cheers, {given_name}"
    assert shown.form.name.text() == "Check in"
    core.history.undo()
    assert core.phrases.get("Birthday wishes").text.startswith("Dear {given_name}")


def test_what_can_not_be_taken_stays_to_be_mended(book: Book, core: Core) -> None:
    shown = book()
    choose(shown, "Birthday wishes")
    shown.form.text.setPlainText("Dear {hat}")
    choose(shown, "Check in")
    assert "no field {hat}" in shown.errors.text()
    assert shown.names.currentItem().text() == "Birthday wishes"
    shown.accept()
    assert shown.isVisible()
    shown.form.text.setPlainText("Dear {name}")
    shown.accept()
    assert not shown.isVisible()
    assert core.phrases.get("Birthday wishes").text == "Dear {name}"


def test_what_can_not_be_taken_may_go_back_to_how_it_was(book: Book, core: Core) -> None:
    shown = book()
    choose(shown, "Birthday wishes")
    shown.form.text.setPlainText("Dear {hat}")
    shown.reject()
    assert shown.isVisible()
    QTest.mouseClick(shown.discard_button, LEFT)
    assert shown.form.template().text == core.phrases.get("Birthday wishes").text
    shown.reject()
    assert not shown.isVisible()


def test_a_new_one_is_named_by_typing_and_deleted_again(book: Book, core: Core, shell: ShellDouble) -> None:
    shown = book()
    QTest.mouseClick(shown.add_button, LEFT)
    assert (shown.form.template().text, shown.form.template().subject) == ("Dear {given_name},", "")
    QTest.keyClicks(shown.form.name, "After the fair")
    shown.form.insert("opener")
    assert shown.save()
    assert "{opener}" in core.phrases.get("After the fair").text
    QTest.mouseClick(shown.delete_button, LEFT)
    assert "After the fair" not in [one.name for one in core.phrases.all()]
    assert shell.said[-1][1]


def test_a_deleted_sample_is_brought_back(book: Book, core: Core) -> None:
    shown = book()
    choose(shown, "Check in")
    assert not shown.samples_button.isVisible()
    QTest.mouseClick(shown.delete_button, LEFT)
    QTest.mouseClick(shown.samples_button, LEFT)
    assert core.phrases.get("Check in")
    assert not shown.samples_button.isVisible()


def test_it_goes_to_the_mail_program_or_the_clipboard(book: Book, tom: int, opened: list[QUrl]) -> None:
    shown = book(tom)
    choose(shown, "Not a service of mine")
    QTest.mouseClick(shown.preview.mail, LEFT)
    assert opened[0].toString().startswith("mailto:tom@keller-werk.example?subject=Your")
    QTest.mouseClick(shown.preview.copy, LEFT)
    assert QGuiApplication.clipboard().text() == shown.preview.text.toPlainText()


def test_without_a_person_it_asks_for_one(book: Book, marta: int) -> None:
    shown = book()
    assert not shown.preview.copy.isEnabled()
    picker = shown.preview.ask_whom()
    QTest.keyClicks(picker.line, "marta")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert shown.preview.whom.text() == "Marta Oduya"
    assert not shown.preview.mail.isEnabled()
