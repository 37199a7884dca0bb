"""What the reminder window says of each reminder, and what it keeps to itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Channel, Permission, PointKind
from relapp.domain.reminders import Shown
from relapp.domain.settings import NEUTRAL
from tests.clocks import NOW
from tests.ui.delivering import deliver, plan
from tests.ui.reminders.rows import chips, names, only
from ui.reminders.window import ReminderWindow


def test_it_says_who_and_what_with_a_way_to_call(popup: ReminderWindow, core: Core, tom: int) -> None:
    plan(core, tom, "How was the trip to Norway?", channel=Channel.CALL)
    popup.show_reminders(deliver(core))
    row = only(popup)
    assert (row.wording.title, row.wording.text) == ("Call Tom Keller", "How was the trip to Norway?")
    assert names(row)[:3] == ["Call", "E-mail", "Done"]
    assert names(row)[-1] == "Open"
    assert "A follow-up is due" in popup.accessibleName()


def test_without_a_channel_it_says_what_to_do_and_for_whom(popup: ReminderWindow, core: Core, marta: int) -> None:
    plan(core, marta, "Send revised estimate", due=date(2026, 3, 10))
    popup.show_reminders(deliver(core))
    row = only(popup)
    assert (row.wording.title, row.wording.text) == ("Send revised estimate", "Marta Oduya")
    assert "2 days late" in chips(row)
    assert "Call" not in names(row) and "E-mail" not in names(row)


def test_several_stand_in_one_window(popup: ReminderWindow, core: Core, tom: int, marta: int) -> None:
    first, second = plan(core, tom, "Call back"), plan(core, marta, "Write")
    popup.show_reminders(deliver(core))
    assert sorted(popup.keys()) == sorted([first, second])
    assert popup.accessibleName() == "2 follow-ups are due"


def test_it_tells_the_hour_at_the_persons_place(popup: ReminderWindow, core: Core, tom: int) -> None:
    core.hours.set_person_zone(tom, "Asia/Tokyo")
    plan(core, tom, "Trip")
    popup.show_reminders(deliver(core))
    assert any(text.startswith("18:12 in Tokyo") for text in chips(only(popup)))


def test_one_that_may_have_been_seen_is_marked(popup: ReminderWindow, core: Core, tom: int) -> None:
    plan(core, tom, "Trip")
    (shown,) = deliver(core)
    popup.show_reminders([Shown(shown.reminder, shown.name, shown.at, shown.reason, shown.late, again=True)])
    assert "shown before" in chips(only(popup))


def test_on_a_shared_screen_it_names_nobody(popup: ReminderWindow, core: Core, tom: int) -> None:
    core.settings.set(NEUTRAL, True)
    plan(core, tom, "Bring the contract", channel=Channel.CALL)
    popup.show_reminders(deliver(core))
    row = only(popup)
    said = " ".join([row.accessibleName(), *names(row), *chips(row), *[one.toolTip() for one in row.buttons]])
    assert "Keller" not in said and "contract" not in said and "Call" not in said
    assert row.wording.title == "A follow-up is due"


def test_markup_in_a_text_is_shown_as_it_is_written(popup: ReminderWindow, core: Core, tom: int) -> None:
    plan(core, tom, "<b>bold</b> & more")
    popup.show_reminders(deliver(core))
    assert only(popup).wording.title == "<b>bold</b> & more"


def test_what_the_person_does_not_allow_is_not_offered(popup: ReminderWindow, core: Core, tom: int) -> None:
    file = core.people.file(tom)
    said = {PointKind.PHONE: Permission.NOT_ALLOWED, PointKind.EMAIL: Permission.URGENT_ONLY}
    points = tuple(replace(one, permission=said[one.kind]) for one in file.points)
    core.people.save(tom, replace(PersonDraft.of(file), points=points))
    plan(core, tom, "Trip", channel=Channel.CALL)
    urgent = plan(core, tom, "Fire", urgent=True)
    popup.show_reminders(deliver(core))
    ways = {row.key: [name for name in names(row) if name in ("Call", "E-mail")] for row in popup.rows()}
    assert ways.pop(urgent) == ["E-mail"]
    assert list(ways.values()) == [[]]


def test_why_it_comes_is_said_unless_it_comes_when_it_was_due(
    popup: ReminderWindow, core: Core, tom: int, marta: int
) -> None:
    usual = plan(core, tom, "Trip", due=NOW)
    quiet = plan(core, marta, "Write", due=NOW - timedelta(hours=13))  # last night at nine
    popup.show_reminders(deliver(core))
    said = {row.key: chips(row) for row in popup.rows()}
    assert said[usual] == []
    assert said[quiet] == ["1 day late", "waiting since Thu 12 March 09:00"]
