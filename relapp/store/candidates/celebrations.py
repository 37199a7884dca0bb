"""What comes round within days: birthdays, anniversaries, and the day of somebody's first sale."""

from __future__ import annotations

from relapp.domain.dates import PartialDate
from relapp.domain.insights import occasions as rule
from relapp.domain.today import month_days
from relapp.store.candidates.columns import PEOPLE
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database

_DATED = f"""
SELECT {WHO}, '{{column}}', p.{{column}}, p.tier FROM person AS p JOIN roster AS r ON r.person_id = p.id
WHERE p.{{column}} IS NOT NULL AND substr(p.{{column}}, -5) IN ({{days}}) AND {FREE}
ORDER BY p.tier IS NULL, p.tier, p.id LIMIT :limit
"""
_FIRST_SALES = f"""
SELECT {WHO}, 'client', s.day, p.tier FROM sale AS s {PEOPLE.format(of="s.person_id")}
WHERE s.day IN ({{days}}) AND NOT EXISTS (SELECT 1 FROM sale AS e WHERE e.person_id = s.person_id AND e.day < s.day)
  AND {FREE} GROUP BY s.person_id ORDER BY p.tier IS NULL, p.tier, p.id LIMIT :limit
"""
_OLDEST = "SELECT min(day) FROM sale"


def occasions(db: Database, asked: Asked) -> list[rule.Candidate]:
    """Whose date comes round from today to a week ahead; by tier when there are too many."""
    days = month_days(asked.today, rule.DAYS + 1)
    sales = db.value(_OLDEST)
    years = range(int(sales[:4]) if sales else asked.today.year, asked.today.year + 1)
    asks = [(_DATED.replace("{column}", column), days) for column in ("birthday", "anniversary")]
    asks.append((_FIRST_SALES, [f"{year}-{day}" for year in years for day in days]))
    found = []
    for sql, wanted in asks:
        literals = ", ".join(f"'{day}'" for day in wanted)
        found += db.rows(sql.replace("{days}", literals), asked.params())
    found.sort(key=lambda row: row[-1] or "Z")
    read = [(*row[:-2], PartialDate.parse(row[-2])) for row in found[:LIMIT]]
    return [rule.Candidate._make(row) for row in read if row[-1] is not None]
