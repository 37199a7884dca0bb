"""The file itself: a copy of it, its health, and keeping what is derived up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from relapp.domain.changes import Area, Change
from relapp.services.desk import Desk
from relapp.store import derived, health, search_index

A_FEW = 50
"""Rhythms that are worked out while one waits."""


class Files:
    """What one does with the file as a whole."""

    def __init__(self, desk: Desk, give_back: Callable[[], object]) -> None:
        """`give_back` lets the system have the memory that was freed."""
        self._desk = desk
        self._give_back = give_back

    @property
    def path(self) -> Path:
        return self._desk.db.path

    def save_copy(self, target: Path) -> None:
        """A whole copy at `target`. Raises KnownError; never replaces a file, leaves nothing half-written."""
        self._desk.db.save_copy(target)

    def check(self) -> list[str]:
        """What is wrong with the file, a sentence each; empty when all is well."""
        return health.problems(self._desk.db)

    def ripen(self) -> None:
        """Lets planned entries count whose time has come, and a few rhythms; tells when one did."""
        db, basis = self._desk.db, self._desk.basis()
        people = derived.ripen(db, basis) | derived.catch_up(db, basis, A_FEW)
        if people:
            self._desk.publish(Change(frozenset({Area.PEOPLE, Area.ENTRIES}), people))

    def behind(self) -> int:
        """How many people's rhythm waits to be worked out: after an upgrade, and where the app was long away."""
        return derived.backlog(self._desk.db, self._desk.basis())

    def catch_up(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Works it out, a batch in a transaction; interrupted (by what `progress` raises) it goes on the next time."""
        total, done = self.behind(), 0
        while made := derived.catch_up(self._desk.db, self._desk.basis()):
            done += len(made)
            if progress is not None:
                progress(min(done, total), total)
        if done:
            self._desk.publish(Change(frozenset({Area.PEOPLE})))

    def rest(self) -> None:
        """Nobody looks for a while: what is held only to be quick is let go of."""
        self._desk.db.let_go()
        self._give_back()

    def data_version(self) -> int:
        """Changes when another process wrote to the file."""
        return self._desk.db.data_version()

    def unindexed(self) -> int:
        """How many entries wait for the search index."""
        return search_index.backlog(self._desk.db)

    def index_some(self) -> int:
        """Indexes one batch; returns how many still wait."""
        return search_index.catch_up(self._desk.db)
