"""Is any reminder lost or doubled when the real app is killed, again and again, just when reminders come?

`python -m tests.desktop.killed [KILLS [SEED]]`: so many times (25) it is started, killed by SIGKILL at a random moment
and started again, with a notification daemon or without one; then all must come. What the daemon was shown and whether
our own window stood there is compared with the app's log of deliveries and with what `due` foretold. Prints a line for
each life. Exit status 1 on a difference; SEED does the same again, but for the machine's own pace.
"""

from __future__ import annotations

import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from jeepney.io.blocking import open_dbus_connection
from sqlcipher3 import dbapi2 as engine

from relapp.core import build
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.settings import DAILY_CAP
from tests.clocks import StandingClock
from tests.desktop.foretold import say
from tests.desktop.programs import Program, running
from tests.desktop.recording import Given, Recorder
from tests.desktop.screens import Desktop, desktop
from tests.desktop.test_start import Rest, ready

OPENING = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)
"""Thursday 09:00 in Berlin: what was held back comes then, and the others soon after."""
LIFE = 1.4
"""Seconds that a life lasts about, its beginning included, on a machine that has nothing else to do."""
MORE = re.compile(r"and (\d+) more")
AGAIN = "shown before"
POPUP = "Reminders"


class Row(NamedTuple):
    """A line of the app's log: how often it was noted as shown, whether it was confirmed, and by which back end."""

    times: int
    confirmed: bool
    back_end: str


Log = dict[str, Row]


class Seen(NamedTuple):
    """A matter as the daemon was shown it, in which life, and when by the app's clock."""

    matter: str
    life: int
    at: datetime
    marked: bool


