"""The search box by keyboard: typing finds, arrows walk, Enter opens; the focus never leaves the box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.entries.kind import Direction
from relapp.domain.facts import Fact, Section
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.search.palette import SearchPalette


@pytest.fixture
def search(qtbot: QtBot, shell: ShellDouble) -> Callable[[], SearchPalette]:
    """Opens the search box."""

    def opened() -> SearchPalette:
        shell.window.resize(900, 700)
        palette = SearchPalette(shell)
        qtbot.addWidget(palette)
        palette.open()
        return palette

    return opened


@pytest.fixture
def palette(search: Callable[[], SearchPalette], tom: int, marta: int) -> SearchPalette:
    return search()


def type_in(qtbot: QtBot, palette: SearchPalette, text: str) -> None:
    """Types and waits until it was looked for."""
    QTest.keyClicks(palette.box, text)
    qtbot.waitUntil(lambda: not palette._soon.isActive())


def press(palette: SearchPalette, *pressed: Qt.Key, mods: Qt.KeyboardModifier | None = None) -> None:
    for key in pressed:
        QTest.keyClick(palette.box, key, mods or Qt.KeyboardModifier.NoModifier)


def lines(palette: SearchPalette) -> list[str]:
    """All lines; headings in brackets."""
    found = [palette.found.row(at) for at in range(palette.found.rowCount())]
    return [row.words() if row.act else f"[{row.words()}]" for row in found]


def chosen(palette: SearchPalette) -> str:
    row = palette.chosen()
    return row.words() if row else ""


def test_everything_that_fits_is_shown_in_groups_with_the_matching_words(
    qtbot: QtBot, palette: SearchPalette, core: Core, tom: int
) -> None:
    core.facts.add(Fact(0, tom, Section.TRAVEL, "Trip", "to Kellerberg in May"))
    core.entries.log(NewEntry("note", NOW - timedelta(days=1), (tom,), "the keller was flooded", Direction.NONE))
    type_in(qtbot, palette, "keller")
    assert lines(palette) == [
        "[People]",
        "Tom Keller · Keller Werk · COO",
        "[Organisations]",
        "Keller Werk · 1 person",
        "[Facts]",
        "Tom Keller · Trip: to Kellerberg in May",
        "[Notes, the newest first]",
        "Note · Tom Keller · the keller was flooded · 11 March",
        "Best matches in notes for “keller” · Ctrl ↵",
    ]
    assert palette.found.row(1).title == "Tom \x02Keller\x03"


def test_enter_opens_the_person(qtbot: QtBot, palette: SearchPalette, shell: ShellDouble, tom: int) -> None:
    type_in(qtbot, palette, "tom")
    press(palette, Qt.Key.Key_Return)
    assert shell.persons == [tom]
    assert palette.isHidden()


def test_enter_right_after_typing_opens_what_is_typed_not_what_was_shown(
    palette: SearchPalette, shell: ShellDouble, marta: int
) -> None:
    QTest.keyClicks(palette.box, "marta")
    press(palette, Qt.Key.Key_Return)
    assert shell.persons == [marta]


def test_quick_keys_are_looked_for_once(qtbot: QtBot, palette: SearchPalette) -> None:
    shown: list[str] = []
    palette.found.modelReset.connect(lambda: shown.append(palette.box.text()))
    type_in(qtbot, palette, "keller")
    assert shown == ["keller"]


def test_an_organisation_is_opened(qtbot: QtBot, palette: SearchPalette, shell: ShellDouble) -> None:
    type_in(qtbot, palette, "oduya design")
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert len(shell.organisations) == 1


def test_a_command_comes_before_an_organisation_whose_note_alone_fits(
    qtbot: QtBot, palette: SearchPalette, core: Core
) -> None:
    harms = core.organisations.get(core.organisations.add("Harms"))
    core.organisations.save(replace(harms, note="The one I recommend."))
    type_in(qtbot, palette, "recomm")
    assert lines(palette) == ["[Commands]", "Recommendations…", "[Organisations]", "Harms"]


def test_an_entry_is_opened_on_the_timeline_of_its_person(
    qtbot: QtBot, palette: SearchPalette, shell: ShellDouble, tom: int
) -> None:
    type_in(qtbot, palette, "bergen")
    assert chosen(palette).startswith("Call · Tom Keller · Ida moved to Bergen")
    press(palette, Qt.Key.Key_Return)
    assert [person for person, _ in shell.entries] == [tom]


def test_arrows_pass_over_headings_and_go_round(qtbot: QtBot, palette: SearchPalette) -> None:
    type_in(qtbot, palette, "keller")
    press(palette, Qt.Key.Key_Down)
    assert chosen(palette) == "Keller Werk · 1 person"
    press(palette, Qt.Key.Key_Down)
    assert chosen(palette) == "Tom Keller · Keller Werk · COO"
    press(palette, Qt.Key.Key_Up)
    assert chosen(palette) == "Keller Werk · 1 person"
    assert palette.box.hasFocus()


def test_pages_and_ends(qtbot: QtBot, search: Callable[[], SearchPalette], many: Callable[[int], list[int]]) -> None:
    many(8)
    palette = search()
    palette._tallest = 240
    type_in(qtbot, palette, "person")
    first = chosen(palette)
    press(palette, Qt.Key.Key_PageDown)
    middle = palette.list.currentIndex().row()
    assert 1 < middle < palette.found.choosable()[-1]
    press(palette, Qt.Key.Key_End)
    assert palette.list.currentIndex().row() == palette.found.choosable()[-1]
    press(palette, Qt.Key.Key_Home)
    assert chosen(palette) == first
    press(palette, Qt.Key.Key_Home)
    assert palette.box.cursorPosition() == 0
    press(palette, Qt.Key.Key_PageUp)
    assert chosen(palette) == first


@pytest.mark.parametrize(
    ("typed", "command"), [("export notes", "export"), ("dark mode", "dark"), ("exprot", "export"), ("undo", "undo")]
)
def test_commands_are_run(qtbot: QtBot, palette: SearchPalette, shell: ShellDouble, typed: str, command: str) -> None:
    type_in(qtbot, palette, typed)
    press(palette, Qt.Key.Key_Return)
    assert shell.commands == [command]


def test_control_enter_ranks_the_notes(
    qtbot: QtBot, palette: SearchPalette, core: Core, shell: ShellDouble, tom: int, marta: int
) -> None:
    long = "about plants and much else " + "that fills many lines " * 20
    core.entries.log(NewEntry("note", NOW - timedelta(days=9), (tom,), "plant plant", Direction.NONE))
    core.entries.log(NewEntry("note", NOW - timedelta(days=1), (marta,), long, Direction.NONE))
    type_in(qtbot, palette, "plant")
    assert chosen(palette).startswith("Note · Marta Oduya")
    press(palette, Qt.Key.Key_Return, mods=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lines(palette)[0] == "[Best matches in notes]")
    assert chosen(palette).startswith("Note · Tom Keller · plant plant")
    press(palette, Qt.Key.Key_Return)
    assert [person for person, _ in shell.entries] == [tom]


def test_the_row_that_ranks_does_so_and_leaves_the_box_open(qtbot: QtBot, palette: SearchPalette) -> None:
    type_in(qtbot, palette, "bergen")
    press(palette, Qt.Key.Key_End, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(palette)[0] == "[Best matches in notes]")
    assert palette.isVisible()


def test_ranking_that_comes_too_late_is_not_shown(qtbot: QtBot, palette: SearchPalette, shell: ShellDouble) -> None:
    type_in(qtbot, palette, "bergen")
    press(palette, Qt.Key.Key_Return, mods=Qt.KeyboardModifier.ControlModifier)
    type_in(qtbot, palette, "x")
    qtbot.waitUntil(lambda: not shell.tasks._running)
    assert lines(palette)[0] == "[Nothing found]"


def test_an_empty_box_shows_whom_one_met_lately_and_commands(palette: SearchPalette) -> None:
    shown = lines(palette)
    assert shown[:2] == ["[Recent]", "Tom Keller · Keller Werk · COO"]
    assert "Log contact… · Ctrl N" in shown


def test_who_was_opened_stands_first_among_the_recent(
    qtbot: QtBot, palette: SearchPalette, search: Callable[[], SearchPalette]
) -> None:
    type_in(qtbot, palette, "marta")
    press(palette, Qt.Key.Key_Return)
    assert lines(search())[1] == "Marta Oduya · Oduya Design · owner"


def test_nothing_found_offers_to_add_a_person(
    qtbot: QtBot, palette: SearchPalette, shell: ShellDouble, core: Core
) -> None:
    type_in(qtbot, palette, "Quentin Zax")
    assert lines(palette) == ["[Nothing found]", "Add “Quentin Zax” as a person", "Log a contact: “Quentin Zax”"]
    press(palette, Qt.Key.Key_Return)
    assert shell.persons == [core.people.resolve("Quentin Zax")]
    assert shell.said == [("Quentin Zax was added.", True)]


def test_nothing_found_offers_to_log_a_contact(qtbot: QtBot, palette: SearchPalette, shell: ShellDouble) -> None:
    type_in(qtbot, palette, "call zax: hello")
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert shell.logged == ["call zax: hello"]


def test_private_facts_are_not_found_while_they_are_hidden(
    qtbot: QtBot, palette: SearchPalette, core: Core, tom: int
) -> None:
    core.facts.add(Fact(0, tom, Section.FAMILY, "Health", "a bypass in 2019", private=True))
    core.settings.set(HIDE_PRIVATE, True)
    type_in(qtbot, palette, "bypass")
    assert lines(palette)[0] == "[Nothing found]"
    core.settings.set(HIDE_PRIVATE, False)
    palette.look()
    assert lines(palette)[0] == "[Facts]"


def test_escape_closes(palette: SearchPalette, shell: ShellDouble) -> None:
    press(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert shell.persons == []


def test_a_click_opens(qtbot: QtBot, palette: SearchPalette, shell: ShellDouble, marta: int) -> None:
    type_in(qtbot, palette, "marta")
    place = palette.list.visualRect(palette.found.index(1, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shell.persons == [marta]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=30))
def test_any_input_is_valid(palette: SearchPalette, text: str) -> None:
    palette.box.setText(text)
    palette.look()
    palette.grab()
    assert palette.found.rowCount()
