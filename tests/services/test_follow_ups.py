"""Follow-ups as the user plans, closes and moves them; each act is one change that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from relapp.core import Core
from relapp.domain.changes import Area, Change
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused
from relapp.domain.follow_ups import FollowUpFilter, NewFollowUp, Standing, State, as_new
from relapp.domain.people import Channel, Tier
from relapp.domain.settings import ME_ZONE, WEEK
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 3, 12)
WEEKLY = "FREQ=WEEKLY;BYDAY=MO"


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), BERLIN).astimezone(UTC)


@pytest.fixture(autouse=True)
def hours(core: Core) -> None:
    core.settings.set(ME_ZONE, "Europe/Berlin")
    core.settings.set(WEEK, "mon-fri 09:00-12:30, 13:30-17:30")


def standings(core: Core, **narrowed: object) -> dict[str, Standing]:
    wanted = FollowUpFilter(frozenset(Standing), **narrowed)  # type: ignore[arg-type]
    return {line.what: line.standing for line in core.follow_ups.lines(wanted)}


def plan(core: Core, person: int, what: str, due: datetime | date, **more: object) -> int:
    return core.follow_ups.add(NewFollowUp(person, what, due, **more))  # type: ignore[arg-type]


# --- planning


def test_what_was_planned_is_there_and_can_be_undone(core: Core, tom: int, told: list[Change]) -> None:
    new = NewFollowUp(
        tom, " Ask  about Norway ", at(TODAY, 13), True, True, True, Channel.CALL, "after 30 days", "The trip"
    )
    id_ = core.follow_ups.add(new)
    found = core.follow_ups.get(id_)
    assert (found.what, found.due, found.channel, found.note) == (
        "Ask about Norway", at(TODAY, 13), Channel.CALL, "The trip",
    )  # fmt: skip
    assert (found.fixed, found.urgent, found.anyway, found.state) == (True, True, True, State.OPEN)
    assert (found.set_at, found.anchor, found.series) == (NOW, at(TODAY, 13), found.uid)
    assert Area.FOLLOW_UPS in told[-1].areas
    assert core.history.list()[0].title == "Follow-up with Tom Keller: Ask about Norway"
    core.history.undo()
    with pytest.raises(NoSuchRecord):
        core.follow_ups.get(id_)


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "  "},
        {"what": "x" * 501},
        {"repeat": "whenever it suits"},
        {"due": date(9999, 12, 31)},
        {"due": date(1, 1, 1)},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(core: Core, tom: int, wrong: dict[str, str]) -> None:
    told = {"what": "Call", "due": TODAY, **wrong}
    with pytest.raises(Refused):
        core.follow_ups.add(NewFollowUp(tom, **told))  # type: ignore[arg-type]


def test_nobody_there_and_nobody_in_the_trash_is_followed_up(core: Core, tom: int) -> None:
    with pytest.raises(NoSuchPerson):
        plan(core, 99, "Call", TODAY)
    core.people.trash([tom])
    with pytest.raises(NoSuchPerson):
        plan(core, tom, "Call", TODAY)


# --- standing


def test_todays_stay_todays_until_midnight(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, "an hour ago", NOW - timedelta(hours=1))
    plan(core, tom, "yesterday", at(TODAY - timedelta(days=1), 23, 59))
    plan(core, tom, "tonight", at(TODAY, 23, 59))
    plan(core, tom, "some time today", TODAY)
    plan(core, tom, "at midnight", at(TODAY + timedelta(days=1), 0))
    plan(core, tom, "some time tomorrow", TODAY + timedelta(days=1))
    assert standings(core) == {
        "yesterday": Standing.OVERDUE,
        "some time today": Standing.TODAY,
        "an hour ago": Standing.TODAY,
        "tonight": Standing.TODAY,
        "some time tomorrow": Standing.NEXT,
        "at midnight": Standing.NEXT,
    }
    clock.at = at(TODAY + timedelta(days=1), 0)
    assert list(standings(core).values()).count(Standing.OVERDUE) == 4


def test_counts_are_those_of_the_list(core: Core, tom: int, ana: int) -> None:
    for days in range(-5, 6):
        plan(core, tom, f"day {days}", TODAY + timedelta(days=days))
        plan(core, ana, f"hour {days}", at(TODAY + timedelta(days=days), 15))
    plan(core, tom, "weekly", date(2026, 2, 2), repeat=WEEKLY)
    core.follow_ups.many_done([1, 2])
    core.follow_ups.skip([3])
    core.follow_ups.snooze(12, NOW + timedelta(days=1))
    counted = core.follow_ups.counts()
    for standing in Standing:
        assert counted[standing] == len(core.follow_ups.lines(FollowUpFilter(frozenset({standing})))), standing
    assert sum(counted.values()) == 23


def test_those_of_people_put_aside_never_come_up_but_stand_in_their_own_list(core: Core, tom: int, ana: int) -> None:
    plan(core, tom, "Call", TODAY)
    plan(core, ana, "Write", TODAY)
    core.people.archive([tom])
    assert list(standings(core)) == ["Write"]
    assert list(standings(core, person=tom)) == ["Call"]
    assert core.follow_ups.counts()[Standing.TODAY] == 1
    core.people.trash([ana])
    assert standings(core) == {}
    core.people.archive([tom], False)
    core.people.restore([ana])
    assert sorted(standings(core)) == ["Call", "Write"]


def test_lists_are_narrowed_by_person_channel_and_words(core: Core, tom: int, ana: int) -> None:
    plan(core, tom, "Ask about 100% cotton", TODAY, channel=Channel.CALL)
    plan(core, ana, "Send the plan", TODAY, channel=Channel.EMAIL, note="with the cotton sample")
    assert list(standings(core, person=ana)) == ["Send the plan"]
    assert list(standings(core, channel=Channel.CALL)) == ["Ask about 100% cotton"]
    assert len(standings(core, text="cotton")) == 2
    assert list(standings(core, text="keller cotton")) == ["Ask about 100% cotton"]
    assert list(standings(core, text="100%")) == ["Ask about 100% cotton"]
    assert standings(core, text="1_0") == {}


def test_a_list_is_cut_where_it_was_asked_to(core: Core, tom: int) -> None:
    for number in range(10):
        plan(core, tom, str(number), TODAY + timedelta(days=5 - number))
    assert [line.what for line in core.follow_ups.lines(limit=3)] == ["9", "8", "7"]


# --- closing


def test_done_closes_it_and_logs_the_contact_as_one_change(core: Core, tom: int) -> None:
    id_ = plan(core, tom, "Call", TODAY)
    before = len(core.history.list())
    assert core.follow_ups.done(id_, NewEntry("call", NOW, (tom,), "Norway was cold")) is None
    assert len(core.history.list()) == before + 1
    found = core.follow_ups.get(id_)
    assert (found.state, found.closed_at) == (State.DONE, NOW)
    assert core.desk.db.value("SELECT count(*) FROM entry") == 1
    core.history.undo()
    assert core.follow_ups.get(id_).state is State.OPEN
    assert core.desk.db.value("SELECT count(*) FROM entry") == 0


def test_what_is_closed_is_not_closed_or_snoozed_again(core: Core, tom: int) -> None:
    id_ = plan(core, tom, "Call", TODAY)
    core.follow_ups.skip([id_])
    with pytest.raises(Refused, match="closed already"):
        core.follow_ups.done(id_)
    with pytest.raises(Refused, match="closed already"):
        core.follow_ups.snooze(id_, NOW + timedelta(days=1))
    with pytest.raises(Refused, match="closed already"):
        core.follow_ups.move(id_, TODAY)
    before = len(core.history.list())
    core.follow_ups.many_done([id_])
    assert core.follow_ups.get(id_).state is State.SKIPPED
    assert len(core.history.list()) == before


def test_a_repeat_from_done_goes_on_so_many_days_after_it(core: Core, tom: int, clock: StandingClock) -> None:
    id_ = plan(core, tom, "Coffee", date(2026, 3, 10), repeat="after 30 days", channel=Channel.MESSAGE, note="at Hof 3")
    following = core.follow_ups.done(id_)
    assert following is not None
    found, before = core.follow_ups.get(following), core.follow_ups.get(id_)
    assert (found.due, found.what, found.channel, found.note) == (
        date(2026, 4, 11),
        "Coffee",
        Channel.MESSAGE,
        "at Hof 3",
    )
    assert (found.series, found.anchor, found.set_at) == (before.series, before.anchor, NOW)
    core.history.undo()
    assert [line.id for line in core.follow_ups.lines()] == [id_]


def test_a_repeat_from_the_plan_is_due_anew_at_each_planned_moment(core: Core, tom: int, clock: StandingClock) -> None:
    id_ = plan(core, tom, "Audit", at(date(2026, 2, 16), 9, 30), repeat=WEEKLY)
    [line] = core.follow_ups.lines()
    assert (line.due, line.missed, line.standing) == (at(date(2026, 3, 9), 9, 30), 3, Standing.OVERDUE)
    following = core.follow_ups.done(id_)
    assert following is not None
    [line] = core.follow_ups.lines()
    assert (line.id, line.due, line.missed, line.standing) == (
        following,
        at(date(2026, 3, 16), 9, 30),
        0,
        Standing.NEXT,
    )


def test_skipping_goes_on_too_and_deleting_ends_it(core: Core, tom: int) -> None:
    id_ = plan(core, tom, "Audit", at(date(2026, 3, 16), 9, 30), repeat=WEEKLY)
    core.follow_ups.skip([id_])
    [line] = core.follow_ups.lines()
    assert line.due == at(date(2026, 3, 23), 9, 30)
    core.follow_ups.delete([line.id])
    assert core.follow_ups.lines() == []


def test_reopening_takes_back_what_was_planned_after_it(core: Core, tom: int) -> None:
    id_ = plan(core, tom, "Coffee", date(2026, 3, 10), repeat="after 30 days")
    core.follow_ups.done(id_)
    core.follow_ups.reopen(id_)
    assert [(line.id, line.due) for line in core.follow_ups.lines()] == [(id_, date(2026, 3, 10))]


def test_a_contact_settles_the_follow_ups_that_are_ticked(core: Core, tom: int) -> None:
    first, second = plan(core, tom, "Call", TODAY), plan(core, tom, "Write", TODAY)
    entry = core.follow_ups.log_and_close(NewEntry("call", NOW, (tom,), "All well"), [first])
    assert core.entries.get(entry).text == "All well"
    assert [line.id for line in core.follow_ups.lines()] == [second]
    core.history.undo()
    assert len(core.follow_ups.lines()) == 2
    assert core.desk.db.value("SELECT count(*) FROM entry") == 0
    with pytest.raises(Refused):
        core.follow_ups.log_and_close(NewEntry("call", NOW, ()), [first])
    assert core.follow_ups.get(first).state is State.OPEN


# --- moving and snoozing


def test_moved_to_another_day_it_keeps_its_hour(core: Core, tom: int) -> None:
    timed, all_day = plan(core, tom, "Call", at(TODAY, 10)), plan(core, tom, "Write", TODAY)
    summer = date(2026, 4, 1)
    core.follow_ups.snooze(timed, NOW + timedelta(hours=1))
    for id_ in (timed, all_day):
        core.follow_ups.move(id_, summer)
    assert core.follow_ups.get(timed).due == at(summer, 10)
    assert core.follow_ups.get(timed).snoozed_to is None
    assert core.follow_ups.get(all_day).due == summer


def test_a_snooze_leaves_the_due_moment_and_ends_by_itself(core: Core, tom: int, clock: StandingClock) -> None:
    id_ = plan(core, tom, "Call", at(TODAY, 10))
    core.follow_ups.snooze(id_, NOW + timedelta(hours=1), anyway=True)
    found = core.follow_ups.get(id_)
    assert (found.due, found.snoozed_to, found.snoozed_anyway) == (at(TODAY, 10), NOW + timedelta(hours=1), True)
    assert standings(core) == {"Call": Standing.SNOOZED}
    clock.advance(hours=1)
    assert standings(core) == {"Call": Standing.TODAY}
    with pytest.raises(Refused):
        core.follow_ups.snooze(id_, clock.at)


def test_another_due_moment_ends_the_snooze_and_other_words_do_not(core: Core, tom: int, clock: StandingClock) -> None:
    id_ = plan(core, tom, "Call", at(TODAY, 10))
    core.follow_ups.snooze(id_, NOW + timedelta(hours=1))
    clock.advance(minutes=5)
    core.follow_ups.edit(id_, NewFollowUp(tom, "Ring", at(TODAY, 10)))
    found = core.follow_ups.get(id_)
    assert (found.what, found.snoozed_to, found.set_at) == ("Ring", NOW + timedelta(hours=1), NOW)
    core.follow_ups.edit(id_, NewFollowUp(tom, "Ring", TODAY))
    found = core.follow_ups.get(id_)
    assert (found.due, found.anchor, found.snoozed_to, found.set_at) == (TODAY, TODAY, None, clock.at)


def test_a_repeat_that_went_by_is_edited_as_it_is_due_now(core: Core, tom: int) -> None:
    """With other words it stays where it was; with another moment it counts from that."""
    id_ = plan(core, tom, "Audit", date(2026, 2, 16), repeat=WEEKLY)
    shown = core.follow_ups.standing_now(id_)
    assert shown.due == date(2026, 3, 9)
    core.follow_ups.edit(id_, replace(as_new(shown), note="bring cake"))
    found = core.follow_ups.get(id_)
    assert (found.note, found.due, found.anchor) == ("bring cake", date(2026, 2, 16), date(2026, 2, 16))
    core.follow_ups.edit(id_, replace(as_new(shown), due=date(2026, 3, 16)))
    found = core.follow_ups.get(id_)
    assert (found.due, found.anchor) == (date(2026, 3, 16), date(2026, 3, 16))


def test_the_next_opening_is_the_one_after_now(core: Core, tom: int, clock: StandingClock) -> None:
    id_ = plan(core, tom, "Call", TODAY)
    assert core.follow_ups.next_opening(id_) == at(TODAY, 13, 30)
    clock.at = at(TODAY, 20)
    assert core.follow_ups.next_opening(id_) == at(TODAY + timedelta(days=1), 9)
    core.settings.set(WEEK, "")
    assert core.follow_ups.next_opening(id_) is None


# --- what is said beside it


def test_the_dialog_hears_at_once_when_it_will_come(core: Core, tom: int) -> None:
    told = core.follow_ups.check_due(NewFollowUp(tom, "Call", at(date(2026, 3, 14), 11)))
    assert (told.at, told.late, told.held) == (at(date(2026, 3, 16), 9), True, True)
    assert core.follow_ups.check_due(NewFollowUp(0, "Call", at(TODAY, 14))).at == at(TODAY, 14)


def test_the_list_says_when_it_is_delivered(core: Core, tom: int) -> None:
    plan(core, tom, "Lunch time", at(TODAY, 13))
    [line] = core.follow_ups.lines()
    assert line.deliver_at == at(TODAY, 13, 30)


def test_times_are_proposed_when_both_are_open(core: Core, tom: int) -> None:
    core.settings.set(WEEK, "mon-fri 09:00-17:00")
    core.hours.set_person_zone(tom, "America/New_York")
    from relapp.domain.boundaries.hours import OFFICE

    core.hours.set_person_hours(tom, OFFICE)
    proposed = core.follow_ups.times_both_open(tom, Channel.CALL, NOW)
    assert proposed[:2] == [at(TODAY, 14), at(TODAY + timedelta(days=1), 14)]
    assert core.follow_ups.times_both_open(tom, Channel.LETTER, NOW)[0] == at(TODAY, 10, 15)
    core.people.hold(tom, date(2026, 3, 20))
    assert core.follow_ups.times_both_open(tom, Channel.CALL, NOW)[0] == at(date(2026, 3, 20), 14)


def test_what_is_due_soon_is_offered_when_a_contact_is_saved(core: Core, tom: int, ana: int) -> None:
    for days in (-30, 0, 7, 8):
        plan(core, tom, str(days), TODAY + timedelta(days=days))
    plan(core, ana, "another's", TODAY)
    core.follow_ups.done(plan(core, tom, "closed", TODAY))
    assert [one.what for one in core.follow_ups.due_soon(tom)] == ["-30", "0", "7"]


def test_words_are_read_against_the_last_contact(core: Core, tom: int) -> None:
    core.entries.log(NewEntry("meeting", NOW - timedelta(days=10), (tom,)))
    found = core.follow_ups.read_words("30 days after the last contact", tom)
    assert found is not None
    assert found.due == date(2026, 4, 1)
    assert core.follow_ups.read_words("some day", tom) is None


# --- people


def test_they_go_with_a_person_and_come_back_with_them(core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    plan(core, tom, "Call", TODAY)
    core.people.delete_for_good([tom])
    assert core.desk.db.value("SELECT count(*) FROM follow_up") == 0
    assert core.files.check() == []
    core.history.undo()
    assert standings(core) == {"Call": Standing.TODAY}
