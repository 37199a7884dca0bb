"""Everything about a person, typed into the dialog by keyboard and mouse: saved as one change, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.file import Related
from relapp.domain.people import Address, Channel, ContactPoint, Permission, PersonName, PointKind, Position, Tier
from relapp.domain.relations import RelationKind
from tests.ui.doubles import ShellDouble
from tests.ui.people.picking import pick_first
from ui.people.edit_dialog import EditDialog
from ui.people.editing.point_row import AddressRow, PointRow
from ui.people.editing.relations_page import RelationRow
from ui.people.editing.rows import Rows
from ui.people.editing.work_page import PositionRow

Key, Ctrl, Alt, Left = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.MouseButton.LeftButton,
)
Open = Callable[[int], EditDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, shell: ShellDouble) -> Iterator[Open]:
    """Opens the dialog of a person and closes it in the end."""
    shell.window.show()
    made: list[EditDialog] = []

    def opened(person: int) -> EditDialog:
        dialog = EditDialog(shell, person)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        made.append(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield opened
    for dialog in made:
        dialog.done(0)


@pytest.fixture
def dialog(open_dialog: Open, tom: int) -> EditDialog:
    return open_dialog(tom)


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClicks(field, text)


def save(dialog: EditDialog) -> None:
    QTest.mouseClick(dialog.save_button, Left)


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


def test_a_name_and_its_parts_follow_each_other(dialog: EditDialog, core: Core, tom: int) -> None:
    retype(dialog.name.full, "Dr. Thomas van der Berg")
    assert dialog.name.parts["family"].text() == "van der Berg"
    QTest.mouseClick(dialog.name.unfold, Left)
    retype(dialog.name.parts["given"], "Theo")
    assert dialog.name.full.text() == "Dr. Theo van der Berg"
    retype(dialog.name.nickname, "Teddy")
    save(dialog)
    name = core.people.get(tom).name
    assert (name.full, name.given, name.family, name.nickname) == (
        "Dr. Theo van der Berg",
        "Theo",
        "van der Berg",
        "Teddy",
    )


def test_parts_that_say_something_else_are_left_alone(open_dialog: Open, core: Core, tom: int) -> None:
    core.people.save(tom, PersonDraft(PersonName("Bob Dylan", given="Robert", family="Zimmerman")))
    made = open_dialog(tom)
    retype(made.name.full, "Bobby Dylan")
    save(made)
    name = core.people.get(tom).name
    assert (name.full, name.given, name.family) == ("Bobby Dylan", "Robert", "Zimmerman")


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


def test_a_phone_is_added_put_first_and_restricted(dialog: EditDialog, core: Core, tom: int, qtbot: QtBot) -> None:
    dialog.show_page(dialog.reach)
    phones = dialog.reach.rows[PointKind.PHONE]
    QTest.mouseClick(phones.add_button, Left)
    row = phones.rows()[1]
    assert isinstance(row, PointRow)
    qtbot.waitUntil(row.text.hasFocus)
    QTest.keyClicks(row.text, "+47 900 00 000")
    retype(row.label.line, "boat")
    row.permission.setFocus()
    QTest.keyClicks(row.permission, "urgent")
    row.text.setFocus()
    QTest.keyClick(row.text, Key.Key_Up, Alt)
    save(dialog)
    found = [point for point in core.people.file(tom).points if point.kind is PointKind.PHONE]
    assert [(one.value, one.label, one.permission) for one in found] == [
        ("+47 900 00 000", "boat", Permission.URGENT_ONLY),
        ("+4722123456", "", Permission.ALLOWED),
    ]


def test_an_emptied_or_removed_address_goes(dialog: EditDialog, core: Core, tom: int) -> None:
    dialog.show_page(dialog.reach)
    mail = dialog.reach.rows[PointKind.EMAIL].rows()[0]
    assert isinstance(mail, PointRow)
    retype(mail.text, "  ")
    frame = dialog.reach.rows[PointKind.PHONE]
    remove = [button for button in frame.findChildren(QPushButton) if button.accessibleName() == "Remove"]
    QTest.mouseClick(remove[0], Left)
    save(dialog)
    assert core.people.file(tom).points == ()


def test_a_postal_address_is_typed_in_parts(dialog: EditDialog, core: Core, tom: int) -> None:
    dialog.show_page(dialog.reach)
    addresses = dialog.reach.rows[PointKind.ADDRESS]
    QTest.mouseClick(addresses.add_button, Left)
    row = addresses.rows()[0]
    assert isinstance(row, AddressRow)
    retype(row.parts["street"], "Hallveien 12")
    retype(row.parts["city"], "Drammen")
    save(dialog)
    found = [point.address for point in core.people.file(tom).points if point.kind is PointKind.ADDRESS]
    assert found == [Address(street="Hallveien 12", city="Drammen")]


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


def test_a_channel_is_closed(dialog: EditDialog, core: Core, tom: int) -> None:
    dialog.show_page(dialog.reach)
    choice = dialog.reach.channels[Channel.CALL]
    choice.setFocus()
    QTest.keyClicks(choice, "not")
    save(dialog)
    assert core.people.file(tom).permissions == {Channel.CALL: Permission.NOT_ALLOWED}


def test_a_position_is_left_when_its_end_is_past(dialog: EditDialog, core: Core, tom: int) -> None:
    dialog.show_page(dialog.work)
    row = dialog.work.rows.rows()[0]
    assert isinstance(row, PositionRow)
    retype(row.since, "March 2015")
    retype(row.until, "2021")
    save(dialog)
    found = core.people.file(tom).positions[0]
    assert (found.since, found.until, found.past) == (PartialDate(2015, 3), PartialDate(2021), True)


def test_a_position_that_ends_before_it_begins_is_refused(dialog: EditDialog) -> None:
    dialog.show_page(dialog.work)
    row = dialog.work.rows.rows()[0]
    assert isinstance(row, PositionRow)
    retype(row.since, "2021")
    retype(row.until, "2015")
    save(dialog)
    assert row.error() == "It ends before it begins."


def test_tags_are_added_by_enter_and_removed_by_their_cross(open_dialog: Open, core: Core, tom: int) -> None:
    core.people.tag([tom], "Nordics")
    made = open_dialog(tom)
    made.show_page(made.client)
    tags = made.client.tags
    QTest.keyClicks(tags.line, "nordics")
    QTest.keyClick(tags.line, Key.Key_Return)
    QTest.keyClicks(tags.line, "cello,")
    assert made.isVisible()
    assert tags.tags() == ("Nordics", "cello")
    QTest.keyClicks(tags.line, "still typed")
    save(made)
    assert set(core.people.file(tom).tags) == {"Nordics", "cello", "still typed"}


def test_tier_own_cadence_and_hold_are_set(dialog: EditDialog, core: Core, tom: int) -> None:
    dialog.show_page(dialog.client)
    client = dialog.client
    client.tier.setFocus()
    QTest.keyClicks(client.tier, "B")
    client.cadence.setFocus()
    client.cadence.selectAll()
    QTest.keyClicks(client.cadence, "45")
    QTest.keyClick(client.hold, Key.Key_Space)
    save(dialog)
    person = core.people.get(tom)
    assert (person.tier, person.cadence_days, person.hold_until) == (Tier.B, 45, date(2026, 3, 12))


def test_a_relation_finds_the_person_by_a_few_letters(
    dialog: EditDialog, core: Core, tom: int, marta: int, qtbot: QtBot
) -> None:
    dialog.show_page(dialog.relations)
    QTest.mouseClick(dialog.relations.rows.add_button, Left)
    row = dialog.relations.rows.rows()[0]
    assert isinstance(row, RelationRow)
    qtbot.waitUntil(row.name.hasFocus)
    QTest.keyClicks(row.name, "odu")
    pick_first(qtbot, row.name)
    qtbot.waitUntil(lambda: row.name.text() == "Marta Oduya")
    assert row.other == marta
    row.kind.choose(RelationKind.MENTOR)
    save(dialog)
    assert [(one.kind, one.other) for one in core.people.file(tom).relations] == [("mentor", marta)]
    assert [(one.kind, one.other) for one in core.people.file(marta).relations] == [("mentee", tom)]


def test_a_relation_to_a_mere_name_stays_a_name(dialog: EditDialog, core: Core, tom: int) -> None:
    dialog.show_page(dialog.relations)
    QTest.mouseClick(dialog.relations.rows.add_button, Left)
    row = dialog.relations.rows.rows()[0]
    assert isinstance(row, RelationRow)
    retype(row.name, "Silje")
    save(dialog)
    assert [(one.kind, one.name, one.other) for one in core.people.file(tom).relations] == [("partner", "Silje", 0)]


def test_a_relation_kept_in_the_others_file_can_be_changed_from_here(
    open_dialog: Open, core: Core, tom: int, marta: int
) -> None:
    core.people.save(marta, PersonDraft(PersonName("Marta Oduya"), relations=(Related("child", "Tom Keller", tom),)))
    made = open_dialog(tom)
    made.show_page(made.relations)
    row = made.relations.rows.rows()[0]
    assert isinstance(row, RelationRow)
    assert row.kind.chosen() is RelationKind.PARENT
    row.kind.choose(RelationKind.COLLEAGUE)
    save(made)
    assert [(one.kind, one.other) for one in core.people.file(marta).relations] == [("colleague", tom)]


@pytest.mark.parametrize(
    ("typed", "zone"), [("Europe/Oslo", "Europe/Oslo"), ("new york", "America/New_York"), ("", "")]
)
def test_a_zone_is_found_by_its_town(dialog: EditDialog, core: Core, tom: int, typed: str, zone: str) -> None:
    dialog.show_page(dialog.about)
    retype(dialog.about.zone.line, typed)
    retype(dialog.about.language.line, "Swedish")
    save(dialog)
    person = core.people.get(tom)
    assert (person.time_zone, person.language) == (zone, "sv")


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
