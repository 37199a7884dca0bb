"""What tests of the domain share: the folder of real-life files, where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real-life test files; tests that need it are skipped where it is absent."""
    default = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
    folder = Path(os.environ.get("RELAPP_CORPORA", default))
    if not folder.is_dir():
        pytest.skip(f"no real-life files at {folder}; set RELAPP_CORPORA")
    return folder
