"""Opening links by the system's programs. What nobody opens is said by the answer, also where the desktop is silent."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

_SILENT = ("xcb", "wayland")
"""Where a link is given away without an answer: whether there is a program for it is looked up before."""
_ASKED = ("tel", "mailto")
"""Schemes that only a program of its own opens; for others there is the browser, however it came there."""
_FLATPAK = "/.flatpak-info"


def open_link(url: QUrl) -> bool:
    """Whether a program of the system took it."""
    boxed = os.path.exists(_FLATPAK) or "SNAP" in os.environ  # from in there the desktop's programs can't be seen
    asked = QGuiApplication.platformName() in _SILENT and url.scheme() in _ASKED and not boxed
    return (not asked or has_program(url.scheme(), _folders())) and QDesktopServices.openUrl(url)


def has_program(scheme: str, folders: Iterable[Path]) -> bool:
    """Whether a program says that it opens links of this scheme, as
    https://specifications.freedesktop.org/mime-apps-spec has it.
    """
    return any(_names(text.splitlines(), f"x-scheme-handler/{scheme}=") for text in _lists(folders))


def _folders() -> list[Path]:
    places = (
        QStandardPaths.StandardLocation.GenericConfigLocation,
        QStandardPaths.StandardLocation.ApplicationsLocation,
    )
    return [Path(folder) for place in places for folder in QStandardPaths.standardLocations(place)]


def _lists(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for path in (*folder.glob("*mimeapps.list"), folder / "mimeinfo.cache"):
            try:
                yield path.read_text("utf-8", "replace")
            except OSError:
                continue


def _names(lines: Iterable[str], wanted: str) -> bool:
    removed = False
    for line in lines:
        if line.startswith("["):
            removed = line.startswith("[Removed")
        elif line.startswith(wanted) and line[len(wanted) :].strip(" ;") and not removed:
            return True
    return False
