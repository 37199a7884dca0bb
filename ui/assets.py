"""Where the files that come with the app lie: icons, style sheets, phrases. Knows one folder and reads nothing."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def asset(*parts: str) -> Path:
    """The path of a file under `resources`, whether it exists or not."""
    return RESOURCES.joinpath(*parts)
