"""What one can do with people. Days are local dates of my zone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import uuid4

from relapp.domain import cadence
from relapp.domain.changes import Area
from relapp.domain.drafts import PersonDraft, PhotoChange
from relapp.domain.errors import NoSuchPerson, SeveralPeople
from relapp.domain.file import PersonalFile
from relapp.domain.names import split_full
from relapp.domain.openers import Opener, openers
from relapp.domain.pages import TimelineOf
from relapp.domain.people import ContactPoint, Person, PersonName, Photo, PointKind, Position, Stage, Tier
from relapp.domain.settings import CADENCES
from relapp.domain.words import phrase
from relapp.services.desk import Desk
from relapp.store import entries, lookup, people, personal_file, relations, tags, timeline
from relapp.store.instants import text

TRASH_DAYS = 30
_PEOPLE = (Area.PEOPLE,)


class People:
    """Adding, editing, sorting into tiers and tags, archiving, and the trash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- reading

    def file(self, person: int) -> PersonalFile:
        """The whole personal file. Raises NoSuchPerson."""
        found = personal_file.load(self._desk.db, person)
        if found is None:
            raise NoSuchPerson(person)
        return found

    def get(self, person: int) -> Person:
        return self.file(person).person

    def name(self, person: int) -> str:
        """The name on screen. Raises NoSuchPerson."""
        found = lookup.shown(self._desk.db, (person,))
        if not found:
            raise NoSuchPerson(person)
        return found[0]

    def openers(self, person: int, *, private: bool = True) -> tuple[Opener, ...]:
        """What to ask about next time, the best three; `private` ones only where nobody looks on."""
        db, now = self._desk.db, self._desk.seconds()
        facts = [fact for fact in personal_file.facts(db, person) if private or not fact.private]
        latest = timeline.page(db, TimelineOf(person=person, until=now + 1), limit=5)
        found = [entry for line in latest if (entry := entries.get(db, line.id)) is not None]
        return openers(facts, found, self._desk.today(), self._desk.zone())

    def photo(self, person: int) -> Photo | None:
        return personal_file.photo(self._desk.db, person)

    def resolve(self, wanted: str) -> int:
        """The person meant by an id, uid, e-mail or name. Raises NoSuchPerson, SeveralPeople."""
        found = lookup.people(self._desk.db, wanted)
        if not found:
            raise NoSuchPerson(wanted)
        if len(found) > 1:
            raise SeveralPeople(wanted, tuple(f"{one.shown} ({one.detail or one.id})" for one in found))
        return found[0].id

    def candidates(self, wanted: str) -> list[lookup.Candidate]:
        """Everybody whom these words may mean, the likeliest first: exact names, then beginnings, then one slip."""
        return lookup.candidates(self._desk.db, wanted)

    def meant(self, wanted: str) -> list[lookup.Candidate]:
        """Whose id, uid or e-mail this is; else all whom the words may mean as a name, as in `candidates`."""
        return lookup.by_key(self._desk.db, wanted) or lookup.candidates(self._desk.db, wanted)

    def tags(self) -> list[str]:
        """Tags in use, by name."""
        return tags.names(self._desk.db)

    # --- writing

    def add(
        self,
        name: PersonName | str,
        *,
        organisation: str = "",
        title: str = "",
        emails: Sequence[str] = (),
        phones: Sequence[str] = (),
        origin: object = None,
    ) -> int:
        """A new person; a name in one piece is split into its parts. Returns the id."""
        whole = split_full(name) if isinstance(name, str) else name
        points = [ContactPoint(PointKind.EMAIL, value) for value in emails if value.strip()]
        points += [ContactPoint(PointKind.PHONE, value) for value in phones if value.strip()]
        places = [Position(organisation, title)] if organisation.strip() or title.strip() else []
        db, now = self._desk.db, self._desk.seconds()
        with self._desk.write(phrase("{name} added", name=whole.full), (Area.PEOPLE, Area.ORGANISATIONS), origin):
            person = people.insert(db, str(uuid4()), whole, now)
            people.set_points(db, person, points)
            people.set_positions(db, person, places, now)
        return person

    def save(self, person: int, draft: PersonDraft, origin: object = None, *, photo: PhotoChange | None = None) -> None:
        """Makes the person what the draft says, with another picture where there is one. Raises NoSuchPerson."""
        before = self.file(person)
        db, now = self._desk.db, self._desk.seconds()
        areas = (Area.PEOPLE, Area.ORGANISATIONS, Area.TAGS)
        with self._desk.write(phrase("{name} edited", name=before.shown), areas, origin):
            people.set_points(db, person, draft.points)
            people.set_positions(db, person, draft.positions, now)
            people.set_permissions(db, person, draft.permissions)
            tags.set_of(db, person, draft.tags)
            relations.set_of(db, person, draft.relations)
            people.update(
                db,
                (person,),
                **people.name_columns(draft.name),
                birthday=text(draft.birthday),
                anniversary=text(draft.anniversary),
                note=draft.note,
                time_zone=draft.time_zone,
                language=draft.language,
                hold_until=text(draft.hold_until),
                archived=int(draft.archived),
                deceased=int(draft.deceased),
                hours=draft.hours,
            )
            people.set_stage(db, (person,), draft.stage, self._desk.today())
            if draft.closures != before.closures:
                people.set_closures(db, person, draft.closures)
            if (draft.tier, draft.cadence_days) != (before.person.tier, before.person.cadence_days):
                self._give_cadence((person,), tier=text(draft.tier), cadence_days=draft.cadence_days)
            if photo is not None:
                people.set_photo(db, person, photo.photo)

    def set_tier(self, persons: Collection[int], tier: Tier | None, origin: object = None) -> None:
        """Puts people into a tier, and so under its cadence unless they have their own."""
        title = phrase("{who}: tier {tier}", who=self._who(persons), tier=tier or "–")
        with self._desk.write(title, _PEOPLE, origin):
            self._give_cadence(persons, tier=text(tier))

    def set_cadence(self, persons: Collection[int], days: int | None, origin: object = None) -> None:
        """An own cadence in days, or None to follow the tier."""
        title = phrase("{who}: contact every {days} days", who=self._who(persons), days=days or "–")
        with self._desk.write(title, _PEOPLE, origin):
            self._give_cadence(persons, cadence_days=days)

    def set_stage(self, persons: Collection[int], stage: Stage | None, origin: object = None) -> None:
        """Moves people in the life cycle."""
        title = phrase("{who}: {stage}", who=self._who(persons), stage=stage or "–")
        with self._desk.write(title, _PEOPLE, origin):
            people.set_stage(self._desk.db, persons, stage, self._desk.today())

    def tag(self, persons: Collection[int], name: str, origin: object = None) -> None:
        """Puts a tag on people."""
        title = phrase("{who}: tag {tag}", who=self._who(persons), tag=name)
        with self._desk.write(title, (Area.PEOPLE, Area.TAGS), origin):
            tags.add(self._desk.db, persons, name.strip())

    def untag(self, persons: Collection[int], name: str, origin: object = None) -> None:
        """Takes a tag off people."""
        title = phrase("{who}: tag {tag} removed", who=self._who(persons), tag=name)
        with self._desk.write(title, (Area.PEOPLE, Area.TAGS), origin):
            tags.remove(self._desk.db, persons, name)

    def archive(self, persons: Collection[int], archived: bool = True, origin: object = None) -> None:
        """Puts people aside (no nudges, not in the list), or takes them back."""
        who = self._who(persons)
        title = phrase("{who} archived", who=who) if archived else phrase("{who} back from the archive", who=who)
        with self._desk.write(title, _PEOPLE, origin):
            people.update(self._desk.db, persons, archived=int(archived))

    def hold(self, person: int, until: date | None, origin: object = None) -> None:
        """No contact with this person before `until`. Raises NoSuchPerson."""
        name = self.name(person)
        title = phrase("No contact with {name} before {until}", name=name, until=str(until or "–"))
        with self._desk.write(title, _PEOPLE, origin):
            people.update(self._desk.db, (person,), hold_until=text(until))

    def set_photo(self, person: int, photo: Photo | None, origin: object = None) -> None:
        """A new picture, or none. Raises NoSuchPerson."""
        with self._desk.write(phrase("Photo of {name}", name=self.name(person)), _PEOPLE, origin):
            people.set_photo(self._desk.db, person, photo)

    # --- the trash

    def trash(self, persons: Collection[int], origin: object = None) -> None:
        """Deletes people: they rest in the trash for 30 days, their entries with them."""
        with self._desk.write(phrase("{who} deleted", who=self._who(persons)), _PEOPLE, origin):
            people.update(self._desk.db, persons, trashed_at=self._desk.seconds())

    def restore(self, persons: Collection[int], origin: object = None) -> None:
        """Takes people out of the trash."""
        with self._desk.write(phrase("{who} restored", who=self._who(persons)), _PEOPLE, origin):
            people.update(self._desk.db, persons, trashed_at=None)

    def delete_for_good(self, persons: Collection[int], origin: object = None) -> None:
        """Takes people out of the file; the journal can still bring them back for as long as it reaches."""
        areas = (Area.PEOPLE, Area.ENTRIES, Area.FACTS)
        with self._desk.write(phrase("{who} deleted for good", who=self._who(persons)), areas, origin):
            for person in persons:
                people.delete(self._desk.db, person)

    def empty_old_trash(self) -> int:
        """Deletes for good who has been in the trash for 30 days. Returns how many."""
        before = self._desk.now() - timedelta(days=TRASH_DAYS)
        old = lookup.trashed_before(self._desk.db, int(before.timestamp()))
        if old:
            self.delete_for_good(old)
        return len(old)

    # --- inside

    def _who(self, persons: Collection[int]) -> str:
        """One name, or how many."""
        if len(persons) == 1:
            return self.name(next(iter(persons)))
        return phrase("{count} people", count=len(persons)).text()

    def _cadences(self, persons: Collection[int]) -> dict[int, int | None]:
        """The cadence in days that each of these people has, its own or the tier's."""
        defaults = {tier: self._desk.option(option) for tier, option in CADENCES.items()}
        found = lookup.cadences(self._desk.db, persons)
        return {person: cadence.days_of(tier, own, defaults) for person, tier, own in found}

    def _give_cadence(self, persons: Collection[int], **columns: str | int | None) -> None:
        """The day a cadence was got counts for those never met; many of them at once are spread over their cadences."""
        db, today = self._desk.db, self._desk.today()
        before = self._cadences(persons)
        people.update(db, persons, **columns)
        after = self._cadences(persons)
        lost = [person for person, days in after.items() if days is None]
        given = {person: days for person, days in after.items() if days is not None and days != before[person]}
        people.update(db, lost, cadence_since=None)
        people.update(db, given, cadence_since=today.isoformat())
        never = lookup.never_contacted(db, given)
        if len(never) <= cadence.SPREAD_OVER:
            return
        due_in = {days: cadence.spread(never, days) for days in set(given.values())}
        for person in never:
            days = given[person]
            since = today + timedelta(days=due_in[days][person] - days)
            people.update(db, (person,), cadence_since=since.isoformat())
