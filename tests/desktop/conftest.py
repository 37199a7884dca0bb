"""Tests here show the real program on a desktop of their own; without the packages for one they are skipped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.desktop.programs import Program, running
from tests.desktop.screens import Desktop, desktop

ROOT = Path(__file__).resolve().parents[2]
NEEDS = ROOT / "packaging" / "system_packages.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.desktop)


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """One desktop for all tests of this worker."""
    asked = subprocess.run([sys.executable, str(NEEDS), "desktop"], capture_output=True, text=True, check=False)
    if asked.returncode:
        pytest.skip(asked.stderr.strip())
    with desktop(tmp_path_factory.mktemp("desktop")) as made:
        yield made


@pytest.fixture
def start(screen: Desktop, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts `main.py` with the given arguments on the desktop, any number of times; all are ended after the test."""
    with ExitStack() as programs:
        count = 0

        def begin(*arguments: str) -> Program:
            nonlocal count
            count += 1
            folder = tmp_path / f"program-{count}"
            folder.mkdir()
            return programs.enter_context(running(screen, ["main.py", *arguments], folder))

        yield begin
