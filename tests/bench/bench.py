"""What a measurement is given: the files to measure on, how many rounds, and where the project lies."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from relapp.core import Core, build
from relapp.domain.pages import TimelineOf
from relapp.store import bulk, remembered, timeline
from relapp.store.connection import Database
from relapp.store.upgrade import open_file
from tests.bench.portfolio import ENTRY, LINK, NOW, ZONE, Sizes, big_file, entry_rows
from tests.clocks import StandingClock

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Bench:
    """Sizes and patience of one run; `folder` keeps the files from one run to the next."""

    sizes: Sizes
    long: Sizes
    rounds: int
    samples: int
    written: int
    folder: Path = FOLDER

    def big(self) -> Path:
        """The file with a bit of everything, left on the People page."""
        path = big_file(self.folder, self.sizes)
        db = open_file(path)
        remembered.put(db, "window", {"geometry": "", "page": "people"})
        db.close()
        return path

    def one_timeline(self) -> Path:
        """The file whose first person has all the entries, and the second 100; its notes are not indexed."""
        path = big_file(self.folder, self.long)
        db = open_file(path)
        if not timeline.count(db, TimelineOf(person=2)):
            rows = list(entry_rows(random.Random(2), range(self.long.entries, self.long.entries + 100)))
            with db.transaction():
                ids = bulk.insert(db, "entry", ENTRY, rows)
                links = [(2, id_, row[2], row[5], row[3]) for id_, row in zip(ids, rows, strict=True)]
                bulk.insert(db, "entry_person", LINK, links)
                db.execute("DELETE FROM search_backlog")
        db.close()
        return path

    def core(self, path: Path) -> Core:
        """The services on a file, with the clock standing where the entries end."""
        return build(path, StandingClock(NOW, ZONE))


def whole(folder: Path = FOLDER) -> Bench:
    """The sizes of the goals: 50,000 people, 1,000,000 entries, and a timeline of 1,000,000 of one person."""
    long = Sizes(people=100, entries=1_000_000, facts=100, busiest=1_000_000, follow_ups=0, indexed=False)
    return Bench(Sizes(), long, rounds=11, samples=200, written=50_000, folder=folder)


def quick(folder: Path = FOLDER) -> Bench:
    """Small enough for a look whether everything still runs; its figures say nothing about the goals."""
    long = Sizes(people=20, entries=500, facts=20, busiest=500, follow_ups=0, indexed=False)
    sizes = Sizes(people=50, entries=300, facts=100, busiest=100, follow_ups=100)
    return Bench(sizes, long, rounds=1, samples=3, written=200, folder=folder)


def database(core: Core) -> Database:
    """The open file under the services, for a floor on the same connection."""
    return core.desk.db
