"""The smaller parts: ring, card, strips, empty state, headers, bars, keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.fonts import px
from ui.palette import Tone, current
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Glyph
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap import KeyCap, key_cap_width
from ui.widgets.page import PageHeader, ScrollColumn
from ui.widgets.ring import Ring
from ui.widgets.section_header import SectionHeader
from ui.widgets.strip import ErrorStrip, Strip
from ui.widgets.text import Label
from ui.widgets.top_bar import SearchButton, TopBar


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(900, 300)
    widget.show()
    return widget


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible() and label.text()]


@pytest.mark.parametrize(("done", "whole", "part"), [(12, 30, 0.4), (64, 21, 1), (0, 30, 0), (5, 0, 0), (-1, 30, 0)])
def test_the_ring_fills_and_never_overflows(qtbot: QtBot, done: int, whole: int, part: float) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.show_share(done, whole, str(done), f"of {whole} days", Tone.RED)
    assert ring.part == pytest.approx(part)
    assert (current().red.name().upper() in colours_of(ring)) is (part > 0)
    assert ring.accessibleName() == f"{done} of {whole} days"


def test_a_card_has_a_head_with_what_was_put_there(qtbot: QtBot) -> None:
    card = Card("Family", "house-line", "4")
    card.add_to_head(Chip("private"))
    card.body.addWidget(Label("Silje, architect"))
    shown(qtbot, card)
    assert words_on(card) == ["Family", "4", "Silje, architect"]
    card.set_title("Pets")
    card.set_trailing("1")
    assert words_on(card) == ["Pets", "1", "Silje, architect"]
    assert card.accessibleName() == "Pets"


def test_a_card_without_a_title_has_no_head(qtbot: QtBot) -> None:
    card = Card()
    card.body.addWidget(Label("only this"))
    shown(qtbot, card)
    assert words_on(card) == ["only this"]


def test_a_card_and_its_widgets_live_in_one_tree(qtbot: QtBot) -> None:
    card = Card("", "", "unused")
    qtbot.addWidget(card)
    assert all(label.window() is card for label in card.findChildren(Label))


def test_a_glyph_shows_another(qtbot: QtBot) -> None:
    glyph = Glyph("sun", Tone.GREEN)
    shown(qtbot, glyph)
    assert current().evergreen.name().upper() in colours_of(glyph)
    glyph.show_icon("moon", Tone.PLUM)
    assert current().plum.name().upper() in colours_of(glyph)


def test_the_error_strip_is_hidden_until_something_is_wrong(qtbot: QtBot) -> None:
    page = QWidget()
    strip = ErrorStrip(page)
    shown(qtbot, page)
    assert not strip.isVisible()
    strip.show_error("“cards.vcf”, line 12: the card has no END.")
    assert strip.isVisible()
    assert strip.text() == strip.accessibleName() == "“cards.vcf”, line 12: the card has no END."
    QTest.mouseClick(strip.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert strip.text() == ""


def test_a_strip_offers_what_to_do(qtbot: QtBot) -> None:
    strip = Strip("An import was not finished.", Tone.AMBER, "warning")
    keep = strip.add_action("Keep it")
    shown(qtbot, strip)
    with qtbot.waitSignal(keep.clicked):
        QTest.mouseClick(keep, Qt.MouseButton.LeftButton)


def test_an_empty_page_offers_its_ways_in(qtbot: QtBot) -> None:
    empty = EmptyState("leaf", "Nobody is here yet.")
    first = empty.add_action("Import an address book", primary=True)
    second = empty.add_action("Add a person")
    shown(qtbot, empty)
    assert words_on(empty) == ["Nobody is here yet."]
    assert first.geometry().right() < second.geometry().left()
    empty.set_text("Nothing fits the filter.", "Take a word away.")
    assert words_on(empty) == ["Nothing fits the filter.", "Take a word away."]
    with qtbot.waitSignal(second.clicked):
        QTest.keyClick(second, Qt.Key.Key_Space)


def test_headers_say_something_else_when_told(qtbot: QtBot) -> None:
    month, page = SectionHeader("March 2026", "4", ruled=True), PageHeader("People")
    shown(qtbot, month)
    shown(qtbot, page)
    month.set_text("April 2026")
    page.set_text("Tom Keller", "COO at Keller Werk")
    assert words_on(month) == ["April 2026"]
    assert words_on(page) == ["Tom Keller", "COO at Keller Werk"]
    assert (month.accessibleName(), page.accessibleName()) == ("April 2026", "Tom Keller")


def test_search_opens_by_mouse_and_by_keyboard(qtbot: QtBot) -> None:
    bar = TopBar("Search people, notes…", "Ctrl K")
    bar.add(Button("2 due", "bell"))
    shown(qtbot, bar)
    assert bar.search.accessibleName() == "Search people, notes…"
    assert bar.search.width() == px(420)
    with qtbot.waitSignal(bar.search.clicked):
        QTest.mouseClick(bar.search, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.search.clicked):
        QTest.keyClick(bar.search, Qt.Key.Key_Space)


def test_search_is_painted_mirrored_from_right_to_left(qtbot: QtBot) -> None:
    search = SearchButton("Search", "Ctrl K")
    shown(qtbot, search)
    left: QPixmap = search.grab()
    search.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert search.grab().toImage() != left.toImage()


def test_a_key_cap_is_as_wide_as_its_keys(qtbot: QtBot) -> None:
    cap = KeyCap("Ctrl K")
    shown(qtbot, cap)
    assert cap.text() == "Ctrl K"
    assert key_cap_width("Ctrl Shift Z") > key_cap_width("Ctrl K")


def test_a_scrolling_column_packs_to_the_top(qtbot: QtBot) -> None:
    column = ScrollColumn(margin=10)
    card = Card("Family")
    column.column.addWidget(card)
    shown(qtbot, column)
    assert card.y() == px(10)
    assert card.height() < 100
    assert card.width() > 400


def test_what_stands_on_an_empty_page_is_never_a_window_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    shown = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    state = EmptyState("leaf", "Nobody is waiting.", "Next: Tom Keller, tomorrow")
    qtbot.addWidget(state)
    assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} == shown
