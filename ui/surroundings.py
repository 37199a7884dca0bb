"""What stands around an open window and may wait until it is painted: counts, the beat, the doorbell, old trash."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QApplication

from relapp.core import Core
from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.main_window import MainWindow
from ui.tasks import Progress


def pieces(app: QApplication, window: MainWindow, listening_at: Path | None) -> list[Callable[[], object]]:
    """The pieces in their order. Everything made is the window's child; `listening_at` None is no file to share."""
    return [
        lambda: _show_icon(window),
        lambda: _claim_keys(app, window),
        lambda: _count(window),
        lambda: _show_sign(window),
        lambda: _offer_unfinished(window),
        lambda: _listen(window, listening_at),
        lambda: _stay(window, listening_at),
        lambda: _ask_hours(window, listening_at),
        lambda: _renew_holidays(window),
        lambda: _recompute(window),
        lambda: _deliver(window, listening_at),
        lambda: _beat(window),
        lambda: _empty_trash(window),
        lambda: _index(window),
        lambda: _rest(window),
    ]


def _show_icon(window: MainWindow) -> None:
    from ui.icons import app_icon

    window.setWindowIcon(app_icon())


def _count(window: MainWindow) -> None:
    from ui.badges import Badges

    Badges(window.core, window.bus, window.side_bar, window.bell, lambda: window.tasks)


def _show_sign(window: MainWindow) -> None:
    from ui.open_sign import OpenSign

    window.side_bar.set_foot(OpenSign(window))


def _ask_hours(window: MainWindow, file: Path | None) -> None:
    """In one's own file; the sample has its hours."""
    if file is not None:
        from ui.hours_strips import HoursQuestions

        HoursQuestions(window, window.add_strip, window)


def _offer_unfinished(window: MainWindow) -> None:
    change = window.core.history.unfinished()
    if change is not None:
        from ui.window_strips import UnfinishedStrip

        window.add_strip(UnfinishedStrip(window, change))


def _claim_keys(app: QApplication, window: MainWindow) -> None:
    from ui.menu import build_menu_bar, claim_keys
    from ui.typing_undo import TypingUndo

    TypingUndo(app, claim_keys(window, window), window)
    if sys.platform == "darwin":
        build_menu_bar(window, window)


def _listen(window: MainWindow, file: Path | None) -> None:
    if file is not None:
        from ui.doorbell import Doorbell, QuickBell
        from ui.last_picture import LastPicture

        picture = LastPicture(window)

        def come_forward(token: str) -> None:
            picture.lay_over()
            window.come_forward(token)

        if not Doorbell(file, come_forward, window).listen():
            window.close_at_once()
            return
        bell = QuickBell(file, come_forward, window)
        if bell.listen():
            window.closed.connect(bell.close)


def _stay(window: MainWindow, file: Path | None) -> None:
    """One's own file stays in the tray when its window is closed; a visit to the sample ends."""
    if file is not None:
        from ui.staying import Staying
        from ui.tray import Tray

        Staying(window, Tray(window, window.acts, window))


def _renew_holidays(window: MainWindow) -> None:
    """A new year, or another edition of the calendar: it takes its time to be read, so in the data thread."""
    if window.core.hours.holidays_of() is not None:
        window.tasks.run(tr("Looking at the holidays"), lambda core, progress: core.hours.renew_holidays(), quiet=True)


def _recompute(window: MainWindow) -> None:
    from ui.recomputing import Recomputing

    Recomputing(window, window)


def _deliver(window: MainWindow, file: Path | None) -> None:
    """What the sample reminds of stays within the app."""
    from ui.delivery import Deliverer
    from ui.desktop_notes import DesktopNotes

    core = window.core
    notifier = core.notifier if file is not None else None
    announcer = core.announcer if file is not None else None
    notes = None if notifier is None else DesktopNotes(notifier, window)
    announce = None
    if announcer is not None:
        from ui.announcing import Announcing

        announce = Announcing(announcer, window).announce
    window.closed.connect(Deliverer(window, notes, window, announce).stop)


def _beat(window: MainWindow) -> None:
    from ui.heartbeat import Heartbeat

    heart = Heartbeat(window.core, window.bus, window)
    if sys.platform.startswith("linux"):
        from ui.resume import Resume

        Resume(heart.beat, window)
    heart.beat()


def _empty_trash(window: MainWindow) -> None:
    with suppress(KnownError):  # another writer, a full disk: the next start tries again
        window.core.people.empty_old_trash()


def _index(window: MainWindow) -> None:
    """Goes on with a search index that a bulk import left behind."""
    if window.core.files.unindexed():
        window.tasks.run(tr("Preparing the search"), _index_all)


def _index_all(core: Core, progress: Progress) -> None:
    total = core.files.unindexed()
    while left := core.files.index_some():
        progress(total - left, max(total, left))


def _rest(window: MainWindow) -> None:
    from ui.resting import Resting

    Resting(window, lambda: window.core.files.rest())
