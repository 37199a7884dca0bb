"""What one can do with the timeline: log, edit, move, delete, and read it page by page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from relapp.domain.changes import Area
from relapp.domain.entries import kind_of
from relapp.domain.errors import NoSuchRecord, Refused
from relapp.domain.pages import NEWEST, Anchor, EntryLine, TimelineOf
from relapp.domain.timeline import Entry, NewEntry
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.desk import Desk
from relapp.store import entries, lookup, timeline

_AREAS = (Area.ENTRIES, Area.PEOPLE)
FIRST, LAST = datetime(1000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""What lies beyond has no local date in every zone."""


class Entries:
    """Every write is one change; last contact and attempts are derived from what is then there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- reading

    def get(self, entry: int) -> Entry:
        """One entry. Raises NoSuchRecord."""
        found = entries.get(self._desk.db, entry)
        if found is None:
            raise NoSuchRecord
        return found

    def page(self, of: TimelineOf, after: Anchor = NEWEST, limit: int = 100) -> list[EntryLine]:
        """The `limit` entries that follow `after`, newest first."""
        return timeline.page(self._desk.db, of, after, limit)

    def count(self, of: TimelineOf) -> int:
        return timeline.count(self._desk.db, of)

    def step(self, of: TimelineOf, after: Anchor, count: int) -> Anchor | None:
        """The anchor `count` entries further on, or None when the timeline ends before."""
        return timeline.step(self._desk.db, of, after, count)

    def position(self, of: TimelineOf, entry: int) -> int | None:
        """How many entries of the timeline are newer than this one; None when it is gone."""
        return timeline.position(self._desk.db, of, entry)

    def span(self, of: TimelineOf) -> tuple[int, int] | None:
        """The instants (seconds) of the oldest and the newest entry; None when there is none."""
        return timeline.years(self._desk.db, of)

    # --- writing

    def log(self, entry: NewEntry, origin: object = None) -> int:
        """A new entry. Returns the id. Raises Refused when it has nobody."""
        self.check(entry)
        with self._desk.write(self._title("{kind} with {names}", entry), _AREAS, origin):
            return entries.insert(self._desk.db, entry)

    def edit(self, id_: int, entry: NewEntry, origin: object = None) -> None:
        """Makes the entry what is given. Raises NoSuchRecord, Refused."""
        self.get(id_)
        self.check(entry)
        with self._desk.write(self._title("{kind} with {names} edited", entry), _AREAS, origin):
            entries.update(self._desk.db, id_, entry)

    def move(self, id_: int, at: datetime, origin: object = None) -> None:
        """Moves an entry in time. Raises NoSuchRecord, Refused."""
        entry = replace(as_new(self.get(id_)), at=at)
        self.check(entry)
        with self._desk.write(self._title("{kind} with {names} moved", entry), _AREAS, origin):
            entries.update(self._desk.db, id_, entry)

    def delete(self, ids: Collection[int], origin: object = None) -> None:
        """Deletes entries; Ctrl+Z brings them back. Raises NoSuchRecord."""
        first = as_new(self.get(next(iter(ids))))
        title = self._title("{kind} with {names} deleted", first)
        if len(ids) > 1:
            title = phrase("{count} entries deleted", count=len(ids))
        with self._desk.write(title, _AREAS, origin):
            entries.delete(self._desk.db, ids)

    def check(self, entry: NewEntry) -> None:
        """Raises Refused when it can't be logged as it is."""
        if not entry.people:
            raise Refused(tr("An entry needs at least one person."))
        if not FIRST <= entry.at < LAST:
            raise Refused(tr("An entry can't be of the year {year}.").format(year=entry.at.year))

    def _title(self, key: str, entry: NewEntry) -> Phrase:
        names = ", ".join(lookup.shown(self._desk.db, entry.people))
        return phrase(key, kind=kind_of(entry.kind).label(), names=names)


def as_new(entry: Entry) -> NewEntry:
    """The entry as it would be given to make it again."""
    return NewEntry(
        entry.kind,
        entry.at,
        entry.people,
        entry.text,
        entry.direction,
        entry.outcome,
        entry.minutes,
        entry.counts,
        entry.place,
    )
