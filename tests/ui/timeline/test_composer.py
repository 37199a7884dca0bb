"""Logging a contact in the card above the timeline, by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.entries.kind import Direction, Effect, Outcome
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import Entry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.timeline.composer import Composer
from ui.timeline.person_picker import PersonPicker
from ui.timeline.popover import LinePopover
from ui.timeline.when_popover import WhenPopover
from ui.widgets.chip import Chip

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def composer(qtbot: QtBot, shell: ShellDouble, tom: int) -> Composer:
    made = Composer(shell)
    qtbot.addWidget(made)
    made.resize(460, 200)
    made.show()
    made.show_person(tom)
    made.form.text.setFocus()
    qtbot.waitUntil(made.form.text.hasFocus)
    return made


def newest(core: Core, person: int) -> Entry:
    return core.entries.get(core.entries.page(TimelineOf(person=person), limit=1)[0].id)


def click(chip: Chip) -> None:
    QTest.mouseClick(chip, LEFT)


def choose(composer: Composer, text: str) -> None:
    """Picks the item with that text from the menu that is open."""
    menu = composer.findChildren(QMenu)[-1]
    action = next(one for one in menu.actions() if one.text() == text)
    action.trigger()
    menu.close()


def save(composer: Composer) -> None:
    QTest.keyClick(composer.form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_click_beside_the_text_begins_to_type_too(composer: Composer) -> None:
    composer.form.save_button.setFocus()
    QTest.mouseClick(composer, LEFT, pos=composer.rect().bottomLeft() + QPoint(8, -8))
    assert composer.form.text.hasFocus()


def test_typing_and_ctrl_enter_log_a_call_now(composer: Composer, core: Core, tom: int, shell: ShellDouble) -> None:
    QTest.keyClicks(composer.form.text, "Spoke about the plant")
    save(composer)
    entry = newest(core, tom)
    assert (entry.kind, entry.text, entry.at) == ("call", "Spoke about the plant", NOW)
    assert (entry.outcome, entry.effect) == (Outcome.SPOKE, Effect.CONTACT)
    assert shell.said == [("Logged: Call with Tom Keller", True)]
    assert composer.form.text.toPlainText() == ""


def test_a_kind_is_chosen_by_its_chip_and_typing_goes_on(composer: Composer, core: Core, tom: int) -> None:
    click(composer.form.kinds.chip("email"))
    assert composer.form.text.hasFocus()
    QTest.keyClicks(composer.form.text, "The plan")
    QTest.mouseClick(composer.form.save_button, LEFT)
    entry = newest(core, tom)
    assert (entry.kind, entry.direction, entry.outcome) == ("email", Direction.OUT, None)
    assert entry.effect is Effect.ATTEMPT


def test_the_rarer_kinds_wait_behind_more(composer: Composer) -> None:
    visit = composer.form.kinds.chip("visit")
    assert not visit.isVisible()
    click(composer.form.kinds.more)
    choose(composer, "Visit")
    assert visit.isVisible()
    assert visit.isChecked()


def test_when_is_said_in_words(qtbot: QtBot, composer: Composer, core: Core, tom: int) -> None:
    click(composer.form.chips.when)
    box = composer.findChildren(WhenPopover)[0]
    QTest.keyClicks(box.phrase, "yesterday 16:00")
    assert box.understood.text() == "Wed 11 March · 16:00"
    QTest.keyClick(box.phrase, Qt.Key.Key_Return)
    assert composer.form.chips.when.text() == "Wed 11 March · 16:00"
    save(composer)
    assert newest(core, tom).at == datetime(2026, 3, 11, 15, tzinfo=UTC)


def test_a_moment_that_makes_no_sense_is_not_taken(composer: Composer) -> None:
    click(composer.form.chips.when)
    box = composer.findChildren(WhenPopover)[0]
    QTest.keyClicks(box.phrase, "when pigs fly")
    QTest.keyClick(box.phrase, Qt.Key.Key_Return)
    assert box.isVisible()
    assert "yesterday 16:00" in box.understood.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert composer.form.chips.when.text() == "now"


def test_what_lies_ahead_is_called_planned(composer: Composer) -> None:
    composer.form.chips.change(at=NOW + timedelta(days=1))
    assert composer.form.chips.when.text() == "planned · Fri 13 March · 10:12"


def test_length_outcome_and_place_are_asked_where_they_apply(composer: Composer, core: Core, tom: int) -> None:
    chips = composer.form.chips
    click(composer.form.kinds.chip("lunch"))
    assert not chips.outcome.isVisible()
    click(chips.length)
    box = composer.findChildren(LinePopover)[0]
    QTest.keyClicks(box.line, "75")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert chips.length.text() == "1 h 15"
    chips.change(place="Lorry")
    save(composer)
    entry = newest(core, tom)
    assert (entry.minutes, entry.place, entry.direction) == (75, "Lorry", Direction.NONE)


def test_nobody_answered_is_an_attempt(composer: Composer, core: Core, tom: int) -> None:
    QTest.keyClicks(composer.form.text, "Tried")
    click(composer.form.chips.outcome)
    choose(composer, "no answer")
    assert composer.form.chips.counts.text() == "counts as an attempt"
    save(composer)
    assert newest(core, tom).effect is Effect.ATTEMPT


def test_the_tick_wins_over_the_rule_and_a_second_click_gives_it_back(composer: Composer) -> None:
    click(composer.form.kinds.chip("note"))
    counts = composer.form.chips.counts
    assert counts.text() == "doesn’t count as contact"
    click(counts)
    assert counts.text() == "counts as contact"
    assert composer.form.draft().counts is True
    click(counts)
    assert composer.form.draft().counts is None


def test_another_person_is_found_by_a_few_letters(composer: Composer, core: Core, tom: int, marta: int) -> None:
    QTest.keyClicks(composer.form.text, "Both")
    click(composer.form.people.add)
    box = composer.findChildren(PersonPicker)[0]
    QTest.keyClicks(box.line, "tom")
    assert box.people.count() == 0, "whose timeline it is is there already"
    box.line.clear()
    QTest.keyClicks(box.line, "oduia")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    save(composer)
    assert newest(core, tom).people == (tom, marta)
    assert newest(core, marta).text == "Both"


def test_a_note_without_a_word_is_not_saved(composer: Composer, core: Core, tom: int) -> None:
    before = core.entries.count(TimelineOf(person=tom))
    click(composer.form.kinds.chip("note"))
    assert not composer.form.save_button.isEnabled()
    save(composer)
    assert core.entries.count(TimelineOf(person=tom)) == before


def test_at_rest_it_is_calm(composer: Composer) -> None:
    chips = composer.form.chips
    assert chips.when.isVisible()
    assert not any(chip.isVisible() for chip in (chips.outcome, chips.length, chips.direction, chips.counts))
    QTest.keyClicks(composer.form.text, "x")
    assert chips.outcome.isVisible()
    assert chips.counts.isVisible()


def test_each_person_keeps_what_was_typed_for_them(composer: Composer, tom: int, marta: int) -> None:
    QTest.keyClicks(composer.form.text, "half a sen")
    composer.form.chips.change(minutes=20)
    composer.show_person(marta)
    assert composer.form.text.toPlainText() == ""
    QTest.keyClicks(composer.form.text, "for Marta")
    composer.show_person(tom)
    assert composer.form.text.toPlainText() == "half a sen"
    assert composer.form.draft().minutes == 20
    composer.show_person(marta)
    assert composer.form.text.toPlainText() == "for Marta"


def test_a_draft_outlives_the_window_until_it_is_saved(
    qtbot: QtBot, composer: Composer, shell: ShellDouble, tom: int
) -> None:
    QTest.keyClicks(composer.form.text, "not yet")
    composer.close()
    later = Composer(shell)
    qtbot.addWidget(later)
    later.show_person(tom)
    assert later.form.text.toPlainText() == "not yet"
    later.save()
    third = Composer(shell)
    qtbot.addWidget(third)
    third.show_person(tom)
    assert third.form.text.toPlainText() == ""


def test_the_draft_is_written_down_while_one_types(qtbot: QtBot, composer: Composer, core: Core, tom: int) -> None:
    QTest.keyClicks(composer.form.text, "power cut")
    qtbot.waitUntil(lambda: core.settings.remembered(f"draft.{tom}") is not None)


def test_planning_for_the_deceased_says_that_nothing_will_come(composer: Composer, core: Core, tom: int) -> None:
    core.people.save(tom, replace(PersonDraft.of(core.people.file(tom)), deceased=True))
    composer.form.text.setFocus()
    QTest.keyClicks(composer.form.text, "The estate, follow up next fri")
    assert composer.follow_ups.silent.text().startswith("Tom Keller is noted as deceased: reminders come only once")
    assert composer.follow_ups.silent.isVisible()
    composer.form.text.clear()
    assert not composer.follow_ups.silent.isVisible()


def test_what_is_refused_stays_in_the_form(composer: Composer, core: Core, tom: int, shell: ShellDouble) -> None:
    QTest.keyClicks(composer.form.text, "precious")
    core.desk.db.execute("PRAGMA query_only = ON")
    composer.save()
    core.desk.db.execute("PRAGMA query_only = OFF")
    assert len(shell.refused) == 1
    assert composer.form.text.toPlainText() == "precious"
