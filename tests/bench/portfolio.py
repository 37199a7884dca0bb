"""A big file to measure on: people, entries and facts of believable sizes, made by the store's own bulk writes.

Built once and kept in the build folder; a change of the schema or of the sizes builds it anew.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

from relapp.domain.people import Tier
from relapp.store import bulk, derived, next_delivery, search_index
from relapp.store.connection import Database
from relapp.store.derived import Basis
from relapp.store.migrations import STEPS
from relapp.store.upgrade import open_file

NOW = datetime(2026, 3, 12, 9, 12, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
BASIS = Basis(NOW, ZONE, {Tier.A: 30, Tier.B: 90, Tier.C: 180})
BATCH = 20_000
_SYLLABLES = (
    "ka", "ro", "mi", "ne", "lu", "sa", "ta", "ver", "den", "bor", "hal", "lin", "gra", "mar", "jo", "pe", "ri", "an",
    "el", "sten", "wal", "ber", "kel", "hof", "dam",
)  # fmt: skip
_WORDS = (
    "plant", "offer", "shift", "delivery", "warehouse", "quarter", "invoice", "plan", "meeting", "trial", "contract",
    "board", "training", "quality", "schedule", "output", "budget", "forecast", "review", "audit", "transport", "team",
    "harbour", "customs", "pallet", "order", "line", "lead", "manager", "workshop", "summer", "holiday", "family",
    "school", "term", "skiing", "trip", "Norway", "Bergen", "lunch", "coffee", "promise", "answer", "question", "idea",
    "price", "estimate", "signed", "asked", "moved", "happy", "worried", "thanked", "called", "again", "soon", "next",
    "week", "month",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    people: int = 50_000
    entries: int = 1_000_000
    facts: int = 200_000
    busiest: int = 100_000  # entries of the first person
    follow_ups: int = 100_000
    indexed: bool = True  # whether notes can be searched


def big_file(folder: Path, sizes: Sizes) -> Path:
    """The file, made when it is not there yet."""
    schema = f"{crc32(''.join(STEPS).encode()):08x}"
    kind = "indexed" if sizes.indexed else "plain"
    parts = (sizes.people, sizes.entries, sizes.facts, sizes.busiest, sizes.follow_ups, kind, schema)
    path = folder / f"big-{'-'.join(map(str, parts))}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        partial.unlink(missing_ok=True)
        db = open_file(partial)
        fill(db, sizes)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        partial.rename(path)
    return path


def fill(db: Database, sizes: Sizes) -> None:
    """Writes everything, in large transactions, then the derived rows and the index."""
    dice = random.Random(7)
    db.execute("PRAGMA synchronous=OFF")
    with db.transaction():
        _people(db, dice, sizes)
    for start in range(0, sizes.entries, BATCH):
        with db.transaction():
            _entries(db, dice, sizes, range(start, min(sizes.entries, start + BATCH)))
    with db.transaction():
        _facts(db, dice, sizes)
    with db.transaction():
        derived.mark_all_stale(db, BASIS)
        derived.refresh(db, BASIS)
    with db.transaction():
        _follow_ups(db, dice, sizes)
        next_delivery.refresh(db, BASIS)
    if sizes.indexed:
        while search_index.catch_up(db):
            pass
    else:
        db.execute("DELETE FROM search_backlog")


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, 3))).capitalize()


def note(dice: random.Random) -> str:
    """About 216 characters."""
    return " ".join(dice.choice(_WORDS) for _ in range(32))


def _people(db: Database, dice: random.Random, sizes: Sizes) -> None:
    organisations = [
        (f"o{i}", f"{_name(dice)} {dice.choice(('AB', 'GmbH', 'Ltd'))} {i}", 0) for i in range(sizes.people // 8)
    ]
    places = bulk.insert(db, "organisation", ("uid", "name", "created_at"), organisations)
    tiers = ("A", "B", "C", None, None)
    rows = []
    for i in range(sizes.people):
        given, family = _name(dice), _name(dice)
        tier = tiers[dice.randrange(5)]
        rows.append((f"p{i}", f"{given} {family}", given, family, tier, "2026-01-01" if tier else None, 0))
    names = ("uid", "full_name", "given_name", "family_name", "tier", "cadence_since", "created_at")
    ids = bulk.insert(db, "person", names, rows)
    points = [
        row
        for id_, (_, _, given, family, *_) in zip(ids, rows, strict=True)
        for row in (
            (id_, "email", f"{given}.{family}@x{id_}.example".lower(), f"{given}.{family}@x{id_}.example".lower(), 0),
            (id_, "phone", f"+47 22 {id_:06}", f"+4722{id_:06}", 0),
        )
    ]
    bulk.insert(db, "contact_point", ("person_id", "kind", "value", "match_key", "place"), points)
    jobs = [(id_, places[dice.randrange(len(places))], "Head of " + dice.choice(_WORDS), 0) for id_ in ids]
    bulk.insert(db, "position", ("person_id", "organisation_id", "title", "place"), jobs)


ENTRY = ("uid", "kind", "at", "direction", "outcome", "effect", "text")
LINK = ("person_id", "entry_id", "at", "effect", "direction")


def entry_rows(dice: random.Random, numbers: range) -> Iterator[tuple[object, ...]]:
    """Rows of the entry table, spread over three years."""
    now = int(NOW.timestamp())
    for i in numbers:
        kind = dice.choice(("call", "email", "meeting", "message", "note"))
        direction = "none" if kind == "note" else dice.choice(("in", "out"))
        effect = "none" if kind == "note" else "contact" if direction == "in" or kind == "meeting" else "attempt"
        yield (f"e{i}", kind, now - dice.randrange(3 * 365 * 86400), direction, None, effect, note(dice))


def _entries(db: Database, dice: random.Random, sizes: Sizes, numbers: range) -> None:
    rows = list(entry_rows(dice, numbers))
    ids = bulk.insert(db, "entry", ENTRY, rows)
    links = [
        (1 if number < sizes.busiest else dice.randrange(1, sizes.people + 1), id_, row[2], row[5], row[3])
        for number, id_, row in zip(numbers, ids, rows, strict=True)
    ]
    bulk.insert(db, "entry_person", LINK, links)


def _facts(db: Database, dice: random.Random, sizes: Sizes) -> None:
    sections = ("family", "interests", "travel", "work", "preferences")
    rows = [
        (i % sizes.people + 1, dice.choice(sections), dice.choice(_WORDS), " ".join(dice.choices(_WORDS, k=6)), 0)
        for i in range(sizes.facts)
    ]
    bulk.insert(db, "fact", ("person_id", "section", "label", "text", "noted_at"), rows)


FOLLOW_UP = (
    "uid", "series", "person_id", "what", "due_at", "due_day", "fixed", "urgent", "channel", "repeat", "anchor",
    "set_at", "created_at",
)  # fmt: skip


def follow_up_rows(dice: random.Random, count: int, people: int) -> Iterator[tuple[object, ...]]:
    """Rows of the follow-up table, all of them open, spread over the year that comes; one in a hundred repeats."""
    now = int(NOW.timestamp())
    for i in range(count):
        due = datetime.fromtimestamp(now + 3600 + dice.randrange(365 * 86400), UTC)
        all_day = dice.random() < 0.2
        moment = due.date().isoformat() if all_day else due.isoformat()
        yield (
            f"f{i}", f"f{i}", dice.randrange(1, people + 1), " ".join(dice.choices(_WORDS, k=5)),
            None if all_day else int(due.timestamp()), moment if all_day else None, dice.random() < 0.1,
            dice.random() < 0.1, dice.choice((None, "call", "email", "meeting")),
            "FREQ=MONTHLY" if dice.random() < 0.01 else "", moment, now, now,
        )  # fmt: skip


def _follow_ups(db: Database, dice: random.Random, sizes: Sizes) -> None:
    bulk.insert(db, "follow_up", FOLLOW_UP, list(follow_up_rows(dice, sizes.follow_ups, sizes.people)))
    db.execute("INSERT INTO stale_follow_up (follow_up_id) SELECT id FROM follow_up")
