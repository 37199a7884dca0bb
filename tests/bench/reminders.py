"""Goals 4 and 11: how often the app wakes at rest with a reminder to come, and how late a reminder is.

Both on the big file. Neither has a floor: a minute's beat and a person's eye are the measure.
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from math import inf
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from relapp.adapters.clock import StartedAt
from relapp.core import Core
from relapp.domain.follow_ups import NewFollowUp
from relapp.ports import Clock, Note, NoteEvent, NoteSign
from tests.bench.bench import Bench
from tests.bench.portfolio import NOW, ZONE
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.timing import percentile
from tests.bench.windows import opened
from ui.delivery import Deliverer
from ui.desktop_notes import DesktopNotes

LOOK = 0.02
"""Seconds between two looks at a process that rests."""
APART = 0.5
"""Turns on the processor within so many seconds are one waking."""


def measure_rest(bench: Bench) -> list[Row]:
    """Minimised, a reminder armed for shortly after the end. Only where Linux counts a process's turns."""
    if not Path("/proc/self/status").exists():
        return []
    beats = 1 if bench.rounds == 1 else 2
    start = NOW.replace(second=54 if bench.rounds == 1 else 40)
    with _copied(bench) as file:
        core = bench.core(file)
        _settle(core)
        _plan(core, "armed", start + timedelta(minutes=beats, seconds=80))
        core.close()
        arguments = ["stay", "--plain", "--now", start.isoformat(), "--file", str(file)]
        env = {"QT_QPA_PLATFORM": "offscreen", "TZ": ZONE.key}  # in another zone all would be worked out anew
        with running("whole_app", arguments, env) as process:
            wait_for(process, "rests")
            if bench.rounds == 1:
                woken = _wakings(process.pid, time.monotonic() + 90, enough=1)  # it does wake: more is no question here
            else:
                _wait_until_quiet(process.pid)
                woken = _wakings(process.pid, time.monotonic() + 60 * beats)
    return [Row(4, "wake-ups a minute at rest, a reminder armed", "", woken / beats, 1.0)]


def measure_lateness(bench: Bench) -> list[Row]:
    """From the moment to handing it to the desktop, both durable notes of that included; one reminder a second."""
    count, before, after = (1, 2, 1) if bench.rounds == 1 else (40, 3, 2)
    with _copied(bench) as file:
        clock = StartedAt(NOW)
        with opened(file, clock) as window:
            _settle(window.core)
            desktop = _Desktop(clock)
            deliverer = Deliverer(window, DesktopNotes(desktop, window), window)
            first = clock.now().replace(microsecond=0) + timedelta(seconds=before)
            due = {f"moment {one}": first + timedelta(seconds=one) for one in range(count)}
            for what, moment in due.items():
                _plan(window.core, what, moment)
            deliverer.look()
            _run_until(due[f"moment {count - 1}"] + timedelta(seconds=after), clock)
            deliverer.stop()
    late = [(desktop.seen[what] - moment) / timedelta(milliseconds=1) for what, moment in due.items()]
    assert min(late) >= 0, "a reminder came early"
    return [Row(11, "reminder after its moment, P95", "ms", percentile(late, 0.95), 10.0)]


class _Desktop:
    """Takes each note and remembers when it came."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._near, self._far = socket.socketpair()
        self._events: list[NoteEvent] = []
        self.seen: dict[str, datetime] = {}

    def start(self) -> bool:
        return True

    def fileno(self) -> int | None:
        return self._near.fileno()

    def read(self) -> list[NoteEvent]:
        self._near.recv(100)
        events, self._events = self._events, []
        return events

    def show(self, note: Note) -> bool:
        self.seen[note.title] = self._clock.now()
        self._events.append(NoteEvent(NoteSign.TAKEN, note.key))
        self._far.send(b".")
        return True

    def withdraw(self, key: str) -> None:
        """Nothing stands anywhere."""

    def close(self) -> None:
        self._near.close()
        self._far.close()


@contextmanager
def _copied(bench: Bench) -> Iterator[Path]:
    """Reminders write to their file; the big one is for others too."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(bench.big(), folder))


def _settle(core: Core) -> None:
    """What came due before is delivered, what another zone or an older version left is made: no part of this."""
    core.reminders.recompute()
    core.files.ripen()
    core.files.catch_up()
    while due := core.reminders.due_now():
        taken = core.reminders.intend(due, "bench")
        core.reminders.confirm([one.reminder.key for one in taken], "bench")


def _plan(core: Core, what: str, due: datetime) -> None:
    core.follow_ups.add(NewFollowUp(1, what, due))


def _run_until(end: datetime, clock: Clock) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int((end - clock.now()) / timedelta(milliseconds=1)), loop.quit)
    loop.exec()


def _wait_until_quiet(process: int, seconds: float = 5.0) -> None:
    """Until it has had no turn for so long: on a busy machine the start takes its time."""
    turns, since = _turns(process), time.monotonic()
    while time.monotonic() < since + seconds:
        _wait_until(time.monotonic() + 0.1)
        if (found := _turns(process)) != turns:
            turns, since = found, time.monotonic()


def _wakings(process: int, end: float, enough: float = inf) -> int:
    """How often the process had a turn after a rest, until then or until that is often enough."""
    count, turns, last = 0, _turns(process), -APART
    while count < enough and (now := time.monotonic()) < end:
        if (found := _turns(process)) != turns:
            count += now - last >= APART
            turns, last = found, now
        _wait_until(now + LOOK)
    return count


def _turns(process: int) -> int:
    """Of all its threads."""
    found = 0
    for status in Path(f"/proc/{process}/task").glob("*/status"):
        lines = status.read_text("ascii").splitlines()
        found += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
    return found


def _wait_until(moment: float) -> None:
    threading.Event().wait(max(0.0, moment - time.monotonic()))
