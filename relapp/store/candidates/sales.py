"""Who bought: the most this week, for the first time, lately delivered, the most in a year. Amounts in minor units."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from relapp.domain.insights import after_sale as after
from relapp.domain.insights import thank_spender as spender
from relapp.domain.insights import top_ten as best
from relapp.domain.insights import welcome as welcoming
from relapp.store.candidates.columns import ORGANISATION, PEOPLE, THANKED
from relapp.store.candidates.free import FREE, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import day

_SPENDER = f"""
WITH spent AS (
  SELECT s.person_id, s.currency, sum(s.amount) AS amount, count(*) AS sales,
    rank() OVER (ORDER BY s.currency = :currency DESC, sum(s.amount) DESC) AS place
  FROM sale AS s JOIN roster AS every ON every.person_id = s.person_id
  WHERE s.day >= :first AND s.day <= :today AND +every.scope = 0
  GROUP BY s.person_id, s.currency HAVING sum(s.amount) > 0)
SELECT {WHO}, {ORGANISATION}, spent.place, spent.amount, spent.currency, spent.sales, last.what, last.day, {THANKED}
FROM spent {PEOPLE.format(of="spent.person_id")}
JOIN sale AS last ON last.id = (SELECT s.id FROM sale AS s WHERE s.person_id = r.person_id
  AND s.currency = spent.currency AND s.day <= :today ORDER BY s.day DESC, s.id DESC LIMIT 1)
WHERE {FREE} ORDER BY spent.place, r.person_id LIMIT :limit
"""
_AFTER = f"""
SELECT {WHO}, s.id, s.what, s.delivered FROM sale AS s {PEOPLE.format(of="s.person_id")}
WHERE ({" OR ".join(f"(s.delivered >= :from_{step} AND s.delivered <= :to_{step})" for step in after.WINDOWS)})
  AND {FREE} ORDER BY s.delivered DESC, s.id LIMIT :limit
"""
_WELCOME = f"""
WITH new AS (
  SELECT c.id FROM person AS c WHERE c.stage = 'new' AND c.stage_since >= :first AND c.stage_since <= :today
  UNION SELECT s.person_id FROM sale AS s WHERE s.day >= :first AND s.day <= :today
    AND NOT EXISTS (SELECT 1 FROM sale AS e WHERE e.person_id = s.person_id AND e.day < :first))
SELECT {WHO}, CASE p.stage WHEN 'new' THEN p.stage_since END AS since, s.day, coalesce(s.what, '')
FROM new {PEOPLE.format(of="new.id")}
LEFT JOIN sale AS s ON s.id = (SELECT e.id FROM sale AS e WHERE e.person_id = r.person_id
  AND e.day <= :today ORDER BY e.day, e.id LIMIT 1)
WHERE (p.stage IS NULL OR p.stage IN ('prospect', 'new') OR p.stage_since >= :first) AND {FREE}
ORDER BY coalesce(since, s.day), r.person_id LIMIT :limit
"""

_THIS_WEEK = """
SELECT 1 FROM suggestion AS s WHERE s.day >= :monday AND s.rule = :rule AND s.state = 'done' LIMIT 1
"""
_TURN = """
(SELECT max(t.day) FROM suggestion AS t WHERE t.person_id = r.person_id AND t.rule = :rule AND t.state = 'done')
"""
_LAST_BOUGHT = """
coalesce((SELECT s.what FROM sale AS s WHERE s.person_id = r.person_id AND s.day <= :today
  ORDER BY s.day DESC, s.id DESC LIMIT 1), '')
"""
_BY_SALES = f"""
WITH spent AS MATERIALIZED (
  SELECT s.person_id, sum(s.amount) AS amount FROM sale AS s
  WHERE s.day > :first AND s.day <= :today AND s.currency = :currency GROUP BY s.person_id HAVING sum(s.amount) > 0),
