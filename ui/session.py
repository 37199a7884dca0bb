"""The running application: the file that is open, its window, and the way from one file to another and back."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from relapp.core import build
from relapp.domain.errors import KnownError
from relapp.domain.settings import LOOK
from relapp.domain.words import tr
from relapp.ports import Clock
from ui import window_state
from ui.bus import Bus
from ui.main_window import MainWindow
from ui.theme import Mode, Theme

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from relapp.cli import WindowWish
    from ui.process import Process
    from ui.tasks import Tasks

Opening = Callable[[], bool]


def run(
    wish: WindowWish, on_first_paint: Callable[[], None] | None = None, log_file: Callable[[], Path] | None = None
) -> int:
    """Runs until the window is closed. Returns the exit status."""
    app = _Application(sys.argv[:1])
    app.setApplicationName("Relapp")
    app.setDesktopFileName("relapp")
    app.setQuitOnLastWindowClosed(False)
    session = Session(app, wish.clock, on_first_paint, log_file, background=wish.background)
    app.session = session
    opened = session.open_sample(None) if wish.demo else session.open_own(wish.path)
    status = app.exec() if opened else 1
    session.end()
    return status


class _Application(QApplication):
    """When the system asks it to quit, its window closes for good."""

    session: Session | None = None

    def event(self, event: QEvent) -> bool:
        window = self.session.window if event.type() == QEvent.Type.Quit and self.session is not None else None
        if window is None:
            return super().event(event)
        window.leaving = True
        answer = super().event(event)
        window.leaving = False
        return answer


class Session(QObject):
    """One file at a time. The sample portfolio is a file too, made for a visit and thrown away afterwards."""

    def __init__(
        self,
        app: QApplication,
        clock: Clock,
        on_first_paint: Callable[[], None] | None = None,
        log_file: Callable[[], Path] | None = None,
        *,
        background: bool = False,
    ) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._theme = Theme(app)
        self._on_first_paint = on_first_paint
        self._log_file = log_file
        self._background = background
        self._geometry: QByteArray | None = None
        self._sample: TemporaryDirectory[str] | None = None
        self._next: Opening | None = None
        self._process: Process | None = None
        self.window: MainWindow | None = None

    # --- opening

    def open_own(self, path: Path) -> bool:
        """Opens a file. One that can't be opened is said in a sentence, with the choice of another; False is none."""
        chosen: Path | None = path
        while chosen is not None:
            try:
                window = self._make_window(chosen)
            except KnownError as error:
                chosen = self._ask_for_another(str(error), chosen)
            else:
                window.sample_wanted.connect(self._on_sample_wanted)
                window.open_page(window_state.remembered_page(window.core))
                self._show(window)
                return True
        return False

    def open_sample(self, back_to: Path | None) -> bool:
        """Opens the sample portfolio in a throw-away file; from there one gets back to `back_to`, if there is one."""
        from tempfile import TemporaryDirectory

        from ui.window_strips import SampleStrip

        self._sample = TemporaryDirectory(prefix="relapp-sample-", ignore_cleanup_errors=True)
        window = self._make_window(Path(self._sample.name) / "sample.db", visiting=True)
        window.set_name(tr("Sample portfolio"))
        window.sample_wanted.connect(lambda: window.say(tr("This is the sample portfolio.")))
        back = None if back_to is None else lambda: self._go_to(lambda: self.open_own(back_to))
        window.add_strip(SampleStrip(back))
        window.tasks.run(
            tr("Making the sample portfolio"),
            lambda core, progress: core.sample.fill(progress),
            failed=window.show_error,
        )
        window.open_page("today")
        self._show(window)
        return True

    def _make_window(self, path: Path, *, visiting: bool = False) -> MainWindow:
        """Raises KnownError when the file can't be opened."""
        bus = Bus()
        core = build(path, self._clock, bus.changed.emit)
        if not (visiting and self._geometry):  # a visit from one's own file keeps its look
            self._theme.apply(Mode(core.settings.get(LOOK)))
        window = MainWindow(core, bus, lambda: self._make_tasks(path, bus), self._theme, welcoming=not visiting)
        bus.setParent(window)
        listening_at = None if visiting else path
        window.first_painted.connect(lambda: self._settle(window, listening_at))  # before any page's own
        return window

    def _make_tasks(self, path: Path, bus: Bus) -> Tasks:
        from ui.tasks import Tasks

        tasks = Tasks(lambda publish: build(path, self._clock, publish))
        tasks.published.connect(bus.changed)
        return tasks

    def _ask_for_another(self, sentence: str, path: Path) -> Path | None:
        if self._background:
            sys.stderr.write(f"{sentence}\n")
            return None
        from ui.file_choice import ask_for_another

        return ask_for_another(sentence, path)

    def _show(self, window: MainWindow) -> None:
        self.window = window
        window.closed.connect(self._on_window_closed)
        window.broke.connect(self._on_task_broke)
        if self._geometry is None or not window.restoreGeometry(self._geometry):
            window_state.place(window.core, window)
        if self._background:
            self._background = False
            self._start_unseen(window)
        else:
            window.show()

    def _start_unseen(self, window: MainWindow) -> None:
        """In the tray alone; minimised where there is none."""
        from ui.tray import tray_there

        if not tray_there():
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.showMinimized()
        window.settle_unseen()

    # --- after the first paint

    def _settle(self, window: MainWindow, listening_at: Path | None) -> None:
        if self._on_first_paint is not None:
            self._on_first_paint()
        gc.freeze()  # what is there now stays: it need not be looked through again
        gc.enable()
        from ui.later import Later
        from ui.surroundings import pieces

        own = [self._take_process] if self._process is None else []
        Later([*own, *pieces(self._app, window, listening_at)], window)

    @Slot(object)
    def _on_task_broke(self, error: BaseException) -> None:
        if self._process is None:
            self._take_process()
        if self._process is not None:
            self._process.mishaps.note(error)

    def _take_process(self) -> None:
        from ui.process import Process

        self._process = Process(self, self._log_file)

    # --- from one file to another, and the end

    @Slot()
    def _on_sample_wanted(self) -> None:
        if self.window is not None:
            own = self.window.core.files.path
            self._go_to(lambda: self.open_sample(own))

    def _go_to(self, opening: Opening) -> None:
        """Closes the window and opens what comes next in its place."""
        if self.window is not None:
            self._next = opening
            self._geometry = self.window.saveGeometry()
            self.window.leave()

    @Slot()
    def _on_window_closed(self) -> None:
        QTimer.singleShot(0, self, self._leave)  # the window is still in the middle of its own closing

    def _leave(self) -> None:
        self._put_away()
        opening, self._next = self._next, None
        if opening is None or not opening():
            self._app.quit()

    def _put_away(self) -> None:
        """Ends what hung on the open file."""
        window, self.window = self.window, None
        if window is not None:
            core = window.core
            window.stop_tasks()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
            core.close()
        if self._sample is not None:
            self._sample.cleanup()
            self._sample = None

    def close_at_once(self) -> None:
        """The process was asked to end."""
        if self.window is not None:
            self.window.close_at_once()

    def end(self) -> None:
        """Puts away what is left when the event loop has ended."""
        self._put_away()
        self._theme.deleteLater()
        if self._process is not None:
            self._process.stop()
