"""What the window remembers of itself in the file: its place on the screen and the page that was open."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QByteArray, QMargins, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from relapp.core import Core
from relapp.domain.errors import KnownError
from ui.fonts import px
from ui.pages import PAGES

_KEY = "window"
_WIDTH, _HEIGHT = 1360, 860
_TITLE_BAR = 40  # as high as they come; the system tells only once the window is shown


def remembered_page(core: Core) -> str:
    """The key of the page that was open last; Today at first."""
    page = _stored(core).get("page", "")
    return page if any(page == one.key for one in PAGES) else PAGES[0].key


def place(core: Core, window: QWidget) -> None:
    """Puts the window where it was, or in the size of the drawings; it fills a screen that has no room for that."""
    stored = _stored(core).get("geometry", "")
    if stored and window.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii"))):
        return
    room = QGuiApplication.primaryScreen().availableGeometry().size()
    wanted = QSize(px(_WIDTH), px(_HEIGHT))
    with_frame = wanted.grownBy(QMargins(0, px(_TITLE_BAR), 0, 0))
    window.resize(wanted.boundedTo(room))
    if with_frame != with_frame.boundedTo(room):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def remember(core: Core, window: QWidget, page: str) -> None:
    """Keeps both for the next start. A file that can't be written just now is no reason to stay open."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    with suppress(KnownError):
        core.settings.remember(_KEY, {"geometry": geometry, "page": page})


def _stored(core: Core) -> dict[str, str]:
    found = core.settings.remembered(_KEY)
    return found if isinstance(found, dict) else {}
