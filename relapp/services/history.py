"""What was done, and its way back: undo, redo, the list of changes, and long changes that were cut off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from relapp.domain.changes import EVERYTHING, Area, Change
from relapp.domain.errors import CannotUndo
from relapp.domain.words import tr
from relapp.services.desk import Desk
from relapp.store import derived, journal, next_delivery
from relapp.store.connection import BrokenReference

Progress = Callable[[int, int], None]
LONG = 2000
"""Rows; fewer are reversed while one waits."""


class Done(NamedTuple):
    """A change in the history. `at` is UTC; `standing` is False when it is undone."""

    id: int
    at: datetime
    title: str
    areas: frozenset[Area]
    standing: bool


class History:
    """The journal, for users. The latest 200 changes are kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self, limit: int = journal.KEPT) -> list[Done]:
        """The latest changes, newest first."""
        return [_done(row) for row in journal.changes(self._desk.db, limit) if row.finished]

    def next_undo(self) -> Done | None:
        """What Ctrl+Z would take back."""
        found = journal.next_undo(self._desk.db)
        return None if found is None else _done(found)

    def next_redo(self) -> Done | None:
        """What Ctrl+Shift+Z would bring back."""
        found = journal.next_redo(self._desk.db)
        return None if found is None else _done(found)

    def blocked_by(self, change: int) -> str | None:
        """The title of the later change that keeps this one from being undone, or None."""
        found = journal.blocker(self._desk.db, change)
        return None if found is None else found.title.text()

    def is_long(self, change: int) -> bool:
        """Whether reversing this change takes so long that one wants to see it go on."""
        return journal.size(self._desk.db, change) > LONG

    def undo(self, change: int | None = None, origin: object = None, progress: Progress | None = None) -> Done:
        """Undoes this change, or the latest. Raises CannotUndo, NoSuchRecord; Cancelled by `progress`."""
        if change is None:
            found = journal.next_undo(self._desk.db)
            if found is None:
                raise CannotUndo(tr("There is nothing to undo."))
            change = found.id
        return self._reverse(change, origin, progress)

    def redo(self, change: int | None = None, origin: object = None, progress: Progress | None = None) -> Done:
        """Does this undone change again, or the one undone last. Raises as `undo` does."""
        if change is None:
            found = journal.next_redo(self._desk.db)
            if found is None:
                raise CannotUndo(tr("There is nothing to do again."))
            change = found.id
        return self._reverse(change, origin, progress)

    def unfinished(self) -> Done | None:
        """A long change that was cut off by a crash."""
        found = journal.unfinished(self._desk.db)
        return None if found is None else _done(found)

    def keep_unfinished(self, change: int) -> None:
        """Leaves what a cut-off change had written; it can still be undone later."""
        with self._desk.db.transaction():
            journal.settle(self._desk.db, change)
        self._desk.publish(Change(EVERYTHING))

    def _reverse(self, change: int, origin: object, progress: Progress | None) -> Done:
        db = self._desk.db
        title = journal.get(db, change).title.text()
        before = basis = self._desk.basis()
        try:
            with db.transaction():
                reversed_ = journal.reverse(db, change, progress)
                if Area.SETTINGS in reversed_.areas:
                    self._desk.forget_settings()
                    basis = self._desk.basis()
                    if (basis.zone, basis.cadences) != (before.zone, before.cadences):
                        derived.mark_all_stale(db, basis)
                    elif basis.attempts_count != before.attempts_count:
                        derived.count_attempts(db, basis)
                people = derived.refresh(db, basis)
                next_delivery.refresh(db, basis)
        except BrokenReference as error:
            sentence = tr("“{title}” can't be undone: something added later hangs on it. Undo that first.")
            raise CannotUndo(sentence.format(title=title)) from error
        self._desk.publish(Change(reversed_.areas | {Area.HISTORY}, people, origin))
        return _done(reversed_)


def _done(row: journal.ChangeRow) -> Done:
    return Done(row.id, datetime.fromtimestamp(row.at, UTC), row.title.text(), row.areas, row.done)
