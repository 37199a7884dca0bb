"""The one way to write: an IMMEDIATE transaction, journalled under a title, derived rows made anew, then told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from relapp.domain.changes import EVERYTHING, Area, Change, Publish
from relapp.domain.errors import CannotUndo, NoSuchRecord
from relapp.domain.words import Phrase
from relapp.store import derived, journal, next_delivery
from relapp.store.connection import BrokenReference, Database
from relapp.store.derived import Basis


class Writing:
    """What the block says of its change: the title it gets in the history."""

    def __init__(self, change: int, title: Phrase) -> None:
        self.change = change
        self.title = title


@contextmanager
def write(
    db: Database, publish: Publish, basis: Basis, title: Phrase, areas: Iterable[Area], origin: object = None
) -> Iterator[Writing]:
    """Everything written inside is one change that can be undone. Nothing is published when nothing was touched.

    Raises NoSuchRecord when what it hangs on is gone, deleted by another process meanwhile.
    """
    told = frozenset(areas)
    try:
        with db.transaction():
            writing = Writing(journal.begin(db, basis.seconds), title)
            yield writing
            people = derived.refresh(db, basis)
            next_delivery.refresh(db, basis)
            kept = journal.finish(db, writing.change, writing.title, told)
    except BrokenReference as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise NoSuchRecord from error
    if kept:
        publish(Change(told | {Area.HISTORY}, people, origin))


@contextmanager
def batch(db: Database, basis: Basis, change: int) -> Iterator[None]:
    """One transaction of a long change that was opened by `open_long`; keep it under 200 records."""
    with db.transaction():
        journal.resume(db, change)
        yield
        journal.pause(db)
        derived.refresh(db, basis)
        next_delivery.refresh(db, basis)


def open_long(db: Database, basis: Basis, title: Phrase, areas: Iterable[Area]) -> int:
    """Opens a change of several transactions. If the app dies before `close_long`, the next start offers to undo it."""
    with db.transaction():
        change = journal.begin(db, basis.seconds)
        journal.entitle(db, change, title, areas)
        journal.pause(db)
    return change


def close_long(db: Database, publish: Publish, change: int, title: Phrase, areas: Iterable[Area]) -> bool:
    """Ends a long change and tells it, once. Returns whether it touched anything."""
    told = frozenset(areas)
    with db.transaction():
        kept = journal.finish(db, change, title, told)
    if kept:
        publish(Change(told | {Area.HISTORY}))
    return kept


def take_back(db: Database, publish: Publish, basis: Basis, change: int) -> None:
    """After an error or a cancel: undoes what a long change had written, forgets it, and tells who saw it meanwhile.

    Where somebody worked on the same rows meanwhile it stays, finished, and can be undone from the history later.
    Raises KnownError where the disk does not even allow that; then it is offered at the next start.
    """
    try:
        with db.transaction():
            journal.reverse(db, change)
            journal.forget(db, change)
            derived.refresh(db, basis)
            next_delivery.refresh(db, basis)
    except (CannotUndo, BrokenReference):
        with db.transaction():
            journal.settle(db, change)
    publish(Change(EVERYTHING))
