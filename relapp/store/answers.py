"""Who waits for an answer: few people by the roster, then their latest entries by the index of the timeline."""

from __future__ import annotations

from datetime import UTC, datetime

from relapp.domain.answers import FORGOTTEN_AFTER, Happened, Unanswered, oldest_unanswered
from relapp.store.connection import Database

_PEOPLE = """
SELECT person_id, shown FROM roster
WHERE scope = 0 AND last_inbound >= :since AND (last_outbound IS NULL OR last_outbound < last_inbound)
ORDER BY person_id
"""
_HAPPENED = """
SELECT e.id, e.kind, e.at, e.direction, e.outcome, e.effect
FROM entry_person AS x INDEXED BY entry_person_timeline JOIN entry AS e ON e.id = x.entry_id
WHERE x.person_id = ? AND x.at >= ? AND x.at <= ?
"""
_ENTRIES = f"{_HAPPENED} ORDER BY x.at, x.entry_id"
_LATEST = f"SELECT * FROM ({_HAPPENED} ORDER BY x.at DESC, x.entry_id DESC LIMIT 1000) ORDER BY at, id"


def latest(db: Database, person: int, since: int, now: int) -> list[Happened]:
    """A person's entries between two instants (seconds), at most the latest thousand, oldest first."""
    return list(map(Happened._make, db.rows(_LATEST, (person, since, now))))


def waiting(db: Database, now: int) -> list[Unanswered]:
    """The oldest unanswered entry of each person as of `now` (seconds); what several sent stands once."""
    since = now - int(FORGOTTEN_AFTER.total_seconds())
    found: dict[int, Unanswered] = {}
    for person, shown in db.rows(_PEOPLE, {"since": since}):
        one = oldest_unanswered(map(Happened._make, db.rows(_ENTRIES, (person, since, now))))
        if one is not None and one.entry not in found:
            found[one.entry] = Unanswered(person, shown, one.entry, datetime.fromtimestamp(one.at, UTC))
    return list(found.values())
