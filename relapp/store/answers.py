"""Who waits for an answer: few people by the roster, then their latest entries by the index of the timeline."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby

from relapp.domain.answers import FORGOTTEN_AFTER, Happened, Unanswered, oldest_unanswered
from relapp.store.connection import Database

_HAPPENED = """
SELECT e.id, e.kind, e.at, e.direction, e.outcome, e.effect
FROM entry_person AS x INDEXED BY entry_person_timeline JOIN entry AS e ON e.id = x.entry_id
WHERE x.person_id = ? AND x.at >= ? AND x.at <= ?
"""
_WAITING = """
SELECT r.person_id, r.shown, e.id, e.kind, e.at, e.direction, e.outcome, e.effect
FROM roster AS r CROSS JOIN entry_person AS x INDEXED BY entry_person_timeline
  ON x.person_id = r.person_id AND x.at >= max(:since, coalesce(r.last_outbound, :since)) AND x.at <= :now
JOIN entry AS e ON e.id = x.entry_id
WHERE r.scope = 0 AND r.last_inbound >= :since AND (r.last_outbound IS NULL OR r.last_outbound < r.last_inbound)
ORDER BY r.person_id, x.at, x.entry_id
"""
"""What went out settled all that came before it, so only what came since is looked at."""
_LATEST = f"SELECT * FROM ({_HAPPENED} ORDER BY x.at DESC, x.entry_id DESC LIMIT 1000) ORDER BY at, id"


def latest(db: Database, person: int, since: int, now: int) -> list[Happened]:
    """A person's entries between two instants (seconds), at most the latest thousand, oldest first."""
    return list(map(Happened._make, db.rows(_LATEST, (person, since, now))))


def waiting(db: Database, now: int) -> list[Unanswered]:
    """The oldest unanswered entry of each person as of `now` (seconds); what several sent stands once."""
    since = now - int(FORGOTTEN_AFTER.total_seconds())
    found: dict[int, Unanswered] = {}
    rows = db.rows(_WAITING, {"since": since, "now": now})
    for (person, shown), entries in groupby(rows, key=lambda row: (row[0], row[1])):
        one = oldest_unanswered(Happened._make(row[2:]) for row in entries)
        if one is not None and one.entry not in found:
            found[one.entry] = Unanswered(person, shown, one.entry, datetime.fromtimestamp(one.at, UTC))
    return list(found.values())