best AS (
  SELECT spent.*, row_number() OVER (ORDER BY spent.amount DESC, spent.person_id) AS place
  FROM spent CROSS JOIN roster AS every ON every.person_id = spent.person_id WHERE +every.scope = 0
  ORDER BY place LIMIT :count)
SELECT {WHO}, best.place, best.amount, :currency, {_LAST_BOUGHT}, h.last_day, {_TURN}, {THANKED}
FROM best {PEOPLE.format(of="best.person_id")} LEFT JOIN rhythm AS h ON h.person_id = r.person_id
WHERE {FREE} ORDER BY best.place LIMIT :limit
"""
_BY_SILENCE = f"""
SELECT {WHO}, 0, 0, :currency, {_LAST_BOUGHT}, h.last_day, {_TURN}, {THANKED}
FROM rhythm AS h {PEOPLE.format(of="h.person_id")}
WHERE h.scope = 0 AND h.tier = 'A' AND h.last_day <= :quiet AND {FREE} ORDER BY h.last_day, h.person_id LIMIT :count
"""
_ANY_SALES = """
SELECT 1 FROM sale AS s JOIN roster AS every ON every.person_id = s.person_id
WHERE s.day > :first AND s.day <= :today AND s.currency = :currency AND s.amount > 0 AND +every.scope = 0 LIMIT 1
"""


def thank_spender(db: Database, asked: Asked) -> list[spender.Candidate]:
    """Who spent in the seven days up to today; places count those who rest as well, my currency first."""
    first = asked.today - timedelta(days=spender.DAYS - 1)
    rows = db.rows(_SPENDER, asked.params(first=first.isoformat(), currency=asked.options["currency"]))
    return [spender.Candidate._make((*row[:-2], date.fromisoformat(row[-2]), day(row[-1]))) for row in rows]


def after_sale(db: Database, asked: Asked) -> list[after.Candidate]:
    """Deliveries in one of the windows, the latest first."""
    days = {f"from_{step}": asked.today - timedelta(days=last) for step, last in after.WINDOWS.items()}
    days |= {f"to_{step}": asked.today - timedelta(days=step) for step in after.WINDOWS}
    rows = db.rows(_AFTER, asked.params(**{name: on.isoformat() for name, on in days.items()}))
    return [after.Candidate._make((*row[:-1], date.fromisoformat(row[-1]))) for row in rows]


def welcome(db: Database, asked: Asked) -> list[welcoming.Candidate]:
    """Who is a new client or bought for the first time within three weeks, who waits longest first.

    Clients of long standing are not new because their first sale was written down only now.
    """
    first = asked.today - timedelta(days=welcoming.DAYS)
    rows = db.rows(_WELCOME, asked.params(first=first.isoformat()))
    return [welcoming.Candidate._make((*row[:3], day(row[3]), day(row[4]), row[5])) for row in rows]


def top_ten(db: Database, asked: Asked) -> list[best.Candidate]:
    """The ten with the most sales of a year in my currency, without those who rest; without sales the longest silent of
    the A clients. Nobody once one had a turn in this ISO week.
    """
    today, first = asked.today, asked.today - timedelta(days=best.DAYS)
    monday = today - timedelta(days=today.weekday())
    if db.one(_THIS_WEEK, asked.params(monday=monday.isoformat())) is not None:
        return []
    quiet = (today - timedelta(days=best.QUIET)).isoformat()
    params = asked.params(first=first.isoformat(), currency=asked.options["currency"], count=best.COUNT, quiet=quiet)
    rows = db.rows(_BY_SALES if db.one(_ANY_SALES, params) is not None else _BY_SILENCE, params)
    return [_best(row, place) for place, row in enumerate(rows, 1)]


def _best(row: Any, place: int) -> best.Candidate:
    """A row; who was found by silence has no place yet and gets that of the row."""
    return best.Candidate._make((*row[:3], row[3] or place, *row[4:7], *map(day, row[7:])))
