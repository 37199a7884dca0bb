"""The program as the system sees it: pipes, signals, locales, other processes at the same file, and a sudden end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relapp.core import Core, build
from tests.cli.conftest import Command, minding_interrupts, program_line
from tests.clocks import StandingClock
from tests.conftest import ROOT
from tests.desktop.waiting import wait_until
from tests.store.disks import disk

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {0}\r\nEMAIL:p{0}@x.org\r\nNOTE:{1}\r\nEND:VCARD\r\n"


def opened(path: Path) -> Core:
    return build(path, StandingClock())


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Many people: an import of some seconds."""
    path = tmp_path / "many.vcf"
    path.write_text("".join(CARD.format(number, "x" * 50) for number in range(4000)), newline="")
    return path


@pytest.fixture
def kept(path: Path) -> Path:
    """A file with one person who was there before."""
    core = opened(path)
    core.people.add("Tom Keller")
    core.files.ripen()
    core.close()
    return path


# --- output


def test_utf8_whatever_the_locale(program: Command, path: Path) -> None:
    """Names with blanks and letters of any kind, in words and in file names."""
    book = path.parent / "Kontakte für Żaneta 李.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Żaneta 李 Ø\nEND:VCARD\n", "utf-8")
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    ended = program("--file", path, "--plain", "import", "--json", book.name, env=plain)
    assert (ended.status, ended.json()["file"]) == (0, book.name)
    assert program("--file", path, "log", "note żaneta: größer – ✓", env=plain).status == 0
    assert program("--file", path, "search", "grösser", env=plain).out == "entry · Note · Żaneta 李 Ø · größer – ✓\n"
    found = program("--file", path, "export", "people", "--format", "json", stdin=subprocess.DEVNULL, env=plain).json()
    assert found[0]["full_name"] == "Żaneta 李 Ø"


