"""Who has gone quiet: read off the rhythms by their index, never worked out while one waits."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from relapp.domain.quiet import Silence
from relapp.domain.tiers import Tier
from relapp.store.connection import Database

_QUIET = """
FROM rhythm AS h INDEXED BY rhythm_quiet WHERE h.scope = 0 AND h.quiet_on <= :today
  AND h.person_id NOT IN (SELECT id FROM person WHERE hold_until > :today)
"""
_FIRST = f"""
SELECT h.person_id {_QUIET}
ORDER BY h.tier IS NULL, h.tier, (julianday(:today) - julianday(h.last_day)) / max(h.p90, 1.5 * h.median) DESC,
  h.person_id LIMIT :limit
"""
_EVERYBODY = """
SELECT '[' || coalesce(group_concat(person_id), '') || ']' FROM (
  SELECT person_id FROM rhythm INDEXED BY rhythm_quiet WHERE scope = 0 AND quiet_on <= ? ORDER BY quiet_on, person_id)
"""  # one long text is fetched several times as fast as thousands of rows
_HELD = "SELECT id FROM person WHERE hold_until > ?"
_LINE = """
SELECT h.person_id, r.shown, r.subtitle, r.has_photo, h.quiet_on, h.tier, h.last_day, h.median, r.attempts,
  h.by_attempts, (SELECT max(delivered) FROM sale WHERE person_id = h.person_id AND delivered <= :today)
FROM rhythm AS h JOIN roster AS r ON r.person_id = h.person_id WHERE h.person_id = :person
"""
_CONTACTS = """
SELECT at FROM entry_person INDEXED BY entry_person_timeline
WHERE person_id = ? AND at >= ? AND at <= ? AND effect = 'contact'
"""


class QuietRow(NamedTuple):
    """A person and their silence."""

    person: int
    shown: str
    subtitle: str
    has_photo: bool
    quiet_on: date
    silence: Silence


def first(db: Database, today: str, limit: int) -> list[QuietRow]:
    """By tier, then whose silence is longest against their own rhythm. `today` is an ISO day; limit -1 is none."""
    ids = db.rows(_FIRST, {"today": today, "limit": limit})
    return [_row(*db.one(_LINE, {"person": person, "today": today})) for (person,) in ids]


def everybody(db: Database, today: str) -> list[int]:
    """All who have gone quiet, the longest ago first."""
    found: list[int] = json.loads(db.value(_EVERYBODY, (today,)))
    held = {person for (person,) in db.rows(_HELD, (today,))}
    return [person for person in found if person not in held] if held else found


def count(db: Database, today: str) -> int:
    return int(db.value(f"SELECT count(*) {_QUIET}", {"today": today}))


def active(db: Database) -> int:
    """How many people there are to keep in touch with."""
    return int(db.value("SELECT count(*) FROM roster WHERE scope = 0"))


def contacts(db: Database, person: int, since: int, now: int) -> list[int]:
    """When there was contact, seconds."""
    return [at for (at,) in db.rows(_CONTACTS, (person, since, now))]


def _row(
    person: int, shown: str, subtitle: str, has_photo: int, quiet_on: str, tier: str | None, last_day: str | None,
    median: float | None, attempts: int, by_attempts: int, delivered: str | None,
) -> QuietRow:  # fmt: skip
    silence = Silence(
        None if tier is None else Tier(tier), _day(last_day), median, attempts, bool(by_attempts), _day(delivered)
    )
    return QuietRow(person, shown, subtitle, bool(has_photo), date.fromisoformat(quiet_on), silence)


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
