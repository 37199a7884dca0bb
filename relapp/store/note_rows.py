"""Notes for export: rows straight off the cursor, oldest first, in the order of `formats.notes_csv.NoteRow`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from relapp.domain.exports import NotesWanted
from relapp.store.connection import Database

_SEVERAL = "replace(replace({value}, '\\', '\\\\'), ';', '\\;')"  # as `formats.csv_cells.several` joins
_KEPT = "x.person_id NOT IN (SELECT id FROM person WHERE trashed_at IS NOT NULL)"
_OTHERS = (
    "(SELECT group_concat({value}, '; ' ORDER BY x.id) FROM entry_person AS x JOIN person AS q ON q.id = x.person_id "
    f"JOIN roster AS s ON s.person_id = q.id WHERE x.entry_id = e.id AND x.id <> first.id AND {_KEPT})"
)
_ROWS = f"""
SELECT e.id, e.uid, p.uid, r.shown,
  coalesce({_OTHERS.format(value=_SEVERAL.format(value="q.uid"))}, ''),
  coalesce({_OTHERS.format(value=_SEVERAL.format(value="s.shown"))}, ''),
  coalesce((SELECT o.name FROM position AS x JOIN organisation AS o ON o.id = x.organisation_id
            WHERE x.person_id = p.id ORDER BY x.past, x.place LIMIT 1), ''),
  strftime('%Y-%m-%dT%H:%M:%SZ', e.at, 'unixepoch'), e.kind, e.direction, e.outcome, e.minutes, e.place, e.counts,
  e.text
FROM entry AS e
JOIN entry_person AS first
  ON first.id = (SELECT min(x.id) FROM entry_person AS x WHERE x.entry_id = e.id AND {_KEPT})
JOIN person AS p ON p.id = first.person_id JOIN roster AS r ON r.person_id = p.id
WHERE {{where}} ORDER BY e.at, e.id
"""
_SEEN = f"EXISTS (SELECT 1 FROM entry_person AS x WHERE x.entry_id = e.id AND {_KEPT})"


def rows(db: Database, wanted: NotesWanted) -> Iterator[tuple[Any, ...]]:
    """The notes wanted, one at a time; nothing is held in memory."""
    where, params = _where(wanted)
    yield from db.each(_ROWS.format(where=where), params)


def count(db: Database, wanted: NotesWanted) -> int:
    where, params = _where(wanted)
    return int(db.value(f"SELECT count(*) FROM entry AS e WHERE {where}", params))


def _where(wanted: NotesWanted) -> tuple[str, list[object]]:
    parts = [_SEEN]
    params: list[object] = []
    if wanted.persons:
        persons = "SELECT value FROM json_each(?)"  # SQLite takes fewer parameters than there may be people
        parts.append(f"e.id IN (SELECT entry_id FROM entry_person WHERE person_id IN ({persons}))")
        params.append(json.dumps(wanted.persons))
    if wanted.kinds:
        parts.append(f"e.kind IN ({', '.join('?' * len(wanted.kinds))})")
        params += sorted(wanted.kinds)
    if wanted.since is not None:
        parts.append("e.at >= ?")
        params.append(wanted.since)
    if wanted.until is not None:
        parts.append("e.at < ?")
        params.append(wanted.until)
    return " AND ".join(parts), params
