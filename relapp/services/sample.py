"""Writes the sample portfolio into an empty file: invented people, three years told back from now, one year ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from uuid import NAMESPACE_URL, uuid5

from relapp.domain.boundaries.hours import Closure
from relapp.domain.changes import Area
from relapp.domain.facts import Fact, Section
from relapp.domain.file import Related
from relapp.domain.sample.portfolio import portfolio
from relapp.domain.sample.shapes import Portfolio, SampleEntry, SamplePerson
from relapp.domain.settings import HOLIDAYS, HOURS_ASKED, ME_NAME, ME_SIGNATURE, ME_ZONE, URGENT_WORDS, WEEK
from relapp.domain.timeline import NewEntry
from relapp.domain.words import phrase
from relapp.services.desk import Desk
from relapp.store import (
    bulk,
    derived,
    entries,
    facts,
    hours,
    next_delivery,
    organisations,
    people,
    relations,
    sample_business,
    sample_plans,
    search_index,
    stored_settings,
    tags,
)
from relapp.store.instants import seconds, text

BATCH = 200
Progress = Callable[[int, int], None]


class Sample:
    """The same moment gives the same portfolio, uids included."""

    def __init__(
        self, desk: Desk, read: Callable[[str], str], holidays: Callable[[str, str], Sequence[Closure]]
    ) -> None:
        """`read` gives the text of a data file of the sample by its name, `holidays` those of a country and region."""
        self._desk = desk
        self._read = read
        self._holidays = holidays

    def fill(self, progress: Progress | None = None) -> None:
        """Writes everything as one change and indexes it."""
        found = portfolio(self._desk.now(), self._read)
        areas = (
            Area.PEOPLE, Area.ORGANISATIONS, Area.ENTRIES, Area.FACTS, Area.TAGS, Area.SETTINGS, Area.FOLLOW_UPS,
            Area.HOURS, Area.BUSINESS, Area.SUGGESTIONS,
        )  # fmt: skip
        total = len(found.people) + len(found.entries)
        with self._desk.write(phrase("Sample portfolio"), areas):
            ids = self._people(found, lambda done: None if progress is None else progress(done, total))
            self._entries(found.entries, ids)
            sample_plans.write(self._desk.db, found.plans, ids)
            sample_business.write(self._desk.db, found.business, ids, _uid)
            hours.add_closures(self._desk.db, self._holidays(*found.me.holidays))
            self._desk.forget_settings()
            derived.refresh(self._desk.db, self._desk.basis())  # in the zone that came with it
            next_delivery.refresh(self._desk.db, self._desk.basis())
        while search_index.catch_up(self._desk.db):
            if progress is not None:
                progress(total, total)

    def _people(self, found: Portfolio, tell: Callable[[int], None]) -> dict[str, int]:
        db, now = self._desk.db, self._desk.seconds()
        me = {
            ME_NAME: found.me.name,
            ME_SIGNATURE: found.me.signature,
            ME_ZONE: found.me.zone,
            WEEK: found.me.hours,
            HOLIDAYS: "-".join(found.me.holidays),
            URGENT_WORDS: found.me.urgent,
        }
        for option, value in me.items():
            stored_settings.put(db, option.key, value)
        stored_settings.put(db, HOURS_ASKED.key, True)
        for one in found.organisations:
            organisations.insert(
                db, one.name, now, uid=_uid(one.key), url=one.url, stage=text(one.stage), note=one.note
            )
        ids: dict[str, int] = {}
        for person in found.people:
            tell(len(ids))
            ids[person.key] = self._person(person, now)
        self._facts(found, ids)
        for person in found.people:
            known = [Related(one.kind, one.name, ids[one.other] if one.other else 0) for one in person.relations]
            relations.set_of(db, ids[person.key], known)
        return ids

    def _person(self, person: SamplePerson, now: int) -> int:
        db = self._desk.db
        id_ = people.insert(
            db,
            _uid(person.key),
            person.name,
            now,
            birthday=text(person.birthday),
            anniversary=text(person.anniversary),
            note=person.note,
            time_zone=person.time_zone,
            hours=person.hours,
            language=person.language,
            tier=text(person.tier),
            stage=text(person.stage),
            stage_since=text(person.stage_since),
            cadence_days=person.cadence_days,
            cadence_since=text(person.cadence_since),
            hold_until=text(person.hold_until),
            archived=int(person.archived),
            deceased=int(person.deceased),
        )
        people.set_points(db, id_, person.points)
        people.set_positions(db, id_, person.positions, now)
        people.set_permissions(db, id_, person.permissions)
        tags.set_of(db, id_, person.tags)
        return id_

    def _facts(self, found: Portfolio, ids: dict[str, int]) -> None:
        rows = []
        for person in found.people:
            places = Counter[Section]()
            for one in person.facts:
                fact = Fact(
                    0, ids[person.key], one.section, one.label, one.text, one.day, one.ends, one.private,
                    review=one.review,
                )  # fmt: skip
                written = facts.columns(fact, seconds(one.noted))
                rows.append({"person_id": fact.person, "place": places[one.section], **written})
                places[one.section] += 1
        bulk.insert(self._desk.db, "fact", tuple(rows[0]), [tuple(row.values()) for row in rows])

    def _entries(self, found: tuple[SampleEntry, ...], ids: dict[str, int]) -> None:
        db = self._desk.db
        told = [
            NewEntry(
                one.kind, one.at, tuple(ids[key] for key in one.people), one.text, one.direction, one.outcome,
                one.minutes, one.counts, one.place,
            )
            for one in found
        ]  # fmt: skip
        rows = [entries.columns(one) for one in told]
        names = ("uid", *rows[0])
        written = bulk.insert(db, "entry", names, [(_uid(f"entry-{at}"), *row.values()) for at, row in enumerate(rows)])
        links = [
            (person, id_, row["at"], row["effect"], row["direction"])
            for id_, one, row in zip(written, told, rows, strict=True)
            for person in one.people
        ]
        bulk.insert(db, "entry_person", ("person_id", "entry_id", "at", "effect", "direction"), links)
        bulk.mark_stale(db, list(ids.values()))


def _uid(key: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"https://relapp.example/sample/{key}"))
