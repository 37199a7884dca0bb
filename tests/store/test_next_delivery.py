"""The stored next delivery follows whatever moves it, at once or, when my hours change, batch by batch."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from relapp.core import Core
from relapp.domain.errors import Cancelled
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Tier
from relapp.domain.settings import URGENT_TIERS, WEEK
from relapp.store import next_delivery
from relapp.store.my_hours import read
from tests.clocks import StandingClock

SATURDAY = datetime(2026, 3, 14, 10, tzinfo=UTC)
MONDAY_OPENING = datetime(2026, 3, 16, 8, tzinfo=UTC)
"""09:00 in Berlin; office hours hold."""


def stored(core: Core) -> dict[int, datetime]:
    """What waits, and for when."""
    rows = core.desk.db.rows("SELECT follow_up_id, at FROM next_delivery WHERE waiting = 1")
    return {id_: datetime.fromtimestamp(at, UTC) for id_, at in rows}


def plan(core: Core, person: int, due: datetime | date = SATURDAY, **more: object) -> int:
    return core.follow_ups.add(NewFollowUp(person, "Ask for the plan", due, **more))  # type: ignore[arg-type]


def test_a_new_follow_up_has_its_delivery_at_once(core: Core, tom: int) -> None:
    one = plan(core, tom)
    assert stored(core) == {one: MONDAY_OPENING}


def test_what_is_snoozed_comes_then(core: Core, tom: int) -> None:
    one = plan(core, tom)
    core.follow_ups.snooze(one, datetime(2026, 3, 13, 12, tzinfo=UTC))
    assert stored(core) == {one: datetime(2026, 3, 13, 12, tzinfo=UTC)}
    core.history.undo()
    assert stored(core) == {one: MONDAY_OPENING}


def test_done_takes_it_away_and_undoing_brings_it_back(core: Core, tom: int) -> None:
    one = plan(core, tom)
    core.follow_ups.done(one)
    assert stored(core) == {}
    core.history.undo()
    assert stored(core) == {one: MONDAY_OPENING}
    core.history.redo()
    assert stored(core) == {}


def test_deleting_and_undoing_the_making_take_it_away(core: Core, tom: int) -> None:
    core.follow_ups.delete([plan(core, tom)])
    plan(core, tom)
    core.history.undo()
    assert stored(core) == {}
    assert core.desk.db.value("SELECT count(*) FROM next_delivery") == 0


def test_people_in_the_archive_have_none_until_they_are_back(core: Core, tom: int) -> None:
    one = plan(core, tom)
    core.people.archive([tom])
    assert stored(core) == {}
    core.history.undo()
    assert stored(core) == {one: MONDAY_OPENING}


def test_the_trash_holds_none(core: Core, tom: int) -> None:
    one = plan(core, tom)
    core.people.trash([tom])
    assert stored(core) == {}
    core.people.restore([tom])
    assert stored(core) == {one: MONDAY_OPENING}


def test_a_persons_tier_decides_whether_urgent_matters_pass(core: Core, tom: int) -> None:
    one = plan(core, tom, urgent=True, channel="call")
    assert stored(core) == {one: MONDAY_OPENING}
    core.people.set_tier([tom], Tier.A)
    assert stored(core) == {one: SATURDAY}


def test_the_stored_rows_are_never_journalled(core: Core, tom: int) -> None:
    core.follow_ups.done(plan(core, tom))
    tables = {name for (name,) in core.desk.db.rows("SELECT DISTINCT in_table FROM change_row")}
    assert "follow_up" in tables
    assert not tables & {"next_delivery", "stale_follow_up", "delivery"}


def test_a_repeat_that_was_delivered_waits_for_its_next_moment(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, datetime(2026, 3, 12, 10, tzinfo=UTC), repeat="FREQ=WEEKLY")
    clock.at = datetime(2026, 3, 12, 10, tzinfo=UTC)
    deliver(core)
    assert stored(core) == {one: datetime(2026, 3, 19, 10, tzinfo=UTC)}


def test_what_was_delivered_waits_no_more_and_counts_as_shown(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, clock.at)
    deliver(core)
    assert stored(core) == {}
    assert next_delivery.shown_count(core.desk.db) == 1


def deliver(core: Core) -> None:
    due = core.reminders.intend(core.reminders.due_now(), "test")
    keys = [one.reminder.key for one in due]
    core.reminders.shown(keys)
    core.reminders.confirm(keys, "test")


class TestWhenMyHoursChange:
    """Rows keep the version they were made by, and are made anew in batches."""

    @pytest.fixture
    def planned(self, core: Core, tom: int) -> Core:
        """Five follow-ups on a Saturday."""
        for _ in range(5):
            plan(core, tom)
        return core

    def test_the_rows_are_old_and_are_made_anew(self, planned: Core) -> None:
        planned.settings.set(WEEK, "mon-sat 11:30-17:00")
        assert planned.reminders.stale_count() == 5
        assert set(stored(planned).values()) == {MONDAY_OPENING}
        planned.reminders.recompute()
        assert planned.reminders.stale_count() == 0
        assert set(stored(planned).values()) == {datetime(2026, 3, 14, 10, 30, tzinfo=UTC)}

    def test_undoing_brings_back_the_old_version(self, planned: Core) -> None:
        planned.settings.set(WEEK, "sat 11:30-17:00")
        planned.history.undo()
        assert planned.reminders.stale_count() == 0

    def test_only_what_moves_deliveries_makes_another_version(self, planned: Core) -> None:
        planned.settings.set(URGENT_TIERS, "A,B")
        assert planned.reminders.stale_count() == 5

    def test_progress_is_told_and_an_interrupted_one_goes_on(self, planned: Core) -> None:
        db = planned.desk.db
        db.execute("UPDATE next_delivery SET version = follow_up_id WHERE true")
        rows = db.rows("SELECT follow_up_id, at FROM next_delivery ORDER BY follow_up_id")
        many = 3 * next_delivery.BATCH
        with db.transaction():
            db.many(
                "INSERT INTO next_delivery (follow_up_id, at, version) VALUES (?, 0, 0)",
                [(1000 + one,) for one in range(many)],
            )
        told: list[tuple[int, int]] = []

        def stop(done: int, total: int) -> None:
            told.append((done, total))
            if len(told) == 2:
                raise Cancelled

        with pytest.raises(Cancelled):
            planned.reminders.recompute(stop)
        total = len(rows) + many
        assert told == [(200, total), (400, total)]
        assert planned.reminders.stale_count() == total - 400
        planned.reminders.recompute()
        assert planned.reminders.stale_count() == 0
        assert db.rows("SELECT follow_up_id, at FROM next_delivery ORDER BY follow_up_id") == rows

    def test_the_writing_of_one_leaves_the_old_ones_alone(self, planned: Core, ana: int) -> None:
        planned.settings.set(WEEK, "sat 11:30-17:00")
        plan(planned, ana)
        assert planned.reminders.stale_count() == 5

    def test_another_zone_is_another_version(self, planned: Core) -> None:
        here, there = (read(planned.desk.db, ZoneInfo(name)).version for name in ("Europe/Berlin", "Asia/Tokyo"))
        assert here != there


def test_nothing_is_recomputed_where_nothing_is_old(core: Core, tom: int) -> None:
    plan(core, tom)
    before = core.desk.db.connection.total_changes
    core.reminders.recompute()
    assert core.desk.db.connection.total_changes == before
