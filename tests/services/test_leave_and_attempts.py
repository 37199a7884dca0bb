"""My leave and what counts as contact move the days on which people are due, at once and back again."""

from __future__ import annotations

from datetime import date, timedelta

from relapp.core import Core
from relapp.domain.cadence import State
from relapp.domain.entries.kind import Direction
from relapp.domain.people import Tier
from relapp.domain.settings import ATTEMPTS_COUNT
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock
from ui.people.header_words import standing_of

DAY = timedelta(days=1)


def due(core: Core, person: int) -> str | None:
    return core.people.file(person).due_on


def met(core: Core, person: int) -> None:
    core.people.set_tier([person], Tier.A)
    core.entries.log(NewEntry("meeting", NOW, (person,)))


def test_leave_puts_off_whom_it_touches_and_undo_brings_the_day_back(core: Core, tom: int, ana: int) -> None:
    met(core, tom)
    core.people.set_cadence([ana], 5)
    closure = core.hours.close(date(2026, 4, 3), date(2026, 4, 12), "Leave")
    assert (due(core, tom), due(core, ana)) == ("2026-04-21", "2026-03-17")
    core.hours.close(date(2026, 4, 11), date(2026, 4, 13))
    assert due(core, tom) == "2026-04-22"
    core.hours.delete_closure(closure)
    assert due(core, tom) == "2026-04-14"
    core.history.undo()
    assert due(core, tom) == "2026-04-22"
    core.people.set_cadence([tom], 20)
    assert due(core, tom) == "2026-04-01"
    assert core.files.check() == []


def test_holidays_and_what_lies_behind_the_due_day_move_nothing(core: Core, tom: int) -> None:
    met(core, tom)
    core.hours.choose_holidays("DE")
    core.hours.close(date(2026, 2, 1), NOW.date())
    core.hours.close(date(2026, 4, 12), date(2026, 4, 20))
    assert due(core, tom) == "2026-04-11"


def test_the_ring_counts_up_to_the_day_that_leave_made_of_it(core: Core, clock: StandingClock, tom: int) -> None:
    met(core, tom)
    core.hours.close(date(2026, 4, 3), date(2026, 4, 12))
    clock.advance(days=35)
    found = standing_of(core.people.file(tom), core.desk.today(), core.desk.zone())
    assert (found.state, found.days, found.of, found.late) == (State.SOON, 35, 40, 0)


def test_leave_that_many_rhythms_wait_for_is_followed_in_batches(core: Core, tom: int, ana: int) -> None:
    for person in (tom, ana):
        for days in range(0, 50, 10):
            core.entries.log(NewEntry("meeting", NOW - days * DAY, (person,)))
    core.desk.db.execute("INSERT INTO remembered (key, value) VALUES ('derived.rhythms_from', '0')")
    core.desk.db.execute("DELETE FROM rhythm")
    assert core.files.behind() == 2
    assert core.files.check() == []
    core.files.catch_up()
    assert core.files.behind() == 0
    assert core.desk.db.rows("SELECT quiet_on FROM rhythm") == [("2026-03-27",)] * 2
    core.hours.close(date(2026, 3, 13), date(2026, 3, 14))
    assert core.desk.db.rows("SELECT quiet_on FROM rhythm") == [("2026-03-29",)] * 2


def test_attempts_count_for_the_due_day_alone(core: Core, clock: StandingClock, tom: int, ana: int) -> None:
    met(core, tom)
    core.people.set_tier([ana], Tier.A)
    clock.advance(days=10)
    core.entries.log(NewEntry("email", clock.at, (tom, ana), direction=Direction.OUT))
    assert (due(core, tom), due(core, ana)) == ("2026-04-11", "2026-04-11")
    core.settings.set(ATTEMPTS_COUNT, True)
    assert (due(core, tom), due(core, ana)) == ("2026-04-21", "2026-04-21")
    clock.advance(days=1)
    core.entries.log(NewEntry("email", clock.at, (tom,), direction=Direction.OUT))
    file = core.people.file(tom)
    assert file.due_on == "2026-04-22"
    assert (file.rhythm.last_contact, file.rhythm.attempts) == (NOW, 2)
    core.history.undo()
    core.history.undo()
    assert (due(core, tom), due(core, ana)) == ("2026-04-11", "2026-04-11")
