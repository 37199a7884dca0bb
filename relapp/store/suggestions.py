"""The log of suggestions: what was done, put off or refused, and until which day it rests."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from relapp.domain.insights.insight import FOREVER
from relapp.domain.session import Told
from relapp.domain.tiers import Tier
from relapp.domain.weekly import Act, Said
from relapp.store.connection import Database

_TOLD = "SELECT name, rule, person_id, state, day, rests_until, minutes FROM suggestion"
_RECENT = f"{_TOLD} WHERE day >= :since UNION {_TOLD} WHERE rests_until > :today AND person_id IS NULL"
_OF_PEOPLE = f"{_TOLD} WHERE person_id IN (SELECT value FROM json_each(:people)) AND rests_until > :today"
_OF_NAMES = f"{_TOLD} WHERE name IN (SELECT value FROM json_each(:names))"
_ACTS = """
SELECT s.id, s.name, s.rule, s.person_id, coalesce(r.shown, ''), s.state, s.day, s.at, s.minutes, s.title, s.why,
  s.rests_until
FROM suggestion AS s LEFT JOIN roster AS r ON r.person_id = s.person_id
"""


class Line(NamedTuple):
    """What the choice needs of the roster."""

    person: int
    shown: str
    subtitle: str
    tier: Tier | None
    reachable: bool


def log(db: Database, since: date, today: date, people: Collection[int], names: Collection[str]) -> list[Told]:
    """What was said since a day, what rests for these people, and all that was ever said of acts of these names."""
    params = {
        "since": since.isoformat(),
        "today": today.isoformat(),
        "people": json.dumps(sorted(people)),
        "names": json.dumps(sorted(names)),
    }
    rows = {row for sql in (_RECENT, _OF_PEOPLE, _OF_NAMES) for row in db.rows(sql, params)}
    return [
        Told(name, rule, person, Said(said), date.fromisoformat(day), date.fromisoformat(rests), minutes)
        for name, rule, person, said, day, rests, minutes in sorted(rows, key=str)
    ]


def lines(db: Database, people: Collection[int], today: date) -> dict[int, Line]:
    """These people as the roster has them."""
    rows = db.rows(
        "SELECT r.person_id, r.shown, r.subtitle, r.tier, r.scope = 0 AND (p.hold_until IS NULL OR p.hold_until <= ?) "
        "FROM json_each(?) AS j JOIN roster AS r ON r.person_id = j.value JOIN person AS p ON p.id = r.person_id",
        (today.isoformat(), json.dumps(sorted(people))),
    )
    return {
        person: Line(person, shown, subtitle, None if tier is None else Tier(tier), bool(reachable))
        for person, shown, subtitle, tier, reachable in rows
    }


def insert(db: Database, act: Act) -> int:
    """One more line of the log (its id is not looked at). Returns the id."""
    from relapp.store.nurturing_tables import SuggestionRow

    values = {
        "name": act.name,
        "rule": act.rule,
        "person": act.person,
        "state": str(act.said),
        "day": act.day.isoformat(),
        "at": int(act.at.timestamp()),
        "minutes": act.minutes,
        "rests_until": act.rests_until.isoformat(),
        "title": act.title,
        "why": act.why,
    }
    return int(SuggestionRow.insert(values).execute(db.orm))


def wake(db: Database, id_: int, today: date) -> None:
    """Lets what rests by that line come again from today on."""
    from relapp.store.nurturing_tables import SuggestionRow as Row

    Row.update(rests_until=today.isoformat()).where(Row.id == id_).execute(db.orm)


def acts(db: Database, since: date, said: Said | None = None, limit: int = 1000) -> list[Act]:
    """What was said since a day, newest first."""
    rows = db.rows(
        f"{_ACTS} WHERE s.day >= :since AND (:said IS NULL OR s.state = :said) ORDER BY s.day DESC, s.id DESC LIMIT :n",
        {"since": since.isoformat(), "said": None if said is None else str(said), "n": limit},
    )
    return [_act(row) for row in rows]


def refused(db: Database) -> list[Act]:
    """What rests for good, newest first."""
    return [_act(row) for row in db.rows(f"{_ACTS} WHERE s.rests_until = ? ORDER BY s.id DESC", (FOREVER,))]


def days_held(db: Database, since: date) -> list[date]:
    """The days since then on which something was done."""
    rows = db.rows("SELECT DISTINCT day FROM suggestion WHERE day >= ? AND state = 'done'", (since.isoformat(),))
    return [date.fromisoformat(day) for (day,) in rows]


def reached(db: Database, since: date) -> int:
    """How many people something was done for since that day."""
    return int(
        db.value(
            "SELECT count(DISTINCT person_id) FROM suggestion WHERE day >= ? AND state = 'done'", (since.isoformat(),)
        )
    )


def _act(row: Any) -> Act:
    id_, name, rule, person, shown, said, day, at, minutes, title, why, rests = row
    moment = datetime.fromtimestamp(at, UTC)
    on, until = date.fromisoformat(day), date.fromisoformat(rests)
    return Act(id_, name, rule, person, shown, Said(said), on, moment, minutes, title, why, until)
