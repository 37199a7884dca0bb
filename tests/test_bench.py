"""The measurements still run, at sizes that say nothing about speed; how fast anything is, no test asks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_each_goal_has_its_figures(tmp_path: Path, root: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.bench", "--quick", "--folder", str(tmp_path), "--json", str(figures)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=300)
    rows = json.loads(figures.read_text("utf-8"))
    assert {row["goal"] for row in rows} == {1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13}
    assert all(row["measured"] > 0 for row in rows)


def test_a_measurement_can_be_asked_for_by_its_name(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-m", "tests.bench", "--quick", "--folder", str(tmp_path), "bulk"]
    said = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, timeout=300).stdout
    assert [line.split()[0] for line in said.splitlines()] == ["goal", "12", "12"]
