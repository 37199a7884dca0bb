"""Where things lie on this machine: the user's file and the log, in the folders the platform means for them."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("relapp", appauthor=False, roaming=False)


def data_file() -> Path:
    """The file that opens by default; its folder may not be there yet."""
    return Path(_DIRS.user_data_dir) / "relapp.db"


def log_file() -> Path:
    """Where errors are written down, without anybody's data."""
    return Path(_DIRS.user_log_dir) / "relapp.log"


def resources() -> Path:
    """What ships with the app: sample data, icons, style sheets."""
    return Path(__file__).resolve().parents[2] / "resources"
