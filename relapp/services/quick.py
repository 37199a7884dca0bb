"""Quick entry: one line, understood against the people there are, shown, then saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from relapp.domain.changes import Area
from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.follow_up_about import about
from relapp.domain.follow_up_words import FollowUpWords, split_follow_up
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.full_names import split_full
from relapp.domain.quick_entry import Understood, readings
from relapp.domain.settings import FIRST_WEEKDAY
from relapp.domain.timeline import NewEntry
from relapp.domain.when import MONDAY
from relapp.domain.words import phrase
from relapp.services.desk import Desk
from relapp.services.follow_ups import FollowUps
from relapp.services.people import People
from relapp.store import entries, follow_ups, people
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
    follow_up: FollowUpWords | None = None


class Quick:
    """Understanding and saving `KIND PERSON [when] [duration] [in|out]: TEXT [follow up WHEN]`."""

    def __init__(self, desk: Desk, of_people: People, of_follow_ups: FollowUps) -> None:
        self._desk = desk
        self._people = of_people
        self._follow_ups = of_follow_ups

    def understand(self, line: str) -> Proposal:
        """The likeliest meaning of the line now. Raises Misread with a sentence that says what is missing."""
        now = self._desk.now().astimezone(self._desk.zone())
        rest, words = split_follow_up(line)
        if words is None or self._follow_ups.read_words(words) is None:
            rest, words = line, None  # "follow up with the plant" is something to note
        found = readings(rest, now, self._first_weekday())
        told = [(reading, tuple(self._people.meant(reading.person_words))) for reading in found]
        whole = [(reading, people) for reading, people in told if any(one.exact for one in people)]
        some = [(reading, people) for reading, people in told if people]
        reading, people = whole[-1] if whole else some[0] if some else told[0]
        exact = tuple(one for one in people if one.exact)
        follow_up = None if words is None else self._follow_ups.read_words(words, None, reading.at)
        return _proposal(reading, exact or people, follow_up)

    def _first_weekday(self) -> int:
        """Counted from 0, Monday; the option counts from 1 and has 0 for “as usual”."""
        chosen = self._desk.option(FIRST_WEEKDAY)
        return chosen - 1 if chosen else MONDAY

    def save(self, proposal: Proposal, person: int, origin: object = None, *, settled: Sequence[int] = ()) -> int:
        """Logs what was proposed, with this person, and plans its follow-up; closes those it `settled`.

        One change. Returns the entry's id.
        """
        plan = planned(proposal, person)
        return self._follow_ups.log_and_close(_entry(proposal, person), settled, origin, plan=plan)

    def save_with_new(self, proposal: Proposal, name: str, origin: object = None) -> int:
        """Adds a person of that name and logs what was proposed, as one change. Returns the person's id."""
        db = self._desk.db
        title = phrase("{kind} with {name}, added as new", kind=proposal.kind.label(), name=name)
        with self._desk.write(title, (Area.PEOPLE, Area.ENTRIES, Area.FOLLOW_UPS), origin):
            person = people.insert(db, str(uuid4()), split_full(name), self._desk.seconds())
            entries.insert(db, _entry(proposal, person))
            if (plan := planned(proposal, person)) is not None:
                follow_ups.insert(db, plan, self._desk.seconds())
        return person


def planned(proposal: Proposal, person: int) -> NewFollowUp | None:
    """The follow-up that the line asked for, about the last thing it says."""
    found = proposal.follow_up
    if found is None:
        return None
    return NewFollowUp(person, about(proposal.text, proposal.kind.label()), found.due, repeat=found.repeat)


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


def _proposal(reading: Understood, people: tuple[Candidate, ...], follow_up: FollowUpWords | None) -> Proposal:
    return Proposal(
        reading.kind,
        reading.person_words,
        people,
        reading.at,
        reading.minutes,
        reading.direction,
        reading.outcome,
        reading.text,
        follow_up,
    )
