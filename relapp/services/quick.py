"""Quick entry: one line, understood against the people there are, shown, then saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from relapp.domain.changes import Area
from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.full_names import split_full
from relapp.domain.quick_entry import Understood, readings
from relapp.domain.settings import FIRST_WEEKDAY
from relapp.domain.timeline import NewEntry
from relapp.domain.when import MONDAY
from relapp.domain.words import phrase
from relapp.services.desk import Desk
from relapp.services.entries import Entries
from relapp.services.people import People
from relapp.store import entries, people
from relapp.store.lookup import Candidate


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line was understood as. `people` are those who may be meant: one is clear, none is somebody new."""

    kind: EntryKind
    person_words: str
    people: tuple[Candidate, ...]
    at: datetime
    minutes: int | None
    direction: Direction
    outcome: Outcome | None
    text: str


class Quick:
    """Understanding and saving `KIND PERSON [when] [duration] [in|out]: TEXT`."""

    def __init__(self, desk: Desk, of_people: People, of_entries: Entries) -> None:
        self._desk = desk
        self._people = of_people
        self._entries = of_entries

    def understand(self, line: str) -> Proposal:
        """The likeliest meaning of the line now. Raises Misread with a sentence that says what is missing."""
        now = self._desk.now().astimezone(self._desk.zone())
        found = readings(line, now, self._first_weekday())
        told = [(reading, tuple(self._people.meant(reading.person_words))) for reading in found]
        whole = [(reading, people) for reading, people in told if any(one.exact for one in people)]
        some = [(reading, people) for reading, people in told if people]
        reading, people = whole[-1] if whole else some[0] if some else told[0]
        exact = tuple(one for one in people if one.exact)
        return _proposal(reading, exact or people)

    def _first_weekday(self) -> int:
        """Counted from 0, Monday; the option counts from 1 and has 0 for “as usual”."""
        chosen = self._desk.option(FIRST_WEEKDAY)
        return chosen - 1 if chosen else MONDAY

    def save(self, proposal: Proposal, person: int, origin: object = None) -> int:
        """Logs what was proposed, with this person. Returns the entry's id."""
        return self._entries.log(_entry(proposal, person), origin)

    def save_with_new(self, proposal: Proposal, name: str, origin: object = None) -> int:
        """Adds a person of that name and logs what was proposed, as one change. Returns the person's id."""
        db = self._desk.db
        title = phrase("{kind} with {name}, now in the file", kind=proposal.kind.label(), name=name)
        with self._desk.write(title, (Area.PEOPLE, Area.ENTRIES), origin):
            person = people.insert(db, str(uuid4()), split_full(name), self._desk.seconds())
            entries.insert(db, _entry(proposal, person))
        return person


def _entry(proposal: Proposal, person: int) -> NewEntry:
    return NewEntry(
        proposal.kind.key,
        proposal.at,
        (person,),
        proposal.text,
        proposal.direction,
        proposal.outcome,
        proposal.minutes,
    )


def _proposal(reading: Understood, people: tuple[Candidate, ...]) -> Proposal:
    return Proposal(
        reading.kind,
        reading.person_words,
        people,
        reading.at,
        reading.minutes,
        reading.direction,
        reading.outcome,
        reading.text,
    )