class Trial:
    """A file, whoever lives on it, and what an onlooker saw."""

    def __init__(self, folder: Path, kills: int, seed: int, pace: float) -> None:
        self._folder = folder
        self._file = folder / "trial.db"
        self._kills = kills
        self._dice = random.Random(seed)
        self._skipped = 0.0
        self._begun = 0.0
        self._life = 0
        self._pace = pace
        self.foretold: dict[str, datetime] = {}
        self.names: dict[str, str] = {}
        self.seen: list[Seen] = []
        self.wrong: list[str] = []

    # --- what is planned

    def fill(self) -> None:
        """Three that were held back over night, and two for each kill that come one after the other."""
        clock = StandingClock(OPENING - timedelta(hours=14))
        core = build(self._file, clock)
        core.settings.set(DAILY_CAP, 500)  # on a busy machine all of them may be late enough to count
        people = [core.people.add(name) for name in ("Tom Keller", "Ana Castéll", "Marta Oduya")]
        dues = [OPENING - timedelta(hours=hours) for hours in (13, 12, 2)]
        span = int(self._kills * (self._pace + 1.5))
        dues += [OPENING + timedelta(seconds=self._dice.randint(0, span)) for _ in range(2 * self._kills)]
        for number, due in enumerate(dues):
            what = f"Matter {number:03}"
            sort = self._dice.choice(("", "", "fixed", "anyway")) if number > 2 else ""
            person, fixed, anyway = self._dice.choice(people), sort == "fixed", sort == "anyway"
            id_ = core.follow_ups.add(NewFollowUp(person, what, due, fixed=fixed, anyway=anyway))
            self.names[f"f:{id_}"] = what
        coming = core.reminders.upcoming(clock.at, OPENING + timedelta(days=1))
        self.foretold = {one.reminder.what: one.at for one in coming}
        assert len(self.foretold) == len(dues)
        core.close()

    # --- the app's lives

    def run(self, screen: Desktop) -> None:
        """As many short lives as there are kills, one in which all must come, and one in which nothing may."""
        self._begun = time.monotonic() + 0.5
        with open_dbus_connection(screen.env["DBUS_SESSION_BUS_ADDRESS"]) as connection:
            daemon = Recorder(connection)
            while self._life < self._kills:
                self._live(screen, daemon, self._short)
            self._skipped += max(0.0, (max(self.foretold.values()) - self._now()).total_seconds())
            self._live(screen, daemon, self._long)
            self._live(screen, daemon, self._idle)

    def _live(self, screen: Desktop, daemon: Recorder, course: Callable[[Program, Recorder], str]) -> None:
        self._life += 1
        folder = self._folder / f"life-{self._life}"
        folder.mkdir()
        before = self.log()
        with_daemon = self._dice.random() < 0.7
        daemon.begin(answers_at_once=self._dice.random() < 0.6)
        (daemon.appear if with_daemon else daemon.vanish)()
        by = "daemon" if with_daemon else "window"
        now = self._now()
        line = ["main.py", "--background", "--plain", "--file", str(self._file), "--now", now.isoformat()]
        with running(screen, line, folder) as program:
            end = course(program, daemon)
        given, daemon.given[:] = list(daemon.given), []
        self._note(given, before)
        confirmed = sum(row.confirmed for row in self.log().values())
        said = ", ".join(one.title for one in given) or "nothing"
        say(f"life {self._life:3} {now:%H:%M:%S} {by} {end:36} showed {said}; {confirmed} confirmed")

    def _short(self, program: Program, daemon: Recorder) -> str:
        """Killed at any moment, or just when a reminder has come, be it answered or not."""
        before = self.log()
        if self._life > 1 and self._dice.random() < 0.5:
            daemon.serve(self._dice.uniform(0.05, 2 * self._pace))
            how = "at any moment"
        elif daemon.is_there:
            came = self._until(lambda longest: daemon.serve(longest, lambda: bool(daemon.given)))
            daemon.serve(self._dice.choice((0, 0.002, 0.01, 0.05)) * self._dice.random())
            how = "at a note" if came else "in vain"
        else:
            came = self._until(lambda longest: soon(daemon, lambda: self.log() != before, longest, 0.003))
            how = "while it paints" if came else "in vain"
        if not daemon.is_there:
            self._look_at_window(program, before)
        program.send(signal.SIGKILL)
        assert program.status() == -signal.SIGKILL, program.output()
        daemon.serve(0)  # what it sent before
        self._skipped += self._dice.choice((0.0, 0.0, 0.0, 3.0, 8.0))
        return f"killed {how}" + ("" if daemon.answers_at_once or not daemon.is_there else ", not answered")

    def _until(self, wait: Callable[[float], bool]) -> bool:
        """The first life, in which there is something to show, tells how fast this machine is just now."""
        begun = time.monotonic()
        came = wait(20 if self._life == 1 else 2 * self._pace)
        if came and self._life == 1:
            self._pace = max(self._pace, 1.2 * (time.monotonic() - begun))
        return came

    def _long(self, program: Program, daemon: Recorder) -> str:
        """All must come now; killed as soon as they have."""
        before = self.log()
        daemon.answers_at_once = True
        if not soon(daemon, self._all_confirmed, 20, 0.03):
            self.wrong.append("not all were confirmed within 20 s of a long life")
        self._look_at_window(program, before)
        program.send(signal.SIGKILL)
        return "killed when all were confirmed"

    def _idle(self, program: Program, daemon: Recorder) -> str:
        """Nothing is left to come."""
        before = self.log()
        ready(self._file)
        soon(daemon, Rest(program.process_id, looks=20).lasted, 20, 0.03)
        self._look_at_window(program, before)
        program.send(signal.SIGTERM)
        assert program.status() == 0, program.output()
        return "ended by itself"

    def _all_confirmed(self) -> bool:
        log = self.log()
        return len(log) == len(self.names) and all(row.confirmed for row in log.values())

    # --- what an onlooker sees

    def _now(self) -> datetime:
        return OPENING + timedelta(seconds=time.monotonic() - self._begun + self._skipped)

    def _note(self, given: list[Given], before: Log) -> None:
        """Nothing comes that was confirmed; what came before is marked, and nothing else is."""
        known = {self.names[key]: row for key, row in before.items()}
        seen = [Seen(matter, self._life, self._now(), marked) for one in given for matter, marked in matters(one)]
        seen += self._behind(given, known, {one.matter for one in seen})
        for one in seen:
            row = known.get(one.matter, Row(0, False, ""))
            if row.confirmed:
                self.wrong.append(f"{one.matter} came in life {self._life} though it was confirmed")
            if one.marked != (row.times > 0):
                self.wrong.append(f"{one.matter} in life {self._life}: shown {row.times} times, marked: {one.marked}")
            if one.at < self.foretold[one.matter]:
                self.wrong.append(f"{one.matter} came before {self.foretold[one.matter]:%H:%M:%S}")
        if len({one.matter for one in seen}) < len(seen):
            self.wrong.append(f"one came twice in life {self._life}")
        self.seen += seen

    def _behind(self, given: list[Given], known: Log, said: set[str]) -> list[Seen]:
        """Whom a long digest only counts: those that this life notes as shown. Their marks can't be seen."""
        count = sum(int(found[1]) for one in given for line in one.lines if (found := MORE.fullmatch(line)))
        noted = {self.names[key]: row.times for key, row in self.log().items() if row.back_end == "desktop"}
        before = {matter: row.times for matter, row in known.items()}
        new = [one for one, times in noted.items() if times > before.get(one, 0) and one not in said] if count else []
        if len(new) < count:
            self.wrong.append(f"a digest of life {self._life} counts {count} more, and {len(new)} are noted")
        return [Seen(one, self._life, self._now(), before.get(one, 0) > 0) for one in new]

    def _look_at_window(self, program: Program, before: Log) -> None:
        """Our own window stands there only for what this life had to show, and does when that was painted."""
        painted = [key for key, row in self.log().items() if row.confirmed and row.back_end == "window"]
        new = [key for key in painted if key not in before or not before[key].confirmed]
        stands = program.has_window(POPUP)
        after = self.log()
        if new and not stands:
            self.wrong.append(f"our window wasn't there in life {self._life}")
        if stands and not any(row != before.get(key) and row.back_end == "window" for key, row in after.items()):
            self.wrong.append(f"our window came in life {self._life} with what was confirmed")

    def log(self) -> Log:
        """As it stands on the disk; of a copy, so that looking changes nothing."""
        copied = self._folder / "copy.db"
        for end in ("", "-wal"):
            source, target = Path(f"{self._file}{end}"), Path(f"{copied}{end}")
            target.unlink(missing_ok=True)
            if source.exists():
                shutil.copyfile(source, target)
        connection = engine.connect(str(copied))
        sql = "SELECT reminder, times, confirmed_at IS NOT NULL, back_end FROM delivery"
        rows = connection.execute(sql).fetchall()
        connection.close()
        return {key: Row(times, bool(confirmed), back_end) for key, times, confirmed, back_end in rows}

    def compare(self) -> list[str]:
        """What was lost or doubled; empty when all is right."""
        log = {self.names[key]: row for key, row in self.log().items()}
        found = list(self.wrong)
        for matter in self.foretold:
            row = log.get(matter)
            shown = sum(one.matter == matter for one in self.seen)
            if row is None or not row.confirmed:
                found.append(f"{matter} was lost")
            elif row.back_end == "desktop" and not shown:
                found.append(f"{matter} is said to be shown, and never was")
            elif shown > row.times:
                found.append(f"{matter} came {shown} times, and {row.times} are known")
        again = sum(row.times > 1 for row in log.values())
        say(f"{len(log)} of {len(self.foretold)} delivered, {again} of them shown again and marked, {len(found)} wrong")
        return found


