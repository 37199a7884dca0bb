"""Our own notes coming back: an entry is known by its uid; what is new is added, what is there keeps what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import uuid4

from relapp.domain.cards import NoteRecord, Skipped
from relapp.domain.entries import ENTRY_KINDS, kind_of
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.names import split_full
from relapp.domain.timeline import Entry, NewEntry
from relapp.domain.words import tr
from relapp.formats.notes_csv import instant, people
from relapp.services.desk import Desk
from relapp.services.entries import FIRST, LAST, as_new
from relapp.store import cards, entries, lookup, writing
from relapp.store import people as stored_people

BATCH = 200
Progress = Callable[[int, int], None]
_KINDS = {kind.key for kind in ENTRY_KINDS}
_LONGEST_DIGITS = 8


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

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        """Who had which name when the run began."""
        return lookup.names(self._desk.db)

    def items(self, notes: Sequence[NoteRecord], progress: Progress | None = None) -> Iterator[NoteItem]:
        """What would become of each note."""
        seen: set[tuple[str, ...]] = set()
        for index, note in enumerate(notes):
            if progress is not None and index % BATCH == 0:
                progress(index, len(notes))
            cells, (state, reason) = note.cells, self._judge(note)
            if state == "added":
                key = (cells["entry_uid"],) if cells["entry_uid"] else tuple(cells.values())
                state = "unchanged" if key in seen else "added"
                seen.add(key)
            names = tuple(name or uid for uid, name in people(cells))
            yield NoteItem(index, note.line, cells["kind"], names, instant(cells["when"]), cells["text"], state, reason)

    def _judge(self, note: NoteRecord) -> tuple[str, str]:
        """ "added", "merged", "unchanged" or "skipped" and why, before anything is written."""
        if reason := _fault(note):
            return "skipped", reason
        known = self._known(note)
        if known is not None:
            return "merged" if _completed(known, note) != as_new(known) else "unchanged", ""
        for uid, name in people(note.cells):
            if not uid and name not in self._added and len(self._names.get(name, ())) > 1:
                return "skipped", tr("“{name}” fits several people; the column person_uid would say who.").format(
                    name=name
                )
        return "added", ""

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
        state, reason = self._judge(note)
        if state == "skipped":
            self.skipped += (Skipped(note.line, reason),)
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
        """The entry of that uid; without one, that says the same of the same person at the same second."""
        db, cells = self._desk.db, note.cells
        if cells["entry_uid"]:
            return entries.by_uid(db, cells["entry_uid"])
        uid, name = people(cells)[0]
        alike = entries.alike(db, cells["kind"], instant(cells["when"]), cells["text"])
        return next((one for one in alike if any(self._is(person, uid, name) for person in one.people)), None)

    def _is(self, person: int, uid: str, name: str) -> bool:
        if self._added.get(uid or name) == person:
            return True
        return lookup.by_uid(self._desk.db, uid) == person if uid else person in self._names.get(name, ())

    def _person(self, uid: str, name: str) -> int:
        """Who is meant by the uid, or without one by the whole name; somebody unknown is added."""
        db = self._desk.db
        key = uid or name
        found = self._added.get(key) or (lookup.by_uid(db, uid) if uid else next(iter(self._names.get(name, ())), None))
        if found is None:
            own = uid if uid and not cards.uid_taken(db, uid) else str(uuid4())
            found = stored_people.insert(db, own, split_full(name), self._desk.seconds())
            if uid != own and uid:
                stored_people.add_source(db, found, uid)
            self._added[key] = found
        return found


def _fault(note: NoteRecord) -> str:
    """Why no entry can be made of it; empty when one can."""
    cells = note.cells
    if cells["kind"] not in _KINDS:
        return tr("“{kind}” is no kind of entry.").format(kind=cells["kind"])
    if not FIRST <= instant(cells["when"]) < LAST:
        return tr("An entry can't be of the year {year}.").format(year=instant(cells["when"]).year)
    if len(cells["minutes"]) > _LONGEST_DIGITS:
        return tr("“{minutes}” are more minutes than a life has.").format(minutes=cells["minutes"][:20])
    return ""


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