def test_a_closed_pipe_is_no_trouble(path: Path) -> None:
    core = opened(path)
    for number in range(300):
        core.people.add(f"Person {number}", title="x" * 500)
    core.close()
    writer = subprocess.Popen(
        program_line("--file", path, "export", "people"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert writer.stdout is not None
    assert writer.stdout.readline().startswith(b"uid,")
    writer.stdout.close()
    assert writer.stderr is not None
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of its own")
@pytest.mark.parametrize("closing", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(kept: Path, closing: str) -> None:
    line = f'exec "$@" {closing}'
    done = subprocess.run(["sh", "-c", line, "sh", *program_line("--file", kept, "history")], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_bytes_that_are_no_text_are_no_trouble(kept: Path) -> None:
    line: list[str | bytes] = [*program_line("--file", kept, "log"), b"note tom keller: a\xffb"]
    done = subprocess.run(line, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    core = opened(kept)
    assert core.entries.get(1).text.startswith("a")
    core.close()


def test_the_whole_program_ends_with_the_commands_status(program: Command, path: Path) -> None:
    assert program("--file", path, "undo").sentence() == "There is nothing to undo."
    assert program("--file", path, "sing").status == 2
    assert program("version").status == 0


# --- stopped


@contextmanager
def importing(path: Path, book: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The import of a big book, seen to be under way."""
    running = subprocess.Popen(
        minding_interrupts(program_line("--file", path, "import", "--json", book)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    beside = opened(path)
    wait_until(lambda: beside.directory.count() > 200, "some hundred people", seconds=60)
    beside.close()
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def test_ctrl_c_takes_an_import_back_without_a_traceback(kept: Path, book: Path) -> None:
    with importing(kept, book) as running:
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")
    core = opened(kept)
    assert core.directory.count() == 1
    assert core.history.unfinished() is None
    assert [one.title for one in core.history.list()] == ["Tom Keller added"]
    assert core.files.check() == []
    core.close()


@pytest.mark.parametrize("answer", ["undo", "keep"])
def test_after_kill_9_the_file_is_sound_and_the_rest_is_offered(kept: Path, book: Path, answer: str) -> None:
    with importing(kept, book) as running:
        running.kill()
        running.communicate()
    core = opened(kept)
    assert core.files.check() == []
    there = core.directory.count()
    assert 200 < there < 4001
    cut_off = core.history.unfinished()
    assert cut_off is not None
    assert cut_off.title == "Import of many.vcf"
    if answer == "undo":
        core.history.undo(cut_off.id)
        assert core.directory.count() == 1
        assert core.finding.typing("person") == []
    else:
        core.history.keep_unfinished(cut_off.id)
        assert core.directory.count() == there
        assert core.history.list()[0].id == cut_off.id
    assert core.history.unfinished() is None
    assert core.files.check() == []
    core.close()


KILL = """
import os, signal, sys
from pathlib import Path
from relapp.core import build
from tests.clocks import StandingClock
core = build(Path(sys.argv[1]), StandingClock())
left = [int(sys.argv[3])]
def count():
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
core.desk.db.connection.set_progress_handler(count, 10_000)
core.imports.run(Path(sys.argv[2]), core.imports.read(Path(sys.argv[2])))
"""


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL on this system")
@pytest.mark.parametrize("steps", [1, 12, 40])
def test_killed_in_the_middle_of_a_transaction_the_file_is_sound(kept: Path, book: Path, steps: int) -> None:
    """At some step of the engine, wherever that is."""
    done = subprocess.run(
        [sys.executable, "-c", KILL, str(kept), str(book), str(steps)], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, b"")
    core = opened(kept)
    assert core.files.check() == []
    cut_off = core.history.unfinished()
    if cut_off is not None:
        core.history.undo(cut_off.id)
    assert core.directory.count() == 1
    assert core.files.check() == []
    core.close()


def test_a_change_cut_off_is_listed_and_undone_by_command(kept: Path, book: Path, program: Command) -> None:
    subprocess.run([sys.executable, "-c", KILL, str(kept), str(book), "40"], cwd=ROOT, capture_output=True, check=False)
    first = program("--file", kept, "history", "--json").json()[0]
    assert (first["title"], first["done"], first["finished"]) == ("Import of many.vcf", True, False)
    assert program("--file", kept, "history").out.splitlines()[0].endswith("Import of many.vcf · not finished")
    assert program("--file", kept, "undo", first["id"]).out == "Undone: Import of many.vcf\n"
    assert len(program("--file", kept, "export", "people", "--format", "json").json()) == 1


# --- others at the same file

HOLD = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process is in the middle of writing to the file, and stays there."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        yield
    finally:
        holder.communicate()


def test_a_file_somebody_else_is_writing_to_can_be_read_and_says_so_when_written(kept: Path, program: Command) -> None:
    with held(kept):
        assert "Tom Keller added" in program("--file", kept, "history").out
        ended = program("--file", kept, "log", "note tom keller: x")
        assert ended.sentence() == (f"{kept} is in use by another program. Nothing was changed; try again in a moment.")
    assert program("--file", kept, "log", "note tom keller: x").status == 0


def test_commands_beside_each_other_wait_for_each_other(kept: Path) -> None:
    lines = [program_line("--file", kept, "log", f"note tom keller: {number}") for number in range(4)]
    running = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for line in lines]
    assert [one.communicate()[1] for one in running] == [b""] * 4
    core = opened(kept)
    assert core.desk.db.value("SELECT count(*) FROM entry") == 4
    assert core.files.check() == []
    core.close()


def test_a_change_by_command_is_seen_by_an_open_core(kept: Path, program: Command) -> None:
    core = opened(kept)
    version = core.files.data_version()
    assert program("--file", kept, "log", "note tom keller: x").status == 0
    assert core.files.data_version() != version
    core.history.undo()
    assert core.desk.db.value("SELECT count(*) FROM entry") == 0
    core.close()


# --- a full disk


def test_an_import_that_fills_the_disk_is_refused_and_nothing_stays(tmp_path: Path, program: Command) -> None:
    with disk(tmp_path / "small", "8m") as small:
        path, book = small.folder / "mine.db", tmp_path / "pictures.vcf"
        picture = "iVBORw0KGgo" + "A" * 40_000
        lines = f"BEGIN:VCARD\nVERSION:3.0\nFN:P{{0}}\nPHOTO;ENCODING=b;TYPE=PNG:{picture}\nEND:VCARD\n"
        book.write_text("".join(lines.format(number) for number in range(600)))
        assert program("--file", path, "history").status == 0
        ended = program("--file", path, "import", "--json", book)
        said = json.loads(ended.out)
        assert (ended.status, said["change"], said["added"]) == (1, None, 0)
        assert len(ended.err.splitlines()) == 1
        small.remount("size=80m")
        core = opened(path)
        cut_off = core.history.unfinished()
        if cut_off is not None:
            assert "could not be taken back yet" in said["error"]
            core.history.undo(cut_off.id)
        else:
            assert "full" in said["error"]
        assert core.directory.count() == 0
        assert core.files.check() == []
        core.close()
