"""Where an export goes: whole or not at all, and never past what is there."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from relapp.core import Core
from relapp.domain.errors import Cancelled, KnownError


def test_what_is_there_is_replaced_at_once_and_keeps_its_mode(core: Core, tmp_path: Path) -> None:
    target = tmp_path / "Kontakte für Tom.csv"
    target.write_text("what was there")
    target.chmod(0o640)
    seen: list[str] = []

    def pieces() -> Iterator[str]:
        yield "a,b\r\n"
        seen.append(target.read_text())
        yield "ø,2\r\n"

    core.exports.save(pieces(), target)
    assert seen == ["what was there"]
    assert target.read_bytes() == "a,b\r\nø,2\r\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".db"] >= [target.name]


def test_a_cancelled_export_leaves_what_was_there_and_nothing_else(core: Core, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "notes.csv").write_text("what was there")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        core.exports.save(["a", "b"], folder / "notes.csv", stop, 2)
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("notes.csv", "what was there")]


def test_a_file_that_looks_like_our_own_half_is_left_alone(core: Core, tmp_path: Path) -> None:
    (tmp_path / "notes.csv.part").write_text("mine")
    core.exports.save(["a"], tmp_path / "notes.csv")
    assert (tmp_path / "notes.csv.part").read_text() == "mine"


def test_a_link_stays_a_link(core: Core, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    core.exports.save(["new"], tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_written_into_and_not_replaced(core: Core, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    core.exports.save(["a", "b"], pipe)
    reader.join()
    assert read == ["ab"]
    assert pipe.is_fifo()


@pytest.mark.parametrize(("place", "reason"), [(".", "Is a directory"), ("nowhere/x.csv", "No such file or directory")])
def test_a_place_that_takes_no_file_is_said(core: Core, tmp_path: Path, place: str, reason: str) -> None:
    with pytest.raises(KnownError, match=f"can't be written: {reason}"):
        core.exports.save(["a"], tmp_path / place)
    assert not (tmp_path / "nowhere").exists()
