"""The measurements still run, at sizes that say nothing about speed; how fast anything is, no test asks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

MOSTLY_WAITING = ("rest", "lateness", "memory")
"""Measurements that take their time with little to do; the others go on beside them."""


def begin(folder: Path, root: Path, words: Sequence[str]) -> subprocess.Popen[str]:
    folder.mkdir()
    options = ["--quick", "--folder", str(folder), "--json", str(folder / "figures.json")]
    command = [sys.executable, "-m", "tests.bench", *options, *words]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_each_goal_has_its_figures(tmp_path: Path, root: Path) -> None:
    others = [word for name in MOSTLY_WAITING for word in ("--but", name)]
    runs = {place: begin(tmp_path / place, root, words) for place, words in (("one", MOSTLY_WAITING), ("two", others))}
    said = {place: (run.communicate(timeout=300)[1], run.returncode) for place, run in runs.items()}
    assert all(status == 0 for _, status in said.values()), said
    rows = [row for place in runs for row in json.loads((tmp_path / place / "figures.json").read_text("utf-8"))]
    assert {row["goal"] for row in rows} == {1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13}
    assert all(row["measured"] > 0 for row in rows)


def test_a_measurement_can_be_asked_for_by_its_name(tmp_path: Path, root: Path) -> None:
    out, err = begin(tmp_path / "bulk", root, ["bulk"]).communicate(timeout=300)
    assert [line.split()[0] for line in out.splitlines()] == ["goal", "12", "12"], err
