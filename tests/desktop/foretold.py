"""Is delivered what `due` had foretold? Runs the real app on a screen of its own while quiet time begins and ends.

`python -m tests.desktop.foretold [MINUTES]`: open for so many minutes (2), then as long quiet, then open again. Prints
one line for each reminder: when it was foretold, when it was confirmed, by which back end. What was foretold for a
moment before the app ran is expected with its start. Exit status 1 on a difference.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2 as engine

from relapp.adapters.clock import SystemClock
from tests.desktop.programs import ROOT, running
from tests.desktop.screens import desktop
from tests.desktop.waiting import wait_until

LATEST = timedelta(seconds=3)
"""A delivery is confirmed in whole seconds; at the start the app is painted first."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Delivered(NamedTuple):
    """One line of the app's own log: which reminder was confirmed when, how often it was shown, by which back end."""

    id: int
    at: datetime
    times: int
    back_end: str


class Trial:
    """A file with hours that end and begin within minutes, and follow-ups of every sort around that."""

    def __init__(self, folder: Path, minutes: int) -> None:
        self._file = folder / "trial.db"
        now = SystemClock().now().replace(microsecond=0)
        self.start = now.replace(second=0)
        self.closing = self.start + timedelta(minutes=1 + minutes)
        self.opening = self.closing + timedelta(minutes=minutes)
        self.end = self.opening + timedelta(minutes=minutes)
        self._ahead = (12 - now.hour) % 24  # somewhere it is noon: far from midnight and within the urgent hours

    def command(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "main.py", "--file", str(self._file), *words],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def fill(self) -> None:
        self.command("hours", "zone", f"Etc/GMT-{self._ahead}" if self._ahead <= 14 else f"Etc/GMT+{24 - self._ahead}")
        before, after = self._wall(self.start - timedelta(hours=2)), self._wall(self.end + timedelta(hours=2))
        windows = f"{before}-{self._wall(self.closing)}, {self._wall(self.opening)}-{after}"
        self.command("hours", "set", f"{DAYS[self._local(self.start).weekday()]} {windows}")
        card = self._file.with_name("people.vcf")
        card.write_text("".join(f"BEGIN:VCARD\nVERSION:4.0\nFN:Person {one}\nEND:VCARD\n" for one in "ABCDEF"))
        self.command("import", str(card))
        quiet = self.closing + (self.opening - self.closing) / 2
        self._add("Person A", "in open time", self.start + timedelta(seconds=90))
        self._add("Person B", "at closing", self.closing)
        self._add("Person C", "in quiet time", quiet)
        self._add("Person D", "in quiet time too", quiet + timedelta(seconds=20))
        self._add("Person E", "in quiet time, deliver anyway", quiet, "--anyway")
        self._add("Person F", "a deadline in quiet time", quiet, "--fixed")
        self._add("Person A", "after opening", self.opening + timedelta(seconds=40))
        self._add("Person B", "at opening", self.opening)

    def foretold(self) -> dict[int, tuple[str, datetime, str]]:
        window = ("--from", self.start.isoformat(), "--until", self.end.isoformat())
        found = json.loads(self.command("due", *window, "--json"))
        return {
            one["id"]: (one["what"], datetime.fromisoformat(one["deliver_at"]).astimezone(UTC), one["reason"])
            for one in found
        }

    def delivered(self) -> list[Delivered]:
        connection = engine.connect(str(self._file))
        rows = connection.execute(
            "SELECT reminder, confirmed_at, times, back_end FROM delivery WHERE confirmed_at IS NOT NULL"
        ).fetchall()
        connection.close()
        return [
            Delivered(int(key.partition(":")[2]), datetime.fromtimestamp(at, UTC), times, back_end)
            for key, at, times, back_end in rows
        ]

    def run_app(self, folder: Path, wanted: int) -> datetime:
        """To the end of the trial, for something may come too much. Returns when the app was there."""
        with desktop(folder) as screen, running(screen, ["main.py", "--file", str(self._file)], folder) as program:
            program.window()
            there = SystemClock().now()
            left = (self.end - SystemClock().now()).total_seconds()
            wait_until(lambda: len(self.delivered()) >= wanted, "the last reminder", left)
            left = (self.end - SystemClock().now()).total_seconds()
            wait_until(lambda: SystemClock().now() >= self.end, "the end of the trial", left + 5)
            program.send(signal.SIGTERM)
            assert program.status() == 0, program.output()
        return there

    def _add(self, person: str, what: str, due: datetime, *options: str) -> None:
        self.command("follow-up", "add", "--person", person, "--what", what, "--due", due.isoformat(), *options)

    def _local(self, moment: datetime) -> datetime:
        return moment + timedelta(hours=self._ahead if self._ahead <= 14 else self._ahead - 24)

    def _wall(self, moment: datetime) -> str:
        return f"{self._local(moment):%H:%M}"


def main(minutes: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trial = Trial(folder, minutes)
        trial.fill()
        foretold = trial.foretold()
        say(f"quiet from {trial.closing:%H:%M} to {trial.opening:%H:%M} UTC; watched until {trial.end:%H:%M}")
        there = trial.run_app(folder, len(foretold))
        return compare(foretold, there, trial.delivered())


def compare(foretold: dict[int, tuple[str, datetime, str]], there: datetime, delivered: list[Delivered]) -> int:
    """Says each reminder's two moments. Returns 1 where one is missing, doubled, too early or too late."""
    came = {one.id: one for one in delivered}
    wrong = len(delivered) - len(came)
    for id_, (what, at, reason) in foretold.items():
        one = came.pop(id_, None)
        soonest = max(at, there - timedelta(seconds=1))
        right = one is not None and one.times == 1 and one.at > at - timedelta(seconds=1) and one.at - soonest <= LATEST
        wrong += not right
        seen = "never" if one is None else f"{one.at:%H:%M:%S} by {one.back_end}, {one.times} time"
        say(f"{'as foretold' if right else 'WRONG      '}  foretold {at:%H:%M:%S}  came {seen}  {what}  ({reason})")
    for one in came.values():
        wrong += 1
        say(f"WRONG        not foretold  came {one.at:%H:%M:%S} by {one.back_end}  {one.id}")
    say(f"{len(foretold)} foretold, {len(delivered)} delivered, {wrong} wrong")
    return min(1, wrong)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
