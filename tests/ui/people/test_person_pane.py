"""One person beside the list: the head in words, the ways to reach them, and what a change does to what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.facts import Fact, Section
from relapp.domain.file import Related
from relapp.domain.people import Channel, ContactPoint, Permission, PointKind, Position, Stage
from relapp.domain.timeline import NewEntry
from tests.ui.doubles import ShellDouble, StandingClock
from ui.people.fact_editor import FactEditor
from ui.people.header import Header
from ui.people.person_menu import HoldDialog, fill_person_menu
from ui.people.person_pane import PersonPane
from ui.widgets.chip import Chip

Left = Qt.MouseButton.LeftButton


class Opened(QObject):
    """Stands in for the system's programs: keeps what they were asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def handed(qapp: object) -> Iterator[Opened]:
    """What was handed over to the system."""
    made = Opened()
    for scheme in ("tel", "mailto", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "take")  # type: ignore[arg-type]  # the stub wants bytes, Qt does not
    yield made
    for scheme in ("tel", "mailto", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def pane(qtbot: QtBot, shell: ShellDouble, tom: int) -> PersonPane:
    made = PersonPane(shell)
    qtbot.addWidget(made)
    made.resize(880, 800)
    made.show_person(tom)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def edit(core: Core, person: int, **changes: object) -> None:
    core.people.save(person, replace(PersonDraft.of(core.people.file(person)), **changes))  # type: ignore[arg-type]


def chips(header: Header) -> list[str]:
    """The words of the chips in the order they stand."""
    row = header.findChildren(Chip)[0].parentWidget()
    layout = row.layout() if row is not None else None
    assert layout is not None
    items = [layout.itemAt(at) for at in range(layout.count())]
    found = [item.widget() for item in items if item is not None]
    return [chip.text() for chip in found if isinstance(chip, Chip) and not chip.isHidden()]


def actions(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isEnabled() and action.text()]


# --- the head


def test_the_head_says_who_it_is_and_how_it_stands(pane: PersonPane, core: Core, tom: int) -> None:
    positions = (
        Position("Keller Werk", "COO", since=PartialDate(2021)),
        Position("Northgate", "Plant manager", past=True),
    )
    edit(core, tom, positions=positions, stage=Stage.ACTIVE, tags=("Nordics",), time_zone="Europe/Helsinki")
    header = pane.header
    assert header.name.text() == "Tom Keller"
    assert header.positions.text() == "COO at Keller Werk since 2021 · before: Northgate"
    assert header.ring.accessibleName() == "10 of 30 days"
    assert chips(header) == ["A client", "active", "Nordics", "11:12 in Helsinki · call or e-mail"]


def test_the_local_time_goes_on_with_the_minute(
    pane: PersonPane, core: Core, tom: int, clock: StandingClock, shell: ShellDouble
) -> None:
    edit(core, tom, time_zone="America/New_York")
    assert "05:12 in New York" in chips(pane.header)[-1]
    clock.at += timedelta(minutes=1)
    shell.bus.minute_passed.emit()
    assert "05:13 in New York" in chips(pane.header)[-1]


def test_what_stops_contact_is_said(pane: PersonPane, core: Core, tom: int) -> None:
    edit(core, tom, archived=True, deceased=True, hold_until=date(2026, 4, 1))
    core.people.trash([tom])
    assert chips(pane.header)[:3] == ["in the trash", "deceased", "archived"]
    assert "no contact before 1 April 2026" in chips(pane.header)
    assert pane.header.ring.isHidden()


def test_nickname_and_how_to_say_it_stand_beside_the_name(pane: PersonPane, core: Core, tom: int) -> None:
    assert pane.header.spoken.isHidden()
    name = replace(core.people.get(tom).name, nickname="Tommy", spoken="KELL-er")
    edit(core, tom, name=name)
    assert pane.header.spoken.text() == "“Tommy” · KELL-er"


def test_no_minute_keeps_the_time_of_somebody_else(pane: PersonPane, core: Core, marta: int) -> None:
    pane.show_person(marta)
    assert chips(pane.header) == []
    assert pane.header.call.isHidden()


# --- reaching them


def test_one_number_is_called_and_one_address_written_to(pane: PersonPane, handed: Opened) -> None:
    QTest.mouseClick(pane.header.call, Left)
    QTest.mouseClick(pane.header.mail, Left)
    assert handed.urls == ["tel:+4722123456", "mailto:tom@keller-werk.example"]


def test_several_numbers_are_offered_with_what_they_may_be_used_for(
    pane: PersonPane, core: Core, tom: int, handed: Opened
) -> None:
    points = (
        ContactPoint(PointKind.PHONE, "+47 1", "mobile", Permission.URGENT_ONLY),
        ContactPoint(PointKind.PHONE, "+47 2", "home", Permission.NOT_ALLOWED),
    )
    edit(core, tom, points=points)
    menu = pane.header.call.menu_of_ways()
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [
        ("+47 1 · mobile · urgent only", True),
        ("+47 2 · home · not allowed", False),
    ]
    menu.actions()[0].trigger()
    assert handed.urls == ["tel:+471"]


def test_a_channel_that_is_not_allowed_is_closed_and_says_why(
    pane: PersonPane, core: Core, tom: int, handed: Opened
) -> None:
    edit(core, tom, permissions={Channel.CALL: Permission.NOT_ALLOWED})
    assert not pane.header.call.isEnabled()
    assert pane.header.call.toolTip() == "Call: not allowed"
    QTest.mouseClick(pane.header.call, Left)
    assert handed.urls == []
    assert [(row.label, row.text) for row in pane.file.cards[Section.REACH].lines()] == [
        ("E-mail", "tom@keller-werk.example"),
        ("Phone", "+4722123456 · not allowed"),
        ("Not by", "call"),
        ("Tell them", core.hours.sentence(tom)),
    ]


def test_a_link_is_opened_by_a_click(pane: PersonPane, core: Core, tom: int, handed: Opened) -> None:
    edit(core, tom, points=(ContactPoint(PointKind.URL, "keller-werk.example", "website"),))
    edit(core, tom, points=(ContactPoint(PointKind.URL, "https://keller-werk.example", "website"),))
    row = pane.file.cards[Section.REACH].lines()[0]
    assert row.label == "Website"
    QTest.mouseClick(row, Left)
    assert handed.urls == ["https://keller-werk.example"]


def test_a_relation_leads_to_the_other_file(
    pane: PersonPane, core: Core, tom: int, marta: int, shell: ShellDouble
) -> None:
    edit(core, tom, relations=(Related("introduced_by", "", marta), Related("partner", "Silje")))
    partner = pane.file.cards[Section.FAMILY].lines()[0]
    friend = pane.file.cards[Section.WORK].lines()[0]
    assert (partner.label, partner.text) == ("Partner", "Silje")
    QTest.mouseClick(partner, Left)
    friend.setFocus()
    QTest.keyClick(friend, Qt.Key.Key_Return)
    assert shell.persons == [marta]


def test_a_birthday_tells_the_age(pane: PersonPane, core: Core, tom: int) -> None:
    edit(core, tom, birthday=PartialDate(1978, 6, 4), anniversary=PartialDate(2019, 3, 19))
    assert [(row.label, row.text) for row in pane.file.cards[Section.MILESTONES].lines()] == [
        ("Birthday", "4 June 1978 · 47"),
        ("Anniversary", "19 March 2019 · 7 years next week"),
    ]


# --- what the dots offer


def test_the_dots_offer_what_concerns_one_person(pane: PersonPane, core: Core, tom: int, shell: ShellDouble) -> None:
    menu = QMenu()
    fill_person_menu(menu, shell, core.people.file(tom), pane.edit)
    said = actions(menu)
    assert said[:2] == ["Edit…", "Follow up…"]
    for wanted in ("Do not contact before…", "Deceased", "Copy e-mail", "Copy phone", "Copy when I can be reached"):
        assert wanted in said
    for wanted in ("Save as vCard…", "Export notes…", "Archive", "Delete"):
        assert wanted in said
    next(one for one in menu.actions() if one.text() == "Copy phone").trigger()
    assert QGuiApplication.clipboard().text() == "+4722123456"
    next(one for one in menu.actions() if one.text() == "Deceased").trigger()
    assert core.people.get(tom).deceased
    core.history.undo()
    assert not core.people.get(tom).deceased


def test_in_the_trash_there_are_two_ways_only(core: Core, tom: int, shell: ShellDouble) -> None:
    core.people.trash([tom])
    menu = QMenu()
    fill_person_menu(menu, shell, core.people.file(tom), lambda: None)
    assert actions(menu) == ["Restore", "Delete for good"]


def test_a_day_is_set_before_which_nobody_calls(core: Core, tom: int, shell: ShellDouble, qtbot: QtBot) -> None:
    dialog = HoldDialog(shell, core.people.file(tom))
    dialog.open()
    dialog.day.setDate(dialog.day.date().addDays(20))
    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.save_button, Left)
    assert core.people.get(tom).hold_until == date(2026, 4, 1)
    menu = QMenu()
    fill_person_menu(menu, shell, core.people.file(tom), lambda: None)
    next(one for one in menu.actions() if one.text() == "Contact again at any time").trigger()
    assert core.people.get(tom).hold_until is None


