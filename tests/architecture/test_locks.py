"""The lock files: exact, hashed, naming no index, alike for program and tests, and in step with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.sources import ROOT, text_of

RUN = ROOT / "packaging" / "requirements.txt"
DEVELOP = ROOT / "packaging" / "requirements-dev.txt"
BLOCK = re.compile(r"^(?P<pin>\S.*?) \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(text: str) -> dict[str, Requirement]:
    """What a lock file names, by name."""
    found = [Requirement(match["pin"]) for match in BLOCK.finditer(text)]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


@pytest.mark.parametrize("path", [RUN, DEVELOP], ids=["run", "develop"])
def test_a_lock_holds_nothing_but_exact_versions_with_hashes(path: Path) -> None:
    text = text_of(path)
    assert BLOCK.sub("", text) == ""
    assert all(str(requirement.specifier).startswith("==") for requirement in pins(text).values())


def test_the_program_runs_on_what_it_was_tested_with() -> None:
    tested = pins(text_of(DEVELOP))
    assert {name: tested[name] for name in pins(text_of(RUN))} == pins(text_of(RUN))


def test_the_locks_are_in_step_with_what_the_project_asks_for() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    asked = {RUN: project["project"]["dependencies"], DEVELOP: project["dependency-groups"]["dev"]}
    for path, wishes in asked.items():
        locked = pins(text_of(path))
        for wish in map(Requirement, wishes):
            version = str(locked[canonicalize_name(wish.name)].specifier).removeprefix("==")
            assert wish.specifier.contains(version), f"make lock: {wish} but {version}"
