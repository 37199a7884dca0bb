"""Reading timelines, newest first, by keyset pages: never an offset over the whole, never all rows.

A far jump goes through anchors: `step` finds the place so many entries further on by the index alone.
"""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.pages import NEWEST, Anchor, EntryLine, TimelineOf
from relapp.store.connection import Database
from relapp.store.match import written_query

_LINE = """
SELECT e.id, e.kind, e.at, e.direction, e.outcome, e.minutes, e.place, e.text, e.effect,
  (SELECT group_concat(r.shown, ', ') FROM entry_person AS y JOIN roster AS r ON r.person_id = y.person_id
   WHERE y.entry_id = e.id)
FROM entry AS e JOIN (SELECT at, entry_id FROM ({keys}) ORDER BY at DESC, entry_id DESC LIMIT ?) AS k
  ON e.id = k.entry_id ORDER BY k.at DESC, k.entry_id DESC
"""
_MOST_MERGED = 200
"""The timelines of so many people of an organisation are merged; those of more are sorted as a whole each time."""
_MEMBERS = """
SELECT DISTINCT person_id FROM position WHERE organisation_id = ?
AND person_id NOT IN (SELECT id FROM person WHERE trashed_at IS NOT NULL)
"""
_TEXT = "{entry} IN (SELECT rowid FROM search_entry WHERE search_entry MATCH ?)"


def page(db: Database, of: TimelineOf, after: Anchor = NEWEST, limit: int = 100) -> list[EntryLine]:
    """The `limit` entries that follow `after`, newest first."""
    keys, params = _first_keys(db, of, after, limit)
    return list(map(EntryLine._make, db.rows(_LINE.format(keys=keys), (*params, limit))))


def count(db: Database, of: TimelineOf) -> int:
    keys, params = _keys(of, None)
    return int(db.value(f"SELECT count(*) FROM ({keys})", params))


def step(db: Database, of: TimelineOf, after: Anchor, entries: int) -> Anchor | None:
    """The anchor `entries` further on, or None when the timeline ends before."""
    keys, params = _first_keys(db, of, after, entries)
    sql = f"SELECT at, entry_id FROM ({keys}) ORDER BY at DESC, entry_id DESC LIMIT 1 OFFSET ?"
    row = db.one(sql, (*params, entries - 1))
    return None if row is None else Anchor(*row)


def position(db: Database, of: TimelineOf, entry: int) -> int | None:
    """How many entries of the timeline stand before this one, newest first; None when there is no such entry."""
    at = db.value("SELECT at FROM entry WHERE id = ?", (entry,))
    if at is None:
        return None
    keys, params = _keys(of, None)
    sql = f"SELECT count(*) FROM ({keys}) WHERE (at, entry_id) > (?, ?)"
    return int(db.value(sql, (*params, at, entry)))


def years(db: Database, of: TimelineOf) -> tuple[int, int] | None:
    """The instants (seconds) of the oldest and the newest entry."""
    keys, params = _keys(of, None)
    first, last = db.one(f"SELECT min(at), max(at) FROM ({keys})", params)
    return None if first is None else (int(first), int(last))


def _first_keys(db: Database, of: TimelineOf, after: Anchor, limit: int) -> tuple[str, list[object]]:
    """A select in which the first `limit` wanted entries are, each once.

    Of an organisation only so many of each person are taken, by the index: the joint timeline is never sorted whole.
    """
    people = [] if of.person else [person for (person,) in db.rows(_MEMBERS, (of.organisation,))]
    if not people or len(people) > _MOST_MERGED:
        return _keys(of, after)
    parts: list[str] = []
    params: list[object] = []
    for person in people:
        keys, told = _keys(replace(of, person=person), after)
        parts.append(f"SELECT * FROM ({keys} ORDER BY x.at DESC, x.entry_id DESC LIMIT ?)")
        params += [*told, limit]
    return " UNION ".join(parts), params


def _keys(of: TimelineOf, after: Anchor | None) -> tuple[str, list[object]]:
    """A select of (at, entry_id) of the wanted entries, each once."""
    parts: list[str] = []
    params: list[object] = []
    if of.person:
        source = "entry_person AS x"
        parts.append("x.person_id = ?")
        params.append(of.person)
    else:
        source = f"(SELECT DISTINCT at, entry_id FROM entry_person WHERE person_id IN ({_MEMBERS})) AS x"
        params.append(of.organisation)
    if after is not None:
        parts.append("(x.at, x.entry_id) < (?, ?)")
        params += after
    if of.since is not None:
        parts.append("x.at >= ?")
        params.append(of.since)
    if of.until is not None:
        parts.append("x.at < ?")
        params.append(of.until)
    if of.kinds:
        marks = ", ".join("?" * len(of.kinds))
        parts.append(f"(SELECT kind FROM entry WHERE id = x.entry_id) IN ({marks})")
        params += sorted(of.kinds)
    if of.text.strip():
        parts.append(_TEXT.format(entry="x.entry_id"))
        params.append(written_query(of.text) or '""')
    where = " AND ".join(parts) or "true"
    return f"SELECT x.at, x.entry_id FROM {source} WHERE {where}", params
