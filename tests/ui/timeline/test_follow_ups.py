"""What is logged can plan a follow-up and settle those that are open, in the composer and in quick entry."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.entries.kind import Outcome
from relapp.domain.follow_ups import NewFollowUp, State
from relapp.domain.pages import TimelineOf
from relapp.domain.people import Channel
from relapp.domain.timeline import Entry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.timeline.composer import Composer
from ui.timeline.popover import LinePopover
from ui.timeline.quick_entry import QuickEntryDialog

LEFT = Qt.MouseButton.LeftButton
FRIDAY = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def composer(qtbot: QtBot, shell: ShellDouble, tom: int) -> Composer:
    made = Composer(shell)
    qtbot.addWidget(made)
    made.resize(460, 240)
    made.show()
    made.show_person(tom)
    made.form.text.setFocus()
    qtbot.waitUntil(made.form.text.hasFocus)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, shell: ShellDouble, tom: int, marta: int) -> QuickEntryDialog:
    made = QuickEntryDialog(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def newest(core: Core, person: int) -> Entry:
    return core.entries.get(core.entries.page(TimelineOf(person=person), limit=1)[0].id)


def type_(composer: Composer, text: str) -> None:
    QTest.keyClicks(composer.form.text, text)


def save(composer: Composer) -> None:
    QTest.keyClick(composer.form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_last_words_plan_a_follow_up(composer: Composer, core: Core, tom: int, shell: ShellDouble) -> None:
    type_(composer, "Spoke about the plant; wants a plan for Q3, follow up next fri 10:00")
    assert composer.follow_ups.planned.isVisible()
    assert composer.follow_ups.planned.text() == "follow-up Fri 20 March · 10:00"
    save(composer)
    assert newest(core, tom).text == "Spoke about the plant; wants a plan for Q3"
    (found,) = core.follow_ups.of_person(tom)
    assert (found.what, found.due) == ("Wants a plan for Q3", FRIDAY)
    assert shell.said == [("Logged: Call with Tom Keller, a follow-up planned", True)]
    core.history.undo()
    assert core.follow_ups.of_person(tom) == [], "one change"
    assert newest(core, tom).text != "Spoke about the plant; wants a plan for Q3"


def test_a_repeat_is_understood_too(composer: Composer, core: Core, tom: int) -> None:
    type_(composer, "Good talk. Follow up every first monday")
    assert composer.follow_ups.planned.text() == "follow-up Mon 6 April · every first Monday"
    save(composer)
    (found,) = core.follow_ups.of_person(tom)
    assert (found.what, found.due, found.repeat) == ("Good talk", date(2026, 4, 6), "FREQ=MONTHLY;BYDAY=1MO")


def test_days_after_the_last_contact_count_from_this_one(composer: Composer, core: Core, tom: int) -> None:
    type_(composer, "Good talk, follow up 30 days after the last contact")
    save(composer)
    (found,) = core.follow_ups.of_person(tom)
    assert found.due == date(2026, 4, 11)


def test_words_that_are_no_moment_stay_in_the_text(composer: Composer, core: Core, tom: int) -> None:
    type_(composer, "I will follow up with the plant")
    assert not composer.follow_ups.planned.isVisible()
    save(composer)
    assert newest(core, tom).text == "I will follow up with the plant"
    assert core.follow_ups.of_person(tom) == []


def test_the_cross_takes_the_words_away(composer: Composer) -> None:
    type_(composer, "Talk, follow up tomorrow")
    QTest.keyClick(composer.follow_ups.planned, Qt.Key.Key_Delete)
    assert composer.form.text.typed() == "Talk"
    assert not composer.follow_ups.planned.isVisible()


def test_a_chip_asks_when_and_puts_the_words_into_the_text(composer: Composer) -> None:
    assert not composer.follow_ups.plan.isVisible(), "at rest it is calm"
    type_(composer, "Talk")
    QTest.mouseClick(composer.follow_ups.plan, LEFT)
    (box,) = composer.findChildren(LinePopover)
    QTest.keyClicks(box.line, "when pigs fly")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.sorry.isVisible()
    box.line.clear()
    QTest.keyClicks(box.line, "next fri 10:00")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert composer.form.text.typed() == "Talk, follow up next fri 10:00"
    assert composer.follow_ups.planned.text() == "follow-up Fri 20 March · 10:00"


def test_what_is_due_within_a_week_is_offered_as_also_done(
    composer: Composer, core: Core, tom: int, shell: ShellDouble
) -> None:
    call = core.follow_ups.add(NewFollowUp(tom, "The trip", NOW + timedelta(days=3), channel=Channel.CALL))
    mail = core.follow_ups.add(NewFollowUp(tom, "The plan", NOW + timedelta(days=4), channel=Channel.EMAIL))
    core.follow_ups.add(NewFollowUp(tom, "Far off", NOW + timedelta(days=30)))
    type_(composer, "Talk")
    also = composer.follow_ups.also
    assert [chip.text() for chip in also.ticks.values()] == ["also done: The trip", "also done: The plan"]
    assert also.settled() == (call,), "ticked where the channel fits"
    save(composer)
    assert core.follow_ups.get(call).state is State.DONE
    assert core.follow_ups.get(mail).state is State.OPEN
    assert shell.said == [("Logged: Call with Tom Keller, 1 follow-up done", True)]
    core.history.undo()
    assert core.follow_ups.get(call).state is State.OPEN, "one change"


def test_a_tick_of_the_user_stays(composer: Composer, core: Core, tom: int) -> None:
    call = core.follow_ups.add(NewFollowUp(tom, "The trip", NOW + timedelta(days=3), channel=Channel.CALL))
    mail = core.follow_ups.add(NewFollowUp(tom, "The plan", NOW, channel=Channel.EMAIL))
    type_(composer, "Talk")
    for one in (call, mail):
        QTest.mouseClick(composer.follow_ups.also.ticks[one], LEFT)
    type_(composer, " on")
    assert composer.follow_ups.also.settled() == (mail,)
    save(composer)
    assert (core.follow_ups.get(call).state, core.follow_ups.get(mail).state) == (State.OPEN, State.DONE)


def test_nobody_answered_or_not_yet_settles_nothing_by_itself(composer: Composer, core: Core, tom: int) -> None:
    core.follow_ups.add(NewFollowUp(tom, "The trip", NOW, channel=Channel.CALL))
    type_(composer, "Talk")
    composer.form.chips.change(outcome=Outcome.NO_ANSWER)
    assert composer.follow_ups.also.settled() == ()
    composer.form.chips.change(outcome=Outcome.SPOKE, at=NOW + timedelta(days=1))
    assert not composer.follow_ups.also.isVisible()


def test_another_person_has_other_follow_ups(composer: Composer, core: Core, tom: int, marta: int) -> None:
    core.follow_ups.add(NewFollowUp(tom, "The trip", NOW, channel=Channel.CALL))
    type_(composer, "Talk")
    assert composer.follow_ups.also.settled()
    composer.show_person(marta)
    type_(composer, "Talk")
    assert composer.follow_ups.also.settled() == ()


def test_quick_entry_plans_with_its_last_words(
    dialog: QuickEntryDialog, core: Core, tom: int, shell: ShellDouble
) -> None:
    QTest.keyClicks(dialog.line, "call tom keller 20 min: the plant. Wants a plan, follow up next fri 10:00")
    assert dialog._proposal is not None
    words = [text for text, _, _ in dialog.understood.chips(dialog._proposal)]
    assert "follow-up Fri 20 March · 10:00" in words
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert newest(core, tom).text == "the plant. Wants a plan"
    (found,) = core.follow_ups.of_person(tom)
    assert (found.what, found.due) == ("Wants a plan", FRIDAY)
    assert shell.said == [("Logged: Call with Tom Keller, a follow-up planned", True)]


def test_quick_entry_settles_what_is_ticked(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    call = core.follow_ups.add(NewFollowUp(tom, "The trip", NOW, channel=Channel.CALL))
    QTest.keyClicks(dialog.line, "call tom keller: x")
    assert dialog.understood.also.isVisible()
    assert dialog.understood.also.settled() == (call,)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert core.follow_ups.get(call).state is State.DONE


def test_somebody_new_gets_the_follow_up_in_the_same_change(dialog: QuickEntryDialog, core: Core) -> None:
    QTest.keyClicks(dialog.line, "call zoe new: hello, follow up tomorrow")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    zoe = core.people.resolve("Zoe New")
    assert [one.what for one in core.follow_ups.of_person(zoe)] == ["Hello"]
    core.history.undo()
    assert not core.people.meant("zoe new")
