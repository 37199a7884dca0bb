"""What every test stands on: a home of its own, one zone, no screen, and the real-life files where they lie."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from relapp.core import Core
from relapp.domain.changes import Change
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock

ROOT = Path(__file__).resolve().parent.parent

EXAMPLES = 60
"""Of each property, unless it says otherwise: the whole suite is to end within five minutes."""

settings.register_profile("developer", deadline=None, max_examples=EXAMPLES)
settings.register_profile("ci", deadline=None, max_examples=EXAMPLES, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


def pytest_configure(config: pytest.Config) -> None:
    """Before anything of the app or of Qt is imported: nothing may reach the user's own files, screen, bus or zone."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = tempfile.TemporaryDirectory(prefix="relapp-tests-")
    config.add_cleanup(home.cleanup)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(home.name, name.lower()))
    runtime = Path(home.name, "runtime")
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    for bus in ("SESSION", "SYSTEM"):
        os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = f"unix:path={runtime}/no-bus"
    os.environ["HOME"] = home.name
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TZ"] = "Europe/Berlin"
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Address books from real life: the folder that RELAPP_CORPORA names, else shared/corpora beside the project."""
    given = os.environ.get("RELAPP_CORPORA")
    folder = Path(given) if given else ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(f"no real-life files at {folder}: set RELAPP_CORPORA to their folder")
    return folder


@pytest.fixture
def clock() -> StandingClock:
    """Stands at NOW; move it by `clock.at`."""
    return StandingClock(NOW)


@pytest.fixture
def told() -> list[Change]:
    """Every change that was published."""
    return []


@pytest.fixture
def core(tmp_path: Path, clock: StandingClock, told: list[Change]) -> Iterator[Core]:
    """Services on a real, empty file."""
    made = on_blank(tmp_path / "mine.db", clock, told.append)
    yield made
    made.close()


@pytest.fixture
def tom(core: Core) -> int:
    """Tom Keller of Keller Werk."""
    return core.people.add(
        "Tom Keller",
        organisation="Keller Werk",
        title="COO",
        emails=["tom@keller-werk.example"],
        phones=["+47 22123456"],
    )


@pytest.fixture
def ana(core: Core) -> int:
    """Ana Castéll of Castell Studio."""
    return core.people.add("Ana Castéll", organisation="Castell Studio")
