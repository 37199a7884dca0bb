"""Everything about a person, typed into the dialog by keyboard and mouse: saved as one change, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.file import Related
from relapp.domain.people import Address, Channel, ContactPoint, Permission, PersonName, PointKind, Position, Tier
from relapp.domain.relations import RelationKind
from tests.ui.people.hands import Open, retype, save
from ui.people.edit_dialog import EditDialog
from ui.people.editing.point_row import PointRow
from ui.people.editing.rows import Rows

Key, Ctrl, Alt, Left = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.MouseButton.LeftButton,
)


def test_nothing_touched_changes_nothing(dialog: EditDialog, core: Core) -> None:
    before = core.history.list()
    save(dialog)
    assert not dialog.isVisible()
    assert core.history.list() == before


def test_what_was_put_back_as_it_was_is_no_change(open_dialog: Open, core: Core, tom: int) -> None:
    draft = PersonDraft.of(core.people.file(tom))
    home = ContactPoint(PointKind.ADDRESS, address=Address(city="Drammen"))  # on the page it stands after the phones
    core.people.save(tom, replace(draft, points=(home, *draft.points)))
    before = core.history.list()
    dialog = open_dialog(tom)
    row = dialog.reach.rows[PointKind.PHONE].rows()[0]
    assert isinstance(row, PointRow)
    kept = row.text.text()
    retype(row.text, "+1 555")
    retype(row.text, kept)
    retype(dialog.name.full, "Tim Keller")
    retype(dialog.name.full, "Tom Keller")
    save(dialog)
    assert not dialog.isVisible()
    assert core.history.list() == before


def test_a_whole_file_goes_through_the_dialog_unchanged(open_dialog: Open, core: Core, tom: int, marta: int) -> None:
    address = Address(street="Hallveien 12\nBack yard", city="Drammen", country="Norway")
    draft = PersonDraft(
        PersonName("Tom Keller", given="Thomas", family="Keller", nickname="Tommy", spoken="KELL-er", sort="Keller"),
        points=(
            ContactPoint(PointKind.EMAIL, "not an e-mail", "work"),
            ContactPoint(PointKind.ADDRESS, label="home", address=address),
        ),
        positions=(Position("Keller Werk", "COO", "Board", PartialDate(2021), None, True),),
        permissions={Channel.MESSAGE: Permission.NOT_ALLOWED},
        tags=("Nordics",),
        relations=(Related(RelationKind.MENTOR, "Marta Oduya", marta), Related(RelationKind.PARTNER, "Silje")),
        birthday=PartialDate(None, 2, 29),
        anniversary=PartialDate(2019, 3, 19),
        note="two\nlines",
        time_zone="America/Argentina/Buenos_Aires",
        language="x-elvish",
        tier=Tier.B,
        cadence_days=17,
        hold_until=date(2026, 4, 1),
    )
    core.people.save(tom, draft)
    before = PersonDraft.of(core.people.file(tom))
    made = open_dialog(tom)
    for page in made.pages:
        page.touch()
    save(made)
    assert PersonDraft.of(core.people.file(tom)) == before


def test_everything_is_saved_as_one_change(dialog: EditDialog, core: Core, tom: int) -> None:
    before = PersonDraft.of(core.people.file(tom))
    retype(dialog.name.nickname, "Tommy")
    dialog.show_page(dialog.client)
    QTest.keyClicks(dialog.client.tags.line, "Nordics")
    QTest.keyClick(dialog.client.tags.line, Key.Key_Return)
    dialog.show_page(dialog.about)
    retype(dialog.about.birthday, "4 June 1978")
    QTest.keyClick(dialog.about.birthday, Key.Key_Return, Ctrl)
    assert not dialog.isVisible()
    file = core.people.file(tom)
    assert (file.person.name.nickname, file.tags, file.person.birthday) == (
        "Tommy", ("Nordics",), PartialDate(1978, 6, 4),
    )  # fmt: skip
    core.history.undo()
    assert PersonDraft.of(core.people.file(tom)) == before


def test_what_is_no_e_mail_is_said_where_it_stands(dialog: EditDialog, core: Core) -> None:
    before = core.history.list()
    dialog.show_page(dialog.reach)
    row = dialog.reach.rows[PointKind.EMAIL].rows()[0]
    assert isinstance(row, PointRow)
    retype(row.text, "tom")
    dialog.show_page(dialog.work)
    save(dialog)
    assert dialog.isVisible()
    assert dialog.stack.currentWidget() is dialog.reach
    assert row.text.hasFocus()
    assert "“tom” is no e-mail address" in row.error()
    assert core.history.list() == before
    QTest.keyClicks(row.text, "@keller.example")
    assert row.error() == ""


def test_what_is_no_date_is_said_below_its_field(dialog: EditDialog) -> None:
    dialog.show_page(dialog.about)
    retype(dialog.about.birthday, "in spring")
    save(dialog)
    assert dialog.isVisible()
    assert "is no date" in dialog.about.birthday.accessibleDescription()


def test_escape_asks_once_whether_to_keep_what_was_typed(
    dialog: EditDialog, core: Core, tom: int, qtbot: QtBot
) -> None:
    retype(dialog.name.full, "Tom Kellermann")
    QTest.keyClick(dialog.name.full, Key.Key_Escape)
    box = _question(dialog, qtbot)
    assert dialog.isVisible()
    QTest.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert dialog.isVisible()
    QTest.keyClick(dialog.name.full, Key.Key_Escape)
    discard = next(one for one in _question(dialog, qtbot).buttons() if one.text() == "Discard")
    QTest.mouseClick(discard, Left)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert core.people.name(tom) == "Tom Keller"


def _question(dialog: EditDialog, qtbot: QtBot) -> QMessageBox:
    def shown() -> list[QMessageBox]:
        return [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def test_escape_without_changes_just_leaves(dialog: EditDialog) -> None:
    QTest.keyClick(dialog.name.full, Key.Key_Escape)
    assert not dialog.isVisible()


def test_keys_turn_the_pages(dialog: EditDialog) -> None:
    QTest.keyClick(dialog.name.full, Key.Key_PageDown, Ctrl)
    assert dialog.stack.currentWidget() is dialog.reach
    QTest.keyClick(dialog, Key.Key_PageUp, Ctrl)
    QTest.keyClick(dialog, Key.Key_PageUp, Ctrl)
    assert dialog.stack.currentWidget() is dialog.about


def test_each_part_that_takes_the_keyboard_says_what_it_is(dialog: EditDialog, qtbot: QtBot) -> None:
    for page in dialog.pages:
        dialog.show_page(page)
        for rows in page.findChildren(QPushButton):
            if rows.text().startswith("Add"):
                QTest.mouseClick(rows, Left)
        first = QApplication.focusWidget()
        assert first is not None
        for _ in range(60):
            focus = QApplication.focusWidget()
            assert focus is not None
            assert focus.accessibleName() or isinstance(focus, QCheckBox), focus
            QTest.keyClick(focus, Key.Key_Tab)


def by_tab(dialog: EditDialog, times: int) -> list[QWidget]:
    """Who has the keyboard after each Tab."""
    found = []
    for _ in range(times):
        QTest.keyClick(dialog.focusWidget(), Key.Key_Tab)
        found.append(dialog.focusWidget())
    return found


def test_tab_goes_through_a_page_as_it_is_read_and_then_to_the_buttons(dialog: EditDialog) -> None:
    dialog.contents.setFocus()
    name, photo = dialog.name, dialog.photo
    expected = [name.full, name.nickname, name.spoken, name.unfold, photo.choose, photo.paste]
    assert by_tab(dialog, 8) == [*expected, dialog.cancel_button, dialog.save_button]


def test_tab_goes_through_an_added_row_before_the_button_that_adds(dialog: EditDialog, qtbot: QtBot) -> None:
    dialog.show_page(dialog.work)
    rows = dialog.work.findChildren(Rows)[0]
    rows.add_button.click()
    added = rows.rows()[-1].parentWidget()
    assert added is not None
    qtbot.waitUntil(lambda: added.isAncestorOf(dialog.focusWidget()))
    through = by_tab(dialog, 12)
    left = next(at for at, one in enumerate(through) if not added.isAncestorOf(one))
    assert through[left:][:3] == [rows.add_button, dialog.cancel_button, dialog.save_button]
