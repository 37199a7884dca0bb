"""Files of older, newer and equal versions, and steps that fail: the old file is kept, or nothing has happened."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as engine

from relapp.core import Core
from relapp.domain.business import (
    Given,
    Idea,
    Reason,
    Recommendation,
    RecommendationKind,
    Referral,
    Sale,
    Satisfaction,
    StandingMark,
    WinBack,
)
from relapp.domain.directory import PeopleFilter
from relapp.domain.errors import KnownError
from relapp.domain.occasions import OccasionKind
from relapp.domain.people import Channel, Stage, Tier
from relapp.services.desk import Desk
from relapp.store.migrations import STEPS
from relapp.store.upgrade import open_file
from tests.clocks import StandingClock
from tests.store import version_1, version_2, version_3

HAT = (*STEPS, "ALTER TABLE person ADD COLUMN hat TEXT NOT NULL DEFAULT 'none'; UPDATE person SET hat = 'bowler'")
BROKEN = (*STEPS, "ALTER TABLE person ADD COLUMN hat TEXT; INSERT INTO nowhere VALUES (1)")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of version 1."""
    path = tmp_path / "old.db"
    version_1.write(path)
    return path


def opened(path: Path, steps: tuple[str, ...] = STEPS) -> Core:
    return Core(Desk(open_file(path, None, steps), StandingClock(), lambda change: None))


def test_a_file_of_the_first_version_opens_with_all_it_holds(old: Path) -> None:
    core = opened(old)
    assert [line.shown for line in core.directory.page(PeopleFilter())] == ["Tom Keller"]
    assert core.people.get(1).tier is Tier.A
    assert [hit.id for hit in core.finding.ranked("drammen")] == [1]
    core.close()


def test_a_file_of_the_second_version_opens_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "second.db"
    version_2.write(path)
    core = opened(path)
    assert [(line.what, line.due, line.channel) for line in core.follow_ups.lines()] == [
        ("Ask about Norway", datetime(2026, 3, 12, 10, tzinfo=UTC), Channel.CALL),
        ("Papers", date(2026, 3, 15), None),
    ]
    assert [(one.kind, one.title, one.lead_days) for one in core.occasions.of_person(1)] == [
        (OccasionKind.BIRTHDAY, "", 0),
        (OccasionKind.RENEWAL, "Contract", 5),
    ]
    assert [record.back_end for record in core.follow_ups.history(1)] == ["desktop"]
    assert core.hours.mine().zone == "Europe/Berlin"
    assert core.follow_ups.done(2) == 3
    assert core.files.check() == []
    core.close()


def test_a_file_of_the_third_version_opens_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "third.db"
    version_3.write(path)
    core = opened(path, HAT)
    ana = core.people.get(2)
    assert (ana.stage, ana.stage_since) == (Stage.NEW, date(2026, 3, 1))
    assert core.facts.get(1).review == date(2026, 9, 1)
    assert core.sales.all() == [Sale(2, "Valve", date(2026, 3, 1), 960050, "EUR", date(2026, 3, 9), "By post", 1)]
    assert core.satisfaction.all() == [Satisfaction(2, date(2026, 3, 10), 9, "On time", 1)]
    assert core.ideas.all() == [Idea(2, date(2026, 3, 2), "A red one", date(2026, 3, 4), "In May", 1)]
    book = Recommendation(RecommendationKind.BOOK, "The sea", ("sailing", "history"), id=1)
    assert core.recommendations.given(2) == [Given(book, date(2026, 3, 5))]
    assert core.referrals.all() == [Referral(2, date(2026, 3, 6), 1, "Tom Keller", date(2026, 3, 7), id=1)]
    assert core.standing_marks.all() == [StandingMark(2, date(2026, 3, 8), 4, True, id=1)]
    assert core.win_backs.all() == [WinBack(2, date(2026, 3, 9), Reason.PRICE, "Twice as much", 1)]
    assert core.desk.db.rows("SELECT name, text FROM phrase") == [("Thanks", "Dear {given_name}, thank you.")]
    assert core.desk.db.rows("SELECT name, rests_until FROM suggestion") == [("welcome:2", "2026-06-11")]
    core.people.delete_for_good([2])
    assert core.sales.all() == []
    core.history.undo()
    assert [one.amount for one in core.sales.of_person(2)] == [960050]
    assert core.files.check() == []
    core.close()


