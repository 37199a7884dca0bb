"""Of a long backlog few go through `plan`: what comes, when and why is the same as if all of it had."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relapp.core import Core, build
from relapp.domain.people import Channel
from relapp.domain.settings import DAILY_CAP, DIGEST, PAUSE, WEEK
from relapp.services.occasions import Occasions
from relapp.services.outlook import Outlook
from relapp.services.queue import Queue
from relapp.store import backlog, next_delivery
from tests.clocks import StandingClock

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 9, tzinfo=BERLIN)
WEEKS = ("mon-fri 09:00-12:30, 13:30-17:30", "mon-sat 22:00-02:00", "tue 10:00-11:00; sun 00:00-24:00", "")
FOLLOW_UP = """
INSERT INTO follow_up (uid, series, person_id, what, due_at, due_day, fixed, urgent, anyway, channel, repeat, anchor,
  set_at, created_at, snoozed_to, snoozed_anyway) VALUES (?, '', ?, 'Ask', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
"""
DELIVERED = """
INSERT INTO delivery (reminder, moment, person_id, due, intended_at, confirmed_at, held) VALUES (?, '', 1, '', 0, ?, 1)
"""


@dataclass(frozen=True, slots=True)
class Whole(Queue):
    """Leaves nobody out."""

    def ids(self, *, whole: bool) -> list[int]:
        return backlog.before(self.db, self.horizon.timestamp())


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Core:
    """Five people of all tiers: one keeps other hours elsewhere, one is not to be contacted for a while."""
    core = build(Path(tmp_path_factory.mktemp("queue"), "mine.db"), StandingClock())
    people = [core.people.add(name) for name in ("Tom", "Ana", "Marta", "Jon", "Eva")]
    weeks = ("", "", "", "", "mon-wed 08:00-20:00")
    rows = zip(("C", "B", "A", None, "A"), weeks, (None, None, "2026-03-18", None, None), people, strict=True)
    with core.desk.db.transaction():
        core.desk.db.many(
            "UPDATE person SET tier = ?, hours = ?, hold_until = ?, time_zone = 'America/New_York' WHERE id = ?", rows
        )
    return core


def moment(dice: random.Random, first: int, last: int) -> datetime:
    """Some days after that Monday, often on the quarter of an hour, so that many are due alike."""
    hours = dice.choice((9, 13, 17, 23, dice.uniform(0, 24)))
    return (MONDAY + timedelta(days=dice.randint(first, last), hours=hours)).astimezone(UTC).replace(microsecond=0)


def follow_up(dice: random.Random, number: int) -> tuple[object, ...]:
    at = moment(dice, -9, 6)
    seconds, day = int(at.timestamp()), at.astimezone(BERLIN).date().isoformat()
    all_day = dice.random() < 0.3
    fixed, urgent, anyway, snoozed_anyway = (dice.random() < 0.1 for _ in range(4))
    repeat = dice.choice(("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,FR", "after 3 days")) if dice.random() < 0.1 else ""
    snoozed = int(moment(dice, -5, 3).timestamp()) if dice.random() < 0.15 else None
    return (
        f"f{number}", dice.randint(1, 5), None if all_day else seconds, day if all_day else None, fixed, urgent, anyway,
        dice.choice((None, None, Channel.CALL, Channel.EMAIL)), repeat, day if all_day else at.isoformat(),
        seconds - 20 * 86400, snoozed, snoozed_anyway and snoozed is not None,
    )  # fmt: skip


def fill(core: Core, dice: random.Random) -> None:
    """Hours, a pause, what the cap has spent, and a backlog."""
    db, now = core.desk.db, core.desk.now()
    weeks = WEEKS if dice.random() < 0.2 else WEEKS[:-1]
    said = {WEEK.key: dice.choice(weeks), DAILY_CAP.key: dice.randint(1, 4), DIGEST.key: dice.random() < 0.7}
    if dice.random() < 0.3:
        said[PAUSE.key] = f"{int(now.timestamp())}/{int((now + timedelta(hours=dice.randint(1, 60))).timestamp())}"
    with db.transaction():
        for table in ("setting", "closure", "opening", "delivery", "follow_up", "next_delivery", "stale_follow_up"):
            db.execute(f"DELETE FROM {table}")
        db.many("INSERT INTO setting (key, value) VALUES (?, ?)", [(key, json.dumps(one)) for key, one in said.items()])
        if dice.random() < 0.3:
            days = dice.choice(("2026-03-11", "2026-03-13")), dice.choice(("2026-03-16", "2027-09-01"))
            db.execute("INSERT INTO closure (first, last) VALUES (?, ?)", days)
        if dice.random() < 0.3:
            db.execute("INSERT INTO opening (day, starts, ends, channel) VALUES ('2026-03-14', 600, 630, 'email')")
        db.many(DELIVERED, [(f"f:{1000 + one}", int(now.timestamp())) for one in range(dice.randint(0, 3))])
        db.many(FOLLOW_UP, [follow_up(dice, number) for number in range(dice.randint(20, 60))])
        next_delivery.refresh(db, core.desk.basis())
    core.desk.forget_settings()


@settings(max_examples=20)
@given(seed=st.integers(0, 1 << 32))
def test_what_is_left_out_could_not_come_nor_move_anything(core: Core, seed: int) -> None:
    dice, clock = random.Random(seed), core.desk.clock  # a seed, as asking hypothesis for each throw takes very long
    assert isinstance(clock, StandingClock)
    now = clock.at = moment(dice, 0, 6)
    fill(core, dice)
    every = Outlook(core.desk, Occasions(core.desk), Whole)
    few = Outlook(core.desk, Occasions(core.desk), partial(Queue, few=0))
    midnight = (now.astimezone(BERLIN) + timedelta(days=1)).replace(hour=0, minute=0, second=0).astimezone(UTC)
    for end in (midnight, now + timedelta(hours=dice.randint(1, 50)), midnight + timedelta(days=dice.randint(3, 14))):
        assert few.before(end, now) == every.before(end, now)
    assert few.left_over(midnight, now) == every.left_over(midnight, now)