def soon(daemon: Recorder, ask: Callable[[], bool], seconds: float, step: float) -> bool:
    """Whether it became true in time; between two looks the daemon serves for `step` seconds."""
    end = time.monotonic() + seconds
    while not ask():
        if time.monotonic() > end:
            return False
        daemon.serve(step)
    return True


def matters(note: Given) -> list[tuple[str, bool]]:
    """Which matters a note is about, and whether each says that it was shown before."""
    if note.title.startswith("Matter "):
        return [(note.title, AGAIN in note.lines[0])]
    return [(line.partition(" · ")[0], AGAIN in line) for line in note.lines if not MORE.fullmatch(line)]


def killed(screen: Desktop, folder: Path, kills: int, seed: int, pace: float = LIFE) -> list[str]:
    """What went wrong. Reminders are spread over as many lives of `pace` seconds."""
    say(f"{kills} kills, seed {seed}")
    trial = Trial(folder, kills, seed, pace)
    trial.fill()
    trial.run(screen)
    return trial.compare()


def pace_of(screen: Desktop, folder: Path) -> float:
    """How long a life takes on this machine just now: one is begun on an empty file."""
    begun = time.monotonic()
    with running(screen, ["main.py", "--background", "--plain", "--file", str(folder / "empty.db")], folder):
        ready(folder / "empty.db")
    return max(LIFE, 1.8 * (time.monotonic() - begun))


def main(kills: int, seed: int) -> int:
    with tempfile.TemporaryDirectory() as name, desktop(Path(name)) as screen:
        home = {f"XDG_{part}_HOME": str(Path(name, part)) for part in ("DATA", "CONFIG", "CACHE", "STATE")}
        made = replace(screen, env=screen.env | home | {"TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"})
        wrong = killed(made, Path(name), kills, seed, pace_of(made, Path(name)))
    for line in wrong:
        say(f"WRONG {line}")
    return min(1, len(wrong))


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]] + [25][len(sys.argv) - 1 :]
    sys.exit(main(numbers[0], numbers[1] if len(numbers) > 1 else random.randrange(1_000_000)))