# --- keeping up


def test_a_change_elsewhere_is_seen(pane: PersonPane, core: Core, tom: int, clock: StandingClock) -> None:
    core.entries.log(NewEntry("lunch", clock.at - timedelta(days=2), (tom,), "With Silje."))
    assert pane.header.ring.accessibleName() == "2 of 30 days"


def open_editor(pane: PersonPane) -> FactEditor:
    found = [one for one in pane.findChildren(FactEditor) if not one.isHidden()]
    assert len(found) == 1
    return found[0]


def test_typing_is_saved_when_somebody_else_is_shown(pane: PersonPane, core: Core, tom: int, marta: int) -> None:
    core.facts.add(Fact(0, tom, Section.FAMILY, "Pets", "Bruno"))
    card = pane.file.cards[Section.FAMILY]
    QTest.mouseClick(card.rows()[0], Left)
    QTest.keyClicks(open_editor(pane).text, "Bruno, a very old beagle")
    pane.show_person(marta)
    assert [fact.text for fact in core.people.file(tom).facts] == ["Bruno, a very old beagle"]
    assert core.people.file(marta).facts == ()
    assert card.isHidden()


def test_a_new_line_is_saved_when_somebody_else_is_shown(pane: PersonPane, core: Core, tom: int, marta: int) -> None:
    pane.file.cards[Section.TRAVEL].add_fact()
    editor = open_editor(pane)
    QTest.keyClicks(editor.label, "Norway")
    QTest.keyClicks(editor.day, "sometime")
    pane.show_person(marta)
    assert [(fact.label, fact.text) for fact in core.people.file(tom).facts] == [("Norway", "sometime")]


