"""The brief of a person, put together from the file: openers, what is open, the last entries, positions. Reads only."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from relapp.domain import brief as domain
from relapp.domain.brief import Brief, Part
from relapp.domain.entries import kind_of
from relapp.domain.facts import Section
from relapp.domain.file import PersonalFile
from relapp.domain.follow_ups import State
from relapp.domain.markup import to_plain
from relapp.domain.openers import fact_words
from relapp.domain.pages import TimelineOf
from relapp.domain.people import Permission
from relapp.domain.permissions import channel_permissions, effective, summary
from relapp.domain.positions import positions_words
from relapp.domain.relations import label
from relapp.domain.relative import counted, date_words, day_words
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.words import tr
from relapp.services.desk import Desk
from relapp.store import entries, ideas, timeline

if TYPE_CHECKING:
    from relapp.services.follow_ups import FollowUps
    from relapp.services.people import People

LAST_ENTRIES = 3
MOST_ADDRESSES = 4


class Briefs:
    """Private facts stay out where they are hidden on the screen too."""

    def __init__(self, desk: Desk, people: People, follow_ups: FollowUps) -> None:
        self._desk = desk
        self._people = people
        self._follow_ups = follow_ups

    def of(self, person: int) -> Brief:
        """What to know before a call with a person. Raises NoSuchPerson."""
        file = self._people.file(person)
        now = self._desk.now().astimezone(self._desk.zone())
        return Brief(
            shown=domain.short(file.shown),
            subtitle=domain.short(positions_words(file.positions)),
            reach=self._reach(file),
            stands=self._stands(file),
            parts=(
                self._openers(person),
                self._open(person),
                self._last(person),
                *self._personal(file),
            ),
            made=tr("As of {day}, {time}").format(day=date_words(now.date()), time=f"{now:%H:%M}"),
        )

    def _reach(self, file: PersonalFile) -> str:
        parts = [summary(channel_permissions(file.points, file.permissions))]
        if file.person.time_zone:
            there = self._desk.now().astimezone(ZoneInfo(file.person.time_zone))
            place = file.person.time_zone.rsplit("/", 1)[-1].replace("_", " ")
            parts.append(tr("{time} in {place}").format(time=f"{there:%H:%M}", place=place))
        allowed = (one for one in file.points if effective(one, file.permissions) is not Permission.NOT_ALLOWED)
        parts += [domain.short(one.shown()) for one in islice(allowed, MOST_ADDRESSES)]
        return " · ".join(part for part in parts if part)

    def _stands(self, file: PersonalFile) -> str:
        tier = "" if file.person.tier is None else tr("{tier} client").format(tier=file.person.tier)
        last = file.rhythm.last_contact
        if last is None:
            silence = tr("never in contact yet")
        else:
            silence = tr("last contact {day}").format(day=day_words(self._local(last), self._desk.today()))
        every = file.cadence_days
        cadence = "" if every is None else counted(every, tr("every day"), tr("every {n} days"))
        return " · ".join(part for part in (tier, silence, cadence) if part)

    def _openers(self, person: int) -> Part:
        found = self._people.openers(person, private=not self._desk.option(HIDE_PRIVATE))
        lines = [(one.text, one.why) for one in found]
        return domain.part(tr("Ask about"), lines, tr("Nothing special is noted"))

    def _open(self, person: int) -> Part:
        zone, today = self._desk.zone(), self._desk.today()
        lines: list[tuple[str, str]] = []
        for one in self._follow_ups.of_person(person):
            if one.state is State.OPEN:
                due = one.due.astimezone(zone).date() if isinstance(one.due, datetime) else one.due
                lines.append((domain.short(one.what), day_words(due, today)))
        for idea in ideas.newest(self._desk.db, person):
            if idea.answered is None:
                said = tr("Idea to answer: {text}").format(text=domain.short(idea.text))
                lines.append((said, day_words(idea.day, today)))
        return domain.part(tr("Open"), lines[: domain.MOST_OPEN], tr("Nothing is open"))

    def _last(self, person: int) -> Part:
        db, today = self._desk.db, self._desk.today()
        until = self._desk.seconds() + 1
        lines = []
        for line in timeline.page(db, TimelineOf(person=person, until=until), limit=LAST_ENTRIES):
            entry = entries.get(db, line.id)
            if entry is not None:
                text = domain.short(to_plain(entry.text)) or kind_of(entry.kind).label()
                when = day_words(self._local(entry.at), today)
                lines.append((text, f"{kind_of(entry.kind).label()}, {when}"))
        return domain.part(tr("Last entries"), lines, tr("Nothing on the timeline yet"))

    def _personal(self, file: PersonalFile) -> tuple[Part, ...]:
        hidden = self._desk.option(HIDE_PRIVATE)
        family = [(label(one.kind), one.name) for one in file.relations]
        lines = [(domain.short(f"{kind}: {name}"), "") for kind, name in family]
        for fact in file.facts:
            if fact.section in (Section.FAMILY, Section.PREFERENCES, Section.INTERESTS) and not (
                fact.private and hidden
            ):
                lines.append((domain.short(fact_words(fact.label, fact.text)), ""))
        return (Part(tr("About them"), tuple(lines[:8])),) if lines else ()

    def _local(self, at: datetime) -> date:
        return at.astimezone(self._desk.zone()).date()
