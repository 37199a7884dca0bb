"""A second start rings at the first window of the same file, and is not held up by one that is gone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.doorbell import Doorbell, QuickBell
from ui.second_instance import address, answered, default_file, knock, quick_address

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Knocks from another thread, as the second process would from outside."""
    with ThreadPoolExecutor(1) as made:
        yield made


@pytest.fixture
def rung() -> list[str]:
    return []


@pytest.fixture
def bell(qtbot: QtBot, file: Path, rung: list[str]) -> Iterator[Doorbell]:
    parent = QObject()
    made = Doorbell(file, rung.append, parent)
    assert made.listen()
    yield made
    made.close()


def test_nobody_answers_where_no_window_is(file: Path) -> None:
    assert not knock(file)


def test_the_first_window_is_told(
    qtbot: QtBot, bell: Doorbell, file: Path, rung: list[str], pool: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-7")
    heard = pool.submit(knock, file)
    qtbot.waitUntil(heard.done)
    assert heard.result()
    assert rung == ["token-7"]


def test_a_silent_start_leaves_the_window_where_it_is(
    qtbot: QtBot, bell: Doorbell, file: Path, rung: list[str], pool: ThreadPoolExecutor
) -> None:
    heard = pool.submit(knock, file, silently=True)
    qtbot.waitUntil(heard.done)
    assert heard.result()
    assert rung == []


def test_the_same_file_by_another_way_is_the_same(file: Path, tmp_path: Path) -> None:
    file.touch()
    (tmp_path / "link.db").symlink_to(file)
    (tmp_path / "folder").mkdir()
    assert address(tmp_path / "link.db") == address(file) == address(tmp_path / "folder" / ".." / file.name)


def test_another_file_is_another_window(qtbot: QtBot, bell: Doorbell, tmp_path: Path, rung: list[str]) -> None:
    assert address(tmp_path / "other.db") != address(tmp_path / "mine.db")
    assert not knock(tmp_path / "other.db")


def test_what_a_killed_window_left_behind_is_no_window(qtbot: QtBot, file: Path, rung: list[str]) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(address(file))
    left.close()
    assert os.path.exists(address(file))
    assert not knock(file)
    parent = QObject()
    bell = Doorbell(file, rung.append, parent)
    assert bell.listen()
    bell.close()


def test_of_two_that_start_at_once_the_slower_gives_way(
    qtbot: QtBot, bell: Doorbell, file: Path, rung: list[str], pool: ThreadPoolExecutor
) -> None:
    slower = pool.submit(knock, file)
    qtbot.waitUntil(slower.done)
    assert slower.result()
    assert rung == [""]


def test_a_long_folder_still_has_an_address(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("x" * 100)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert len(os.fsencode(address(file))) < 104


def test_only_the_user_may_ring(bell: Doorbell, file: Path) -> None:
    assert os.stat(address(file)).st_mode & 0o077 == 0


def test_arguments_that_want_a_window_reach_the_first_one(
    qtbot: QtBot, bell: Doorbell, file: Path, rung: list[str], pool: ThreadPoolExecutor
) -> None:
    for arguments in (["--file", str(file)], ["--plain", f"--file={file}"]):
        heard = pool.submit(answered, arguments)
        qtbot.waitUntil(heard.done)
        assert heard.result()
    assert len(rung) == 2
    heard = pool.submit(answered, ["--background", "--file", str(file)])
    qtbot.waitUntil(heard.done)
    assert heard.result()
    assert len(rung) == 2


@pytest.mark.parametrize(
    "more", [["--demo"], ["--now", "2026-03-12"], ["export", "people"], ["--help"], ["--file"], ["--plain=yes"], ["x"]]
)
def test_whatever_else_is_wanted_is_left_to_the_program(bell: Doorbell, file: Path, more: list[str]) -> None:
    assert not answered(["--file", str(file), *more])


def test_the_default_file_is_the_one_that_the_program_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for home in (str(tmp_path), " ", None):
        if home is None:
            monkeypatch.delenv("XDG_DATA_HOME")
        else:
            monkeypatch.setenv("XDG_DATA_HOME", home)
        if sys.platform.startswith("linux"):
            line = "from relapp.adapters.folders import data_file; print(data_file())"
            done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
            assert default_file() == done.stdout.strip()
        else:
            assert default_file() == ""


def test_a_second_start_imports_next_to_nothing() -> None:
    line = "import sys, main; before = set(sys.modules); import ui.second_instance; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"ui", "ui.second_instance", "zlib"}


@pytest.fixture
def quick(qtbot: QtBot, file: Path, rung: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The named pipe of a window that listens on both."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    os.mkfifo(quick_address(file), 0o600)  # as one leaves it that is killed
    parent = QObject()
    slow, made = Doorbell(file, lambda token: rung.append("slow"), parent), QuickBell(file, rung.append, parent)
    assert slow.listen()
    assert made.listen()
    yield quick_address(file)
    slow.close()
    made.close()
    assert not os.path.exists(quick_address(file))


def ring(*arguments: str, folder: Path = ROOT) -> int:
    line = ["sh", str(ROOT / "packaging" / "ring.sh"), sys.executable, *arguments]
    return subprocess.run(line, cwd=folder, capture_output=True, timeout=30, check=False).returncode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_shell_brings_the_window_forward_once_and_hears_that_it_did(
    qtbot: QtBot, quick: str, file: Path, rung: list[str], pool: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-8")
    assert os.stat(quick).st_mode & 0o077 == 0
    for number, arguments in enumerate((["--file", str(file)], ["--plain", f"--file={file.name}"]), 1):
        done = pool.submit(ring, *arguments, folder=file.parent)
        qtbot.waitUntil(done.done)
        assert done.result() == 0
        assert rung == ["token-8"] * number


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_shell_leaves_to_the_program_what_no_window_answers(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ring("--file", str(file)) != 0
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    os.mkfifo(quick_address(file), 0o600)  # its window was killed
    assert ring("--file", str(file)) != 0
    assert ring("--file", str(file), "--demo") != 0
    assert ring("--file", str(file), "export", "people") != 0
    assert ring("--file") != 0
