"""The pages of the edit dialog, each typed into by keyboard and mouse: names, addresses, work, tags, relations."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.file import Related
from relapp.domain.people import Address, Channel, Permission, PersonName, PointKind, Tier
from relapp.domain.relations import RelationKind
from tests.ui.people.hands import Open, retype, save
from tests.ui.people.picking import pick_first
from ui.people.edit_dialog import EditDialog
from ui.people.editing.point_row import AddressRow, PointRow
from ui.people.editing.relations_page import RelationRow
from ui.people.editing.work_page import PositionRow

Key, Ctrl, Alt, Left = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.MouseButton.LeftButton,
)


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
    dialog.show_page(dialog.hours)
    retype(dialog.hours.zone.line, typed)
    dialog.show_page(dialog.about)
    retype(dialog.about.language.line, "Swedish")
    save(dialog)
    person = core.people.get(tom)
    assert (person.time_zone, person.language) == (zone, "sv")