def test_typing_is_saved_when_the_window_is_closed(pane: PersonPane, core: Core, tom: int) -> None:
    pane.file.cards[Section.TRAVEL].add_fact()
    QTest.keyClicks(open_editor(pane).label, "Norway")
    pane.close()
    assert [fact.label for fact in core.people.file(tom).facts] == ["Norway"]


def test_a_change_does_not_disturb_typing_and_is_shown_afterwards(pane: PersonPane, core: Core, tom: int) -> None:
    for label in ("Pets", "Partner"):
        core.facts.add(Fact(0, tom, Section.FAMILY, label, "x"))
    card = pane.file.cards[Section.FAMILY]
    QTest.mouseClick(card.rows()[0], Left)
    editor = open_editor(pane)
    QTest.keyClicks(editor.text, "typed")
    second = core.people.file(tom).facts[1]
    core.facts.edit(replace(second, text="from elsewhere"))
    assert editor.text.text() == "typed"
    assert editor.text.hasFocus()
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)
    assert [row.text for row in card.rows()] == ["x", "from elsewhere"]


def test_a_click_into_another_line_saves_the_first_and_opens_the_second(
    pane: PersonPane, core: Core, tom: int, qtbot: QtBot
) -> None:
    for label in ("Pets", "Partner"):
        core.facts.add(Fact(0, tom, Section.FAMILY, label, "x"))
    card = pane.file.cards[Section.FAMILY]
    QTest.mouseClick(card.rows()[0], Left)
    QTest.keyClicks(open_editor(pane).text, "typed")
    QTest.mouseClick(card.rows()[1], Left)
    qtbot.waitUntil(lambda: [fact.text for fact in core.people.file(tom).facts] == ["typed", "x"])
    assert open_editor(pane).text.hasFocus()


def test_tab_walks_the_lines_in_the_order_they_stand(pane: PersonPane, core: Core, tom: int, qtbot: QtBot) -> None:
    core.people.save(tom, replace(PersonDraft.of(core.people.file(tom)), relations=(Related("partner", "Silje", 0),)))
    for label in ("Pets", "Children"):
        core.facts.add(Fact(0, tom, Section.FAMILY, label, "x"))
    card = pane.file.cards[Section.FAMILY]
    card.add_button.setFocus()
    QTest.keyClick(card.add_button, Qt.Key.Key_Tab)
    assert card.rows()[0].hasFocus()
    QTest.keyClick(card.rows()[0], Qt.Key.Key_Tab)
    assert card.rows()[1].hasFocus()


def test_scrolling_stays_where_it_is_after_a_change(pane: PersonPane, core: Core, tom: int, qtbot: QtBot) -> None:
    for number in range(60):
        core.facts.add(Fact(0, tom, Section.FAMILY, str(number), "x"))
    bar = pane.file.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(400)
    core.people.tag([tom], "Nordics")
    assert bar.value() == 400


def test_a_narrow_page_keeps_its_buttons(pane: PersonPane, qtbot: QtBot) -> None:
    pane.resize(690, 560)
    qtbot.waitUntil(lambda: pane.header.call.text() == "")
    assert pane.header.call.accessibleName() == "Call"
    assert pane.header.call.isVisible()
    assert pane.composer.isVisible()
    pane.resize(900, 560)
    qtbot.waitUntil(lambda: pane.header.call.text() == "Call")