def test_a_file_without_rhythms_gets_them_and_its_leave_counts(tmp_path: Path) -> None:
    path = tmp_path / "second.db"
    version_2.write(path)
    core = opened(path)
    core.desk.db.execute("UPDATE closure SET first = '2025-04-01', last = '2025-04-10' WHERE person_id IS NULL")
    assert (core.files.behind(), core.desk.db.rows("SELECT * FROM rhythm")) == (1, [])
    core.files.ripen()
    assert (core.files.behind(), core.files.check()) == (0, [])
    assert core.desk.db.rows("SELECT person_id, last_day, gaps FROM rhythm") == [(1, "2025-03-12", 0)]
    assert core.people.file(1).due_on == "2025-04-21"
    core.close()


def test_an_older_file_is_brought_up_and_a_copy_of_it_kept(old: Path) -> None:
    core = opened(old, HAT)
    assert core.desk.db.rows("SELECT full_name, hat FROM person") == [("Tom Keller", "bowler")]
    assert core.desk.db.value("PRAGMA user_version") == len(HAT)
    assert core.files.check() == []
    core.close()
    kept = opened(old.with_name("old.db.version-1"))
    assert kept.people.name(1) == "Tom Keller"
    assert "hat" not in [row[1] for row in kept.desk.db.rows("PRAGMA table_info(person)")]
    kept.close()


def test_after_a_step_the_journal_knows_the_new_column(old: Path) -> None:
    core = opened(old, HAT)
    core.people.delete_for_good([1])
    core.history.undo()
    assert core.desk.db.rows("SELECT full_name, hat FROM person") == [("Tom Keller", "bowler")]
    core.close()


def test_triggers_of_an_older_version_go(old: Path) -> None:
    core = opened(old, HAT)
    core.people.tag([1], "golf")
    assert core.people.tags() == ["golf"]
    core.close()


def test_a_copy_that_is_there_already_is_not_written_over(old: Path) -> None:
    copy = old.with_name("old.db.version-1")
    copy.write_bytes(b"an earlier copy")
    opened(old, HAT).close()
    assert copy.read_bytes() == b"an earlier copy"


def test_a_step_that_fails_leaves_the_file_at_its_version(old: Path) -> None:
    with pytest.raises(engine.OperationalError, match="nowhere"):
        open_file(old, None, BROKEN)
    core = opened(old)
    assert core.people.name(1) == "Tom Keller"
    assert "hat" not in [row[1] for row in core.desk.db.rows("PRAGMA table_info(person)")]
    core.close()


def test_a_file_of_a_newer_version_is_refused_and_left_to_the_byte(old: Path) -> None:
    opened(old, HAT).close()
    before = old.read_bytes()
    with pytest.raises(KnownError, match=r"old\.db was written by a newer Relapp"):
        open_file(old)
    assert old.read_bytes() == before
    assert sorted(path.name for path in old.parent.iterdir()) == ["old.db", "old.db.version-1"]


def test_a_new_file_needs_no_copy(tmp_path: Path) -> None:
    opened(tmp_path / "new.db", HAT).close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]


def test_an_empty_file_becomes_ours(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    core = opened(path)
    core.people.add("Tom Keller")
    core.close()


def test_several_processes_may_make_the_same_file_at_once(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "new.db"
    script = (
        "import sys; from pathlib import Path; from relapp.store.upgrade import open_file; open_file(Path(sys.argv[1]))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=root, stderr=subprocess.PIPE) for _ in range(4)
    ]
    said = [process.communicate()[1].decode() for process in started]
    assert said == [""] * 4
    core = opened(path)
    assert core.files.check() == []
    core.close()
