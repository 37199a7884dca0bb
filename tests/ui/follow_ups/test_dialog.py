"""Planning and changing a follow-up in the dialog, by mouse and by keys, and what it foretells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.follow_ups import FollowUp, NewFollowUp
from relapp.domain.people import Channel, Permission
from relapp.domain.settings import URGENT_WORDS
from tests.ui.doubles import ShellDouble
from ui.follow_ups.dialog import FollowUpDialog
from ui.timeline.person_picker import PersonPicker

LEFT = Qt.MouseButton.LeftButton
Open = Callable[..., FollowUpDialog]


@pytest.fixture
def opened(qtbot: QtBot, shell: ShellDouble) -> Open:
    """Opens the dialog."""

    def open_it(person: int | None = None, follow_up: int | None = None, text: str = "") -> FollowUpDialog:
        made = FollowUpDialog(shell, person, follow_up, text)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(made.isVisible)
        return made

    return open_it


def only(core: Core, person: int) -> FollowUp:
    (found,) = core.follow_ups.of_person(person)
    return found


def say(dialog: FollowUpDialog, words: str) -> None:
    dialog.due.words.clear()
    QTest.keyClicks(dialog.due.words, words)


def test_it_begins_with_tomorrows_first_opening(qtbot: QtBot, opened: Open, tom: int) -> None:
    dialog = opened(tom)
    qtbot.waitUntil(dialog.what.hasFocus)
    assert dialog.due.due() == datetime(2026, 3, 13, 8, tzinfo=UTC)
    assert dialog.delivery.head.text() == "You will be reminded Fri 13 March · 09:00"
    assert not dialog.save_button.isEnabled()


def test_typing_and_enter_plan_one(opened: Open, core: Core, tom: int, shell: ShellDouble) -> None:
    dialog = opened(tom)
    QTest.keyClicks(dialog.what, "How was the trip?")
    say(dialog, "next fri 10:00")
    QTest.keyClick(dialog.due.words, Qt.Key.Key_Return)
    found = only(core, tom)
    assert (found.what, found.due) == ("How was the trip?", datetime(2026, 3, 20, 9, tzinfo=UTC))
    assert not dialog.isVisible()
    assert shell.said == [("Follow-up with Tom Keller: You will be reminded Fri 20 March · 10:00", True)]


def test_it_says_at_once_when_it_comes_and_why(opened: Open, tom: int) -> None:
    dialog = opened(tom)
    say(dialog, "sat 11:00")
    assert dialog.delivery.head.text() == "Sat 11:00 is quiet: Mon 16 March 09:00"
    dialog.anyway.click()
    assert dialog.delivery.head.text() == "You will be reminded Sat 14 March · 11:00"


def test_of_somebody_archived_it_says_that_nothing_will_come(
    opened: Open, core: Core, tom: int, shell: ShellDouble
) -> None:
    core.people.archive([tom])
    dialog = opened(tom, None, "Ask about the trip")
    sentence = "Tom Keller is archived: reminders come only after “Back from the archive” in the menu “⋯”."
    assert (dialog.delivery.head.text(), dialog.delivery.chips) == (sentence, [])
    dialog.save()
    assert shell.said[-1] == (sentence, True)
    core.people.archive([tom], False)
    assert opened(tom).delivery.head.text().startswith("You will be reminded")


def test_a_deadline_at_night_comes_before_it(opened: Open, tom: int) -> None:
    dialog = opened(tom)
    say(dialog, "tomorrow 22:00")
    dialog.fixed.click()
    assert dialog.delivery.head.text() == "You will be reminded Fri 13 March · 09:00"
    assert "is quiet" in dialog.delivery.reason.text()


def test_words_and_fields_keep_in_step(opened: Open, tom: int) -> None:
    dialog = opened(tom)
    say(dialog, "in 3 weeks")
    assert dialog.due.day.date() == QDate(2026, 4, 2)
    assert dialog.due.all_day.isChecked()
    assert dialog.due.due() == date(2026, 4, 2)
    dialog.due.all_day.click()
    dialog.due.time.setTime(QTime(15, 30))
    assert dialog.due.words.text() == ""
    assert dialog.due.due() == datetime(2026, 4, 2, 13, 30, tzinfo=UTC)


def test_words_that_make_no_sense_are_not_saved(opened: Open, tom: int) -> None:
    dialog = opened(tom, text="Call")
    say(dialog, "when pigs fly")
    assert "next fri 10:00" in dialog.due.sorry.text()
    assert not dialog.due.sorry.isHidden()
    assert not dialog.save_button.isEnabled()
    say(dialog, "tomorrow")
    assert dialog.due.sorry.isHidden()
    assert dialog.save_button.isEnabled()


def test_a_repeat_can_be_said_with_the_moment(opened: Open, core: Core, tom: int) -> None:
    dialog = opened(tom, text="Look back")
    say(dialog, "every first monday 10:00")
    assert dialog.repeat.choice.currentText() == "Every first Monday of the month"
    QTest.mouseClick(dialog.save_button, LEFT)
    found = only(core, tom)
    assert (found.due, found.repeat) == (datetime(2026, 4, 6, 8, tzinfo=UTC), "FREQ=MONTHLY;BYDAY=1MO")


def test_so_many_days_after_the_last_contact(opened: Open, core: Core, tom: int) -> None:
    dialog = opened(tom, text="Ask")
    say(dialog, "30 days after the last contact")
    QTest.mouseClick(dialog.save_button, LEFT)
    found = only(core, tom)
    assert (found.due, found.repeat) == (date(2026, 4, 1), "after 30 days")


def test_a_repeat_in_words_of_ones_own(opened: Open, core: Core, tom: int) -> None:
    dialog = opened(tom, text="Ask")
    dialog.repeat.choice.setCurrentIndex(dialog.repeat.choice.count() - 1)
    dialog.repeat.choice.activated.emit(dialog.repeat.choice.count() - 1)
    assert not dialog.save_button.isEnabled(), "nothing is said yet"
    QTest.keyClicks(dialog.repeat.own, "every 2 weeks")
    assert dialog.repeat.understood.text() == "every 2 weeks"
    QTest.keyClick(dialog.repeat.own, Qt.Key.Key_Return)
    assert only(core, tom).repeat.startswith("FREQ=WEEKLY;INTERVAL=2")


def test_a_channel_that_is_not_allowed_says_so(opened: Open, core: Core, tom: int) -> None:
    draft = replace(
        PersonDraft.of(core.people.file(tom)),
        permissions={Channel.CALL: Permission.URGENT_ONLY, Channel.EMAIL: Permission.PREFERRED},
    )
    core.people.save(tom, draft)
    dialog = opened(tom)
    assert dialog.channel.choice.itemText(1) == "E-mail · preferred"
    assert dialog.channel.choice.itemText(dialog.channel.choice.count() - 1) == "Call · urgent only"
    dialog.channel.show_channel(Channel.CALL)
    assert dialog.channel.why_not.text() == "Tom Keller: call is urgent only."
    dialog.urgent.click()
    assert dialog.channel.why_not.isHidden()


def test_urgent_shows_what_counts_as_urgent(opened: Open, core: Core, tom: int) -> None:
    core.settings.set(URGENT_WORDS, "the plant stands still")
    dialog = opened(tom)
    assert dialog.urgent_rule.isHidden()
    dialog.urgent.click()
    assert dialog.urgent_rule.text() == (
        "Urgent is: the plant stands still. Comes through quiet time for A clients, by call, 08:00–20:00."
    )
    say(dialog, "sat 11:00")
    dialog.channel.show_channel(Channel.CALL)
    dialog.channel.changed.emit()
    assert dialog.delivery.head.text() == "You will be reminded Sat 14 March · 11:00"


def test_times_when_both_are_open_are_one_click_away(opened: Open, core: Core, tom: int) -> None:
    from relapp.domain.boundaries.week_text import read_or_refuse

    core.hours.set_person_zone(tom, "America/New_York")
    core.hours.set_person_hours(tom, read_or_refuse("mon-fri 09:00-17:00"))
    dialog = opened(tom, text="Call")
    dialog.channel.show_channel(Channel.CALL)
    dialog.channel.changed.emit()
    first = dialog.delivery.chips[0]
    assert first.text() == "Fri 13 March · 14:00 (09:00 in New York)"
    QTest.mouseClick(first, LEFT)
    assert dialog.due.due() == datetime(2026, 3, 13, 13, tzinfo=UTC)
    assert dialog.delivery.head.text() == "You will be reminded Fri 13 March · 14:00"


def test_without_a_person_it_asks_whom(qtbot: QtBot, opened: Open, core: Core, marta: int) -> None:
    dialog = opened(text="Send the estimate")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PersonPicker)))
    assert dialog.delivery.head.text() == "You will be reminded Fri 13 March · 09:00", "before anybody is named"
    assert not dialog.save_button.isEnabled()
    box = dialog.findChildren(PersonPicker)[0]
    QTest.keyClicks(box.line, "marta")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert dialog.whom.text() == "Marta Oduya"
    QTest.mouseClick(dialog.save_button, LEFT)
    assert only(core, marta).what == "Send the estimate"


def test_one_is_changed_and_deleted(opened: Open, core: Core, tom: int, shell: ShellDouble) -> None:
    new = NewFollowUp(tom, "Call", datetime(2026, 3, 20, 9, tzinfo=UTC), urgent=True, channel=Channel.CALL, note="X")
    stored = core.follow_ups.add(new)
    dialog = opened(follow_up=stored)
    assert dialog.said() == new
    dialog.what.setFocus()
    dialog.what.selectAll()
    QTest.keyClicks(dialog.what, "Write")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert only(core, tom).what == "Write"
    QTest.mouseClick(opened(follow_up=stored).delete_button, LEFT)
    assert core.follow_ups.of_person(tom) == []
    assert shell.said[-1] == ("Follow-up deleted.", True)


def test_what_is_refused_is_said_in_the_dialog(opened: Open, core: Core, tom: int) -> None:
    dialog = opened(tom, text="x" * 600)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible()
    assert "letters" in dialog.errors.text()
    assert core.follow_ups.of_person(tom) == []
