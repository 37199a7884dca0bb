"""Commands as they are typed: in this process where that is enough, as a real program where it matters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from relapp.cli import run
from tests.conftest import ROOT


class Ended(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def sentence(self) -> str:
        """The one sentence of a refusal; nothing is on stdout."""
        assert (self.status, self.out) == (1, ""), self
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].endswith((".", "?")), self.err
        return lines[0]


Command = Callable[..., Ended]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file that the commands work on; it is not there yet."""
    return tmp_path / "mine.db"


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], path: Path) -> Command:
    """Runs `--file … --plain --now …` with these words in this process."""

    def command(*words: object, now: str = "2026-03-12T10:12") -> Ended:
        capsys.readouterr()
        status = run(["--file", str(path), "--plain", "--now", now, *map(str, words)])
        assert isinstance(status, int)
        return Ended(status, *capsys.readouterr())

    return command


@pytest.fixture
def program(tmp_path: Path) -> Command:
    """Runs main.py with these words as a program of its own, in the test's folder."""

    def command(*words: object, env: dict[str, str] | None = None, **more: Any) -> Ended:
        done = subprocess.run(
            program_line(*words),
            cwd=tmp_path,
            env={**os.environ, **(env or {})},
            capture_output=True,
            check=False,
            **more,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


def program_line(*words: object) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), *map(str, words)]


def minding_interrupts(line: list[str]) -> list[str]:
    """The same program, which hears Ctrl+C also where the tests themselves run in the background."""
    python, *words = line
    script = (
        "import runpy, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    return [python, "-c", script, *words]
