"""Goal 10: who has gone quiet over everything, off the table kept current, against one statement of the same rule.

The statement knows no derived table: it counts from the entries. A test holds both answers against each other.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise

from relapp.core import Core
from relapp.domain.rhythm import LEAST_GAPS, UNANSWERED, WINDOW
from tests.bench.bench import Bench, database
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import in_turns, milliseconds

_EPOCH = date(1970, 1, 1)
_TIMES = 20
"""So often ours is asked for each time the statement runs: what disturbs one, disturbs the other."""
_HOURS = 5 * 366 * 24
"""How far back the changes of the clocks are told."""
RULE = """
WITH RECURSIVE
calendar (day) AS (SELECT :today - {window} UNION ALL SELECT day + 1 FROM calendar WHERE day < :today),
shut (day) AS (SELECT DISTINCT c.day FROM calendar AS c JOIN closure AS x
  ON x.person_id IS NULL AND x.holiday = 0 AND x.off = 0
  AND x.first <= date(c.day * 86400, 'unixepoch') AND x.last >= date(c.day * 86400, 'unixepoch')),
passed (day, open) AS MATERIALIZED (
  SELECT c.day, sum(s.day IS NULL) OVER (ORDER BY c.day) FROM calendar AS c LEFT JOIN shut AS s ON s.day = c.day),
opens (open, day) AS MATERIALIZED (SELECT open, min(day) FROM passed GROUP BY open),
last (person, at) AS MATERIALIZED (
  SELECT person_id, max(at) FROM entry_person WHERE effect = 'contact' AND at <= :now GROUP BY person_id),
contact (person, day) AS (SELECT DISTINCT person_id, {local} FROM entry_person
  WHERE effect = 'contact' AND at <= :now AND {local} >= :today - {window}),
gap (person, days) AS (SELECT person, day - lag(day) OVER (PARTITION BY person ORDER BY day) FROM contact),
ranked (person, days, place, gaps) AS (
  SELECT person, days, row_number() OVER (PARTITION BY person ORDER BY days), count(*) OVER (PARTITION BY person)
  FROM gap WHERE days IS NOT NULL),
usual (person, middles, p90) AS (
  SELECT person, sum(days * ((place = (gaps + 1) / 2) + (place = (gaps + 2) / 2))),
    sum(days * (place = (9 * gaps + 9) / 10)) FROM ranked WHERE gaps >= {least} GROUP BY person),
silent (person, day) AS (
  SELECT u.person, o.day FROM usual AS u JOIN last AS l ON l.person = u.person JOIN passed AS p ON p.day = {last_day}
  JOIN opens AS o ON o.open = p.open + max(u.p90, (3 * u.middles + 3) / 4)),
tried (person, at, place) AS (
  SELECT e.person_id, e.at, row_number() OVER (PARTITION BY e.person_id ORDER BY e.at)
  FROM entry_person AS e LEFT JOIN last AS l ON l.person = e.person_id
  WHERE e.effect = 'attempt' AND e.at <= :now AND (l.at IS NULL OR e.at > l.at)),
quiet (person, day) AS (
  SELECT person, min(day) FROM (
    SELECT person, day FROM silent UNION ALL SELECT person, {local} FROM tried WHERE place = {unanswered})
  GROUP BY person)
SELECT q.person, date(q.day * 86400, 'unixepoch') FROM quiet AS q JOIN person AS p ON p.id = q.person
WHERE p.trashed_at IS NULL AND NOT p.archived AND NOT p.deceased
  AND (p.hold_until IS NULL OR p.hold_until <= date(:today * 86400, 'unixepoch'))
ORDER BY 2, 1
"""


def in_one_statement(core: Core) -> list[tuple[int, str]]:
    """Everybody who has gone quiet, and since when; the longest ago first."""
    now = core.desk.now()
    zone = core.desk.zone()
    offset = _offset("{at}", now, zone)
    local, last_day = (f"(({at} + {offset.format(at=at)}) / 86400)" for at in ("at", "l.at"))
    rule = RULE.format(local=local, last_day=last_day, window=WINDOW, least=LEAST_GAPS, unanswered=UNANSWERED)
    asked = {"now": int(now.timestamp()), "today": (core.desk.today() - _EPOCH).days}
    return [(person, day) for person, day in database(core).rows(rule, asked)]


@lru_cache(maxsize=4)
def _offset(name: str, now: datetime, zone: tzinfo) -> str:
    """Seconds that the clocks were ahead of UTC at an instant, as an expression."""
    hours = [now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=back) for back in range(_HOURS)]
    offsets = [int((hour.astimezone(zone).utcoffset() or timedelta()).total_seconds()) for hour in hours]
    changes = [
        f"WHEN {name} >= {int(hour.timestamp())} THEN {offset}"
        for hour, (offset, earlier) in zip(hours, pairwise(offsets), strict=False)
        if offset != earlier
    ]
    return f"CASE {' '.join(changes)} ELSE {offsets[-1]} END" if changes else str(offsets[-1])


def measure(bench: Bench) -> list[Row]:
    core = bench.core(bench.big())
    core.files.ripen()
    core.files.catch_up()

    same = core.quiet.everybody() == [person for person, _ in in_one_statement(core)]
    subject = "gone quiet over everything" if same else "gone quiet over everything, with another answer"
    ours, floor = in_turns(
        lambda: milliseconds(lambda: [core.quiet.everybody() for _ in range(_TIMES)]) / _TIMES,
        lambda: milliseconds(lambda: in_one_statement(core)),
        min(5, bench.rounds),
    )
    core.close()
    return [in_pairs(10, subject, "ms", ours, floor, 0.001)]
