"""Where things lie: in the platform's folders, and nothing is made by asking."""

from __future__ import annotations

import os
from pathlib import Path

from relapp.adapters import folders


def test_the_users_file_and_the_log_lie_in_the_users_folders() -> None:
    home = Path(os.environ["HOME"])
    for path, name in ((folders.data_file(), "relapp.db"), (folders.log_file(), "relapp.log")):
        assert path.name == name
        assert path.is_relative_to(home)


def test_asking_makes_nothing() -> None:
    folder = folders.log_file().parent
    before = folder.exists()
    folders.log_file()
    assert folder.exists() == before


def test_what_ships_is_there() -> None:
    assert (folders.resources() / "sample").is_dir()
    assert (folders.resources() / "icons").is_dir()
