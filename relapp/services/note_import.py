"""Our own notes coming back: an entry is known by its uid; what is new is added, what is there keeps what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from relapp.domain.cards import NoteRecord, Skipped
from relapp.domain.entries import ENTRY_KINDS, kind_of
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.names import split_full
from relapp.domain.timeline import Entry, NewEntry
from relapp.domain.words import tr
from relapp.formats.notes_csv import instant, people
from relapp.services.desk import Desk
from relapp.services.entries import as_new
from relapp.store import cards, entries, lookup, writing
from relapp.store import people as stored_people

BATCH = 200
Progress = Callable[[int, int], None]
_KINDS = {kind.key for kind in ENTRY_KINDS}


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A note in the preview. `state` is "added", "merged", "unchanged" or "skipped"; `at` is UTC."""

    index: int
    line: int
    kind: str
    names: tuple[str, ...]
    at: datetime
    text: str
    state: str
    reason: str = ""


class NoteImport:
    """One run over one file. Without a `change` it only looks. `skipped` are notes that could not be placed.

    `touched` are the ids of the people of notes that were added or completed.
    """

    def __init__(self, desk: Desk, change: int = 0) -> None:
        self._desk = desk
        self._change = change
        self._added: dict[str, int] = {}
        self.added = 0
        self.touched: list[int] = []
        self.skipped: tuple[Skipped, ...] = ()

    def items(self, notes: Sequence[NoteRecord], progress: Progress | None = None) -> Iterator[NoteItem]:
        """What would become of each note."""
        seen: set[str] = set()
        for index, note in enumerate(notes):
            if progress is not None and index % BATCH == 0:
                progress(index, len(notes))
            cells, state = note.cells, self.state(note)
            if state == "added" and cells["entry_uid"]:
                state = "unchanged" if cells["entry_uid"] in seen else "added"
                seen.add(cells["entry_uid"])
            names = tuple(name or uid for uid, name in people(cells))
            reason = _no_kind(note) if state == "skipped" else ""
            yield NoteItem(index, note.line, cells["kind"], names, instant(cells["when"]), cells["text"], state, reason)

    def state(self, note: NoteRecord) -> str:
        """ "added", "merged", "unchanged" or "skipped", before anything is written."""
        if note.cells["kind"] not in _KINDS:
            return "skipped"
        known = self._known(note)
        if known is None:
            return "added"
        return "merged" if _completed(known, note) != as_new(known) else "unchanged"

    def run(
        self, notes: Sequence[NoteRecord], leave: frozenset[int] = frozenset(), progress: Progress | None = None
    ) -> list[str]:
        """Writes the notes, 200 a transaction. Returns the state of each; "left" for those left out by their place."""
        states: list[str] = []
        for start in range(0, len(notes), BATCH):
            if progress is not None:
                progress(start, len(notes))
            with writing.batch(self._desk.db, self._desk.basis(), self._change):
                for index, note in enumerate(notes[start : start + BATCH], start):
                    states.append("left" if index in leave else self._take_in(note))
        self.added = states.count("added")
        return states

    def _take_in(self, note: NoteRecord) -> str:
        state = self.state(note)
        if state == "skipped":
            self.skipped += (Skipped(note.line, _no_kind(note)),)
        elif state == "added":
            found = tuple(self._person(uid, name) for uid, name in people(note.cells))
            entries.insert(self._desk.db, _entry(note, found), note.cells["entry_uid"])
            self.touched += found
        elif state == "merged":
            known = self._known(note)
            assert known is not None
            entries.update(self._desk.db, known.id, _completed(known, note))
            self.touched += known.people
        return state

    def _known(self, note: NoteRecord) -> Entry | None:
        uid = note.cells["entry_uid"]
        return entries.by_uid(self._desk.db, uid) if uid else None

    def _person(self, uid: str, name: str) -> int:
        """Who is meant by the uid, or without one by the whole name; somebody unknown is added."""
        db = self._desk.db
        key = uid or name
        found = self._added.get(key) or (lookup.by_uid(db, uid) if uid else lookup.only_by_name(db, name))
        if found is None:
            own = uid if uid and not cards.uid_taken(db, uid) else str(uuid4())
            found = stored_people.insert(db, own, split_full(name), self._desk.seconds())
            self._added[key] = found
        return found


def _no_kind(note: NoteRecord) -> str:
    return tr("“{kind}” is no kind of entry.").format(kind=note.cells["kind"])


def _entry(note: NoteRecord, found: tuple[int, ...]) -> NewEntry:
    cells = note.cells
    kind = kind_of(cells["kind"])
    return NewEntry(
        kind=kind.key,
        at=instant(cells["when"]),
        people=tuple(dict.fromkeys(found)),
        text=cells["text"],
        direction=Direction(cells["direction"]) if cells["direction"] else kind.direction,
        outcome=Outcome(cells["outcome"]) if cells["outcome"] else None,
        minutes=int(cells["minutes"]) if cells["minutes"] else None,
        counts={"yes": True, "no": False}.get(cells["counts"]),
        place=cells["place"],
    )


def _completed(known: Entry, note: NoteRecord) -> NewEntry:
    """The entry there is, with what it lacked and the note has."""
    kept, found = as_new(known), _entry(note, known.people)
    return replace(
        kept,
        text=kept.text or found.text,
        place=kept.place or found.place,
        minutes=found.minutes if kept.minutes is None else kept.minutes,
        outcome=found.outcome if kept.outcome is None else kept.outcome,
        counts=found.counts if kept.counts is None else kept.counts,
    )
