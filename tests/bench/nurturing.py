"""Today and the weekly session on a file full of business, against the same statements on the bare driver.

The business (sales, marks, ideas, referrals, positions that changed, marks of standing) is written into a copy.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from relapp.core import Core
from tests.bench.bench import Bench, database
from tests.bench.person_page import Statement, heard
from tests.bench.portfolio import NOW
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import milliseconds

ROUNDS = 11


def measure(bench: Bench) -> list[Row]:
    big = bench.big()
    with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
        path = Path(folder) / "business.db"
        shutil.copyfile(big, path)
        core = bench.core(path)
        with database(core).transaction():
            add_business(core, bench.sizes.people)
        rows = [
            compared(core, "Today", core.today.read, bench.rounds),
            compared(core, "the weekly session", core.weekly.read, bench.rounds),
        ]
        core.close()
        return rows


def compared(core: Core, name: str, read: Callable[[], object], rounds: int) -> Row:
    """Ours and the bare statements, in turns; the first of each warms the cache for both."""
    statements = heard(core, read)
    connection: Any = database(core).connection

    def raw() -> None:
        ask(connection, statements)

    ours, floor = [], []
    raw()
    for _ in range(min(rounds, ROUNDS)):
        ours.append(milliseconds(read))
        floor.append(milliseconds(raw))
    return in_pairs(10, f"data of {name}", "ms", ours, floor, 3.0)


def ask(connection: Any, statements: list[Statement]) -> None:
    for sql, params in statements:
        connection.execute(sql, params).fetchall()


def add_business(core: Core, people: int) -> None:
    """Something of everything for a tenth of the people, spread over the two years before NOW."""
    db, rng = database(core), random.Random(15)
    today = NOW.date()

    def day(back: int = 730) -> str:
        return (today - timedelta(days=rng.randrange(back))).isoformat()

    persons = rng.sample(range(1, people + 1), max(1, people // 10))
    sales = [
        (f"s{at}", who, "Audit", day(), day(), rng.randrange(10_000, 900_000)) for at, who in enumerate(persons * 3)
    ]
    db.many(
        "INSERT INTO sale (uid, person_id, what, day, delivered, amount, currency) VALUES (?, ?, ?, ?, ?, ?, 'EUR')",
        sales,
    )
    db.many(
        "INSERT INTO satisfaction (uid, person_id, day, score) VALUES (?, ?, ?, ?)",
        [(f"m{at}", who, day(), rng.randrange(4, 11)) for at, who in enumerate(persons)],
    )
    db.many(
        "INSERT INTO idea (uid, person_id, day, text, answered) VALUES (?, ?, ?, 'Shorter reports', ?)",
        [(f"i{at}", who, day(), day() if at % 2 else None) for at, who in enumerate(persons)],
    )
    db.many(
        "INSERT INTO referral (uid, person_id, referred_name, day, thanked) VALUES (?, ?, 'Somebody', ?, ?)",
        [(f"r{at}", who, day(), day() if at % 2 else None) for at, who in enumerate(persons[:500])],
    )
    db.many(
        "INSERT INTO standing (uid, person_id, day, score) VALUES (?, ?, ?, 3)",
        [(f"t{at}", who, day()) for at, who in enumerate(persons)],
    )
    db.many("UPDATE position SET since = ? WHERE person_id = ?", [(day(), who) for who in persons[:1000]])
    db.many("UPDATE fact SET review = ? WHERE person_id = ?", [(day(), who) for who in persons[:1000]])
    held: list[date] = [today - timedelta(days=7 * week) for week in range(1, 40)]
    db.many(
        "INSERT INTO suggestion (name, rule, person_id, state, day, at, minutes, rests_until) "
        "VALUES (?, 'top_ten', ?, 'done', ?, 0, 3, ?)",
        [(f"top_ten:{who}", who, on.isoformat(), on.isoformat()) for on, who in zip(held * 4, persons, strict=False)],
    )
