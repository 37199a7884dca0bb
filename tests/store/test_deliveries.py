"""The log of deliveries: once and never again, whoever asks, whatever the clock says and whoever dies between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from relapp.domain.reminders import Planned, Reminder
from relapp.domain.settings import CADENCES
from relapp.store import deliveries
from relapp.store.connection import Database
from relapp.store.deliveries import LEASE
from relapp.store.derived import Basis
from relapp.store.upgrade import open_file
from tests.blank import blank
from tests.clocks import NOW

BASIS = Basis(NOW, UTC, {tier: option.default for tier, option in CADENCES.items()})
ONE = ("f:1", NOW.isoformat())


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = open_file(blank(tmp_path / "mine.db"))
    yield made
    made.close()


@pytest.fixture
def other(db: Database) -> Iterator[Database]:
    """Another process on the same file."""
    made = open_file(db.path)
    yield made
    made.close()


def planned(key: str = "f:1", due: datetime = NOW, held: bool = False) -> Planned:
    return Planned(Reminder(key, 1, "Call", due, NOW - timedelta(days=1)), NOW, "because", late=False, held=held)


def taken(db: Database, one: Planned, at: datetime = NOW, mine: tuple[tuple[str, str], ...] = ()) -> list[bool]:
    """For each that may be shown whether it was shown before."""
    return [each.again for each in deliveries.intend(db, [one], at, "test", mine)]


def test_what_was_confirmed_never_comes_again(db: Database, other: Database) -> None:
    assert taken(db, planned()) == [False]
    deliveries.shown(db, [ONE], NOW)
    deliveries.confirm(db, [ONE], BASIS, "test")
    for at in (NOW, NOW + timedelta(days=400), NOW - timedelta(hours=1)):
        assert taken(db, planned(), at, (ONE,)) == []
        assert taken(other, planned(), at) == []


def test_another_moment_of_it_does(db: Database) -> None:
    taken(db, planned())
    deliveries.confirm(db, [ONE], BASIS, "test")
    assert taken(db, planned(due=NOW + timedelta(hours=1))) == [False]


def test_two_processes_never_show_the_same(db: Database, other: Database) -> None:
    assert taken(db, planned()) == [False]
    assert taken(other, planned(), NOW + timedelta(seconds=LEASE - 1)) == []


def test_one_process_may_try_its_next_back_end_at_once(db: Database) -> None:
    taken(db, planned())
    deliveries.fail(db, [ONE])
    assert taken(db, planned(), NOW + timedelta(seconds=2), (ONE,)) == [False]


def test_whoever_was_killed_before_it_was_shown_leaves_no_mark(db: Database, other: Database) -> None:
    taken(db, planned())
    assert taken(other, planned(), NOW + timedelta(seconds=LEASE)) == [False]


def test_whoever_was_killed_between_shown_and_confirmed_has_it_shown_once_more_marked(
    db: Database, other: Database
) -> None:
    taken(db, planned())
    deliveries.shown(db, [ONE], NOW)
    assert [one.again for one in deliveries.unconfirmed(other)] == [False]
    assert taken(other, planned(), NOW + timedelta(seconds=LEASE)) == [True]
    deliveries.shown(other, [ONE], NOW)
    deliveries.confirm(other, [ONE], BASIS, "test")
    assert deliveries.unconfirmed(other) == []
    assert db.value("SELECT times FROM delivery") == 2


def test_what_a_back_end_refused_was_not_shown(db: Database, other: Database) -> None:
    taken(db, planned())
    deliveries.shown(db, [ONE], NOW)
    deliveries.fail(db, [ONE])
    assert taken(other, planned(), NOW + timedelta(seconds=LEASE)) == [False]
    deliveries.shown(other, [ONE], NOW)
    deliveries.confirm(other, [ONE], BASIS, "window")
    assert db.one("SELECT times, back_end FROM delivery") == (1, "window")


def test_a_clock_that_was_set_back_does_not_keep_a_dead_ones_hold(db: Database, other: Database) -> None:
    taken(db, planned())
    assert taken(other, planned(), NOW - timedelta(hours=1)) == [False]


def test_held_back_ones_are_counted_from_when_they_were_delivered(db: Database) -> None:
    for key, held in (("f:1", True), ("f:2", False)):
        taken(db, planned(key, held=held))
        deliveries.confirm(db, [(key, NOW.isoformat())], BASIS, "test")
    taken(db, planned("f:3", held=True))
    assert deliveries.held_since(db, NOW) == [NOW]
    assert deliveries.held_since(db, NOW + timedelta(seconds=1)) == []


def test_the_log_is_on_disk_before_anything_is_shown(db: Database) -> None:
    assert db.value("PRAGMA synchronous") == 2
    taken(db, planned())
    assert not db.connection.in_transaction


def test_noting_in_haste_waits_for_no_disk_and_leaves_the_next_as_durable_as_ever(
    db: Database, other: Database
) -> None:
    pragmas = ("synchronous", "wal_autocheckpoint")
    before = [db.value(f"PRAGMA {one}") for one in pragmas]
    taken(db, planned())
    deliveries.shown_soon_on_disk(db, [ONE], NOW)
    assert [db.value(f"PRAGMA {one}") for one in pragmas] == before
    assert before[0] == 2  # FULL
    (seen,) = deliveries.unconfirmed(other)
    assert seen.shown_at == NOW
    assert deliveries.take_back(other, [ONE]) == set()
