"""Answers I owe: what came in one way waits until something goes back, and is due in business time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from relapp.core import Core
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.settings import ANSWER_HOURS, ME_ZONE, WEEK
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW

BERLIN = ZoneInfo("Europe/Berlin")
LAST_NIGHT = datetime(2026, 3, 11, 21, 40, tzinfo=BERLIN).astimezone(UTC)


@pytest.fixture(autouse=True)
def hours(core: Core) -> None:
    core.settings.set(ME_ZONE, "Europe/Berlin")
    core.settings.set(WEEK, "mon-fri 09:00-12:30, 13:30-17:30")


def came(core: Core, person: int, kind: str, at: datetime, **more: object) -> int:
    return core.entries.log(NewEntry(kind, at, (person,), direction=Direction.IN, **more))  # type: ignore[arg-type]


def test_a_mail_at_night_is_to_be_answered_within_four_business_hours(core: Core, tom: int) -> None:
    entry = came(core, tom, "email", LAST_NIGHT)
    [due] = core.follow_ups.answers_due()
    assert (due.person, due.shown, due.entry, due.at) == (tom, "Tom Keller", entry, LAST_NIGHT)
    assert due.due_at == datetime(2026, 3, 12, 14, 0, tzinfo=BERLIN)
    assert due.outside_hours
    assert core.today.read().answers == (due,)
    core.settings.set(ANSWER_HOURS, 8)
    [due] = core.follow_ups.answers_due()
    assert due.due_at == datetime(2026, 3, 13, 9, 30, tzinfo=BERLIN)


def test_within_hours_it_is_not_marked(core: Core, tom: int) -> None:
    came(core, tom, "message", datetime(2026, 3, 11, 9, 0, tzinfo=BERLIN))
    [due] = core.follow_ups.answers_due()
    assert (due.outside_hours, due.due_at) == (False, datetime(2026, 3, 11, 14, 0, tzinfo=BERLIN))


@pytest.mark.parametrize(
    ("kind", "direction", "outcome"),
    [
        ("email", Direction.OUT, None),
        ("call", Direction.OUT, Outcome.LEFT_MESSAGE),
        ("call", Direction.IN, Outcome.SPOKE),
        ("meeting", Direction.NONE, None),
    ],
)
def test_anything_that_goes_back_settles_it(
    core: Core, tom: int, kind: str, direction: Direction, outcome: Outcome | None
) -> None:
    came(core, tom, "email", LAST_NIGHT)
    core.entries.log(NewEntry("note", NOW, (tom,), direction=Direction.NONE))
    assert len(core.follow_ups.answers_due()) == 1
    core.entries.log(NewEntry(kind, NOW - timedelta(hours=1), (tom,), direction=direction, outcome=outcome))
    assert core.follow_ups.answers_due() == []
    core.history.undo()
    assert len(core.follow_ups.answers_due()) == 1


def test_the_oldest_of_several_counts(core: Core, tom: int) -> None:
    came(core, tom, "email", LAST_NIGHT - timedelta(days=3))
    core.entries.log(NewEntry("email", LAST_NIGHT - timedelta(days=2), (tom,)))
    first = came(core, tom, "email", LAST_NIGHT - timedelta(days=1))
    came(core, tom, "message", LAST_NIGHT)
    assert [one.entry for one in core.follow_ups.answers_due()] == [first]


def test_a_call_waits_only_where_a_message_was_left(core: Core, tom: int, ana: int) -> None:
    came(core, tom, "call", LAST_NIGHT, outcome=Outcome.LEFT_MESSAGE)
    came(core, ana, "call", LAST_NIGHT, outcome=Outcome.NO_ANSWER)
    assert [one.person for one in core.follow_ups.answers_due()] == [tom]


def test_what_does_not_count_as_contact_asks_for_no_answer(core: Core, tom: int) -> None:
    came(core, tom, "email", LAST_NIGHT, counts=False)
    assert core.follow_ups.answers_due() == []


def test_old_letters_raise_no_wall_and_people_put_aside_none_at_all(core: Core, tom: int, ana: int) -> None:
    came(core, tom, "letter", NOW - timedelta(days=31))
    came(core, ana, "letter", NOW - timedelta(days=29))
    assert [one.person for one in core.follow_ups.answers_due()] == [ana]
    core.people.archive([ana])
    assert core.follow_ups.answers_due() == []


def test_what_is_still_to_come_waits_for_nothing(core: Core, tom: int) -> None:
    came(core, tom, "email", NOW + timedelta(hours=1))
    assert core.follow_ups.answers_due() == []


def test_never_open_it_is_due_in_plain_time(core: Core, tom: int) -> None:
    core.settings.set(WEEK, "")
    came(core, tom, "email", LAST_NIGHT)
    [due] = core.follow_ups.answers_due()
    assert due.due_at == LAST_NIGHT + timedelta(hours=4)
