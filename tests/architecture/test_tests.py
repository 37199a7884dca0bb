"""Tests hold real parts and wait on conditions: nothing is patched, nothing sleeps."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, calls, dotted, imported, nodes, offenders, tree_of

PATCHING = re.compile(r"(^|\.)(mock|mocker|MagicMock)(\.|$)|(^|\.)patch(\.|$)|(^|\.)monkeypatch\.(setattr|setitem)$")
SLEEPING = re.compile(r"(^|\.)(time\.sleep|sleep|qtbot\.wait|qWait|qSleep|msleep)$")
BENCH = ROOT / "tests" / "bench"


def shortcuts(tree: ast.Module, *, sleeping_allowed: bool = False) -> list[str]:
    """Uses of patching or sleeping, as they are written."""
    names = sorted(imported(tree)) + [dotted(call.func) for call in calls(tree)]
    names += [f".{arg.arg}" for arg in nodes(tree) if isinstance(arg, ast.arg) and arg.arg == "mocker"]
    found = [name for name in names if PATCHING.search(name)]
    return found if sleeping_allowed else found + [name for name in names if SLEEPING.search(name)]


def shortcuts_in(path: Path) -> list[str]:
    """Shortcuts of a file; a measurement may have to let time pass, a test never."""
    return shortcuts(tree_of(path), sleeping_allowed=path.is_relative_to(BENCH))


def test_a_test_takes_no_shortcut() -> None:
    assert offenders(shortcuts_in, "tests/**/*.py") == {}


@pytest.mark.parametrize(
    "source",
    [
        "from unittest.mock import MagicMock",
        "import unittest.mock",
        "@mock.patch('a.b')\ndef f(): ...",
        "def test_x(mocker): ...",
        "mocker.patch('a.b')",
        "monkeypatch.setattr(thing, 'name', 1)",
        "patch.object(thing, 'name')",
        "time.sleep(1)",
        "from time import sleep",
        "qtbot.wait(100)",
        "QTest.qWait(100)",
    ],
)
def test_a_shortcut_is_recognised(source: str) -> None:
    assert shortcuts(ast.parse(source))


@pytest.mark.parametrize("source", ["qtbot.waitUntil(shown)", "monkeypatch.setenv('TZ', 'UTC')", "qtbot.waitSignal(s)"])
def test_waiting_on_a_condition_is_fine(source: str) -> None:
    assert shortcuts(ast.parse(source)) == []
