"""The import contracts bite: breaches planted in a copy of the project are each caught by the contract meant for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.architecture.sources import ROOT, contracts


class Breach(NamedTuple):
    """A line put into a new file, the contract that must object and what it must name."""

    contract: str
    module: str
    line: str
    names: str


LAYERS = "rooms of relapp"
KINDS = "entry kinds do not know each other"
RULES = "insights do not know each other"
BREACHES = [
    Breach("ui stands on relapp, never the reverse", "relapp.services.b01", "import ui.people.b_target", "ui"),
    Breach(LAYERS, "relapp.domain.b02", "import relapp.ports", "relapp.ports"),
    Breach(LAYERS, "relapp.store.b03", "import relapp.services.b_target", "relapp.services"),
    Breach(LAYERS, "relapp.store.b04", "import relapp.formats.b_target", "relapp.formats"),
    Breach(LAYERS, "relapp.services.b05", "import relapp.core", "relapp.core"),
    Breach(LAYERS, "relapp.b_new_room", "", "relapp.b_new_room"),
    Breach("no Qt in relapp", "relapp.services.b06", "from PySide6.QtCore import QObject", "PySide6"),
    Breach("the domain is pure", "relapp.domain.b07", "import peewee", "peewee"),
    Breach("peewee only in store", "relapp.services.b08", "import peewee", "peewee"),
    Breach("peewee only in store", "ui.people.b09", "from playhouse import migrate", "playhouse"),
    Breach("desktop libraries only in adapters", "relapp.services.b10", "import keyring", "keyring"),
    Breach("desktop libraries only in adapters", "ui.settings.b11", "from plyer import notification", "plyer"),
    Breach("ui talks to services and domain only", "ui.people.b12", "import relapp.store.b_target", "relapp.store"),
    Breach("ui talks to services and domain only", "ui.b13", "import relapp.adapters.b_target", "relapp.adapters"),
    Breach("services know ports, not adapters", "relapp.services.b14", "import relapp.adapters.b_target", "adapters"),
    Breach("formats do not know each other", "relapp.formats.vcard", "import relapp.formats.google_csv", "google_csv"),
    Breach(KINDS, "relapp.domain.entries.call", "from relapp.domain.entries import gift", "entries.gift"),
    Breach(RULES, "relapp.domain.insights.welcome", "from relapp.domain.insights import after_sale", "after_sale"),
    Breach("what rooms of ui share knows none of them", "ui.timeline.b19", "import ui.people.b_target", "ui.people"),
    Breach("ui rooms do not know each other", "ui.people.b15", "import ui.settings.b_target", "ui.settings"),
]  # fmt: skip
TARGETS = ["ui.people", "ui.settings", "relapp.services", "relapp.formats", "relapp.store", "relapp.adapters"]


def linted(project: Path) -> tuple[int, str]:
    """Exit status and report of import-linter on this folder."""
    program = "from importlinter.cli import lint_imports_command as run; run(['--no-cache', '--no-logo'])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        env={**os.environ, "COLUMNS": "250", "PYTHONPATH": str(project), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def complaints(report: str) -> dict[str, str]:
    """What import-linter says of each broken contract, by its name."""
    details = report.partition("Broken contracts")[2]
    parts = re.split(r"^([^\n]+)\n-+\n", details, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def copy_of_the_project(folder: Path) -> Path:
    """The two packages and their contracts, without anything that only a running app needs."""
    for package in ("relapp", "ui"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def plant(project: Path, module: str, line: str) -> None:
    """Add the line to the module, which is made when it does not exist."""
    path = project.joinpath(*module.split(".")).with_suffix(".py")
    package = path.with_suffix("") / "__init__.py"
    with (package if package.exists() else path).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All breaches planted in one copy, and what was said of them."""
    project = copy_of_the_project(tmp_path_factory.mktemp("breached"))
    for room in TARGETS:
        plant(project, f"{room}.b_target", "")
    for breach in BREACHES:
        plant(project, breach.module, breach.line)
    status, report = linted(project)
    assert status == 1, report
    return complaints(report)


def test_the_project_as_it_is_keeps_its_contracts(tmp_path: Path) -> None:
    status, report = linted(copy_of_the_project(tmp_path))
    assert status == 0, report


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.module}: {breach.line or 'a new room'}")
def test_a_breach_is_caught(found: dict[str, str], breach: Breach) -> None:
    said = found.get(breach.contract, "nothing")
    blamed = [line for line in said.splitlines() if breach.module in line and breach.names in line]
    assert blamed, said


def test_every_contract_is_tried() -> None:
    assert set(contracts()) == {breach.contract for breach in BREACHES}


def test_every_room_of_the_window_is_under_the_contract() -> None:
    rooms = {f"ui.{path.parent.name}" for path in ROOT.glob("ui/*/__init__.py")} - {"ui.widgets", "ui.timeline"}
    assert set(contracts()["ui rooms do not know each other"]["modules"]) == rooms
