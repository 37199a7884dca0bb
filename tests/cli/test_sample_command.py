"""`--demo`: a throw-away sample for one command, or a sample written to a new file that goes on from there."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from relapp.cli import WindowWish, run
from relapp.core import build
from relapp.domain.follow_ups import Standing
from relapp.store import derived
from tests.cli.conftest import Command
from tests.clocks import NOW, StandingClock
from tests.store.disks import disk

THEN = "2026-03-12T10:12"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample of 12 March 2026."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    assert run(["--now", THEN, "--demo", "--file", str(path)]) == 0
    return path


def test_a_sample_is_written_to_a_new_file(sample: Path) -> None:
    core = build(sample, StandingClock())
    assert 110 <= core.directory.count() <= 130
    assert 35 <= core.organisations.count() <= 45
    assert core.files.unindexed() == 0
    assert core.files.check() == []
    assert [one.title for one in core.history.list()] == ["Sample portfolio"]
    assert core.today.waiting_count() > 0
    assert core.hours.holidays_of() == ("DE", "BE")
    assert not core.hours.renew_holidays()
    assert core.follow_ups.counts()[Standing.NEXT] > 12
    core.close()


def test_a_sample_written_now_is_right_for_now(sample: Path) -> None:
    """Its own zone decides on the days, whatever the machine's is."""
    core = build(sample, StandingClock(NOW))
    roster = "SELECT person_id, due_on, last_contact FROM roster ORDER BY person_id"
    before = core.desk.db.rows(roster)
    with core.desk.db.transaction():
        derived.mark_all_stale(core.desk.db, core.desk.basis())
        derived.refresh(core.desk.db, core.desk.basis())
    assert core.desk.db.rows(roster) == before
    core.close()


def test_a_file_that_is_there_is_never_written_over(typed: Command, path: Path) -> None:
    path.write_text("mine")
    assert typed("--demo").sentence().endswith("exists already; the sample is only written to a new file.")
    assert path.read_text() == "mine"
    path.unlink()
    path.symlink_to("nowhere.db")
    assert "exists already" in typed("--demo").sentence()
    assert list(path.parent.iterdir()) == [path]


def test_later_runs_go_on_from_there(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sample holds a year of planned happenings; a month later some of them have happened."""
    mine = tmp_path / "mine.db"
    shutil.copy(sample, mine)

    def contacts(now: str) -> int:
        assert run(["--file", str(mine), "--now", now, "check"]) == 0
        core = build(mine, StandingClock())
        try:
            return int(core.desk.db.value("SELECT count(*) FROM roster WHERE last_contact > ?", (NOW.timestamp(),)))
        finally:
            core.close()

    assert contacts(THEN) == 0
    assert contacts("2026-04-12") > 3
    assert contacts("2026-12-12") > contacts("2026-05-12")
    capsys.readouterr()
    assert run(["--file", str(mine), "--now", "2026-12-12", "search", "--json", "drammen"]) == 0
    assert len(json.loads(capsys.readouterr().out)) > 3


def is_sample(name: str) -> bool:
    """A folder of a sample, and not of the tests that may run beside these."""
    return name.startswith("relapp-") and not name.startswith("relapp-tests-")


def test_with_a_command_the_sample_is_thrown_away(capsys: pytest.CaptureFixture[str]) -> None:
    before = set(os.listdir(tempfile.gettempdir()))
    assert run(["--demo", "--now", THEN, "export", "people", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) > 100
    assert {name for name in set(os.listdir(tempfile.gettempdir())) - before if is_sample(name)} == set()


def test_with_a_file_and_a_command_the_sample_is_written_first(typed: Command, path: Path) -> None:
    found = typed("--demo", "search", "--json", "tom keller").json()
    assert found[0]["kind"] == "person"
    assert path.exists()


def test_without_a_file_the_window_shows_it() -> None:
    wish = run(["--demo", "--now", THEN])
    assert isinstance(wish, WindowWish)
    assert wish.demo


def test_a_sample_that_does_not_fit_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with disk(tmp_path / "small", "1m") as small:
        assert run(["--now", THEN, "--demo", "--file", str(small.folder / "x.db")]) == 1
        assert "is full" in capsys.readouterr().err
        assert list(small.folder.iterdir()) == []
