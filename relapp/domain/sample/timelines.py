"""The timelines: years of contact with everybody, made from rhythm, slots and phrases. The same now gives the same."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from relapp.domain.answers import ONE_WAY
from relapp.domain.entries.kind import Direction
from relapp.domain.sample.cast import Role, Scene
from relapp.domain.sample.hours import minute_of, minutes_long
from relapp.domain.sample.moments import Moments, scattered, working_day
from relapp.domain.sample.phrases import Choosing, Phrases, mood
from relapp.domain.sample.rhythm import earlier_contacts, first_day, last_contact, usual_gap
from relapp.domain.sample.shapes import SampleEntry
from relapp.domain.sample.slots import AROUND, ATTEMPTS, CONTACTS, TOGETHER, Slot, Urn, some_around


@dataclass(slots=True)
class _Part:
    """One person's timeline in the making. `newest` is the day of the newest contact that is told by rhythm."""

    role: Role
    rng: random.Random
    newest: date
    choosing: Choosing
    told: bool
    colleagues: tuple[_Part, ...] = field(default=())


def timelines(
    cast: Mapping[str, Role], told: Iterable[SampleEntry], found: Phrases, moments: Moments
) -> tuple[SampleEntry, ...]:
    """Everything that happened apart from what is `told` by hand; before the oldest of that for whoever is in it."""
    oldest = _oldest_told(told, moments)
    told_at: defaultdict[str, Counter[str]] = defaultdict(Counter)
    parts = [_part(role, oldest.get(key), found, told_at, moments) for key, role in cast.items() if not role.never]
    _introduce(parts)
    entries: list[SampleEntry] = []
    for part in parts:
        entries.extend(_timeline(part, moments))
    return tuple(entries)


def _oldest_told(told: Iterable[SampleEntry], moments: Moments) -> dict[str, date]:
    oldest: dict[str, date] = {}
    for entry in told:
        day = entry.at.astimezone(moments.zone).date()
        for key in entry.people:
            oldest[key] = min(day, oldest.get(key, day))
    return oldest


def _part(
    role: Role,
    oldest_told: date | None,
    found: Phrases,
    told_at: defaultdict[str, Counter[str]],
    moments: Moments,
) -> _Part:
    rng = random.Random(f"timeline of {role.person.key}")
    newest = last_contact(role, moments.today, rng)
    if oldest_told is not None:
        newest = working_day(oldest_told - timedelta(days=2 + int(usual_gap(role) * (0.5 + 0.5 * rng.random()))))
    house = role.scene.organisation.key if role.scene is not None else role.person.key
    return _Part(role, rng, newest, Choosing(found, role, rng, told_at[house]), oldest_told is not None)


def _introduce(parts: list[_Part]) -> None:
    """Everybody may bring those who work at the same place now."""
    for part in parts:
        organisations = _now_at(part.role)
        part.colleagues = tuple(
            other
            for other in parts
            if other is not part and organisations & _now_at(other.role) and _is_here(other.role)
        )


def _now_at(role: Role) -> set[str]:
    return {position.organisation for position in role.person.positions if not position.past}


def _is_here(role: Role) -> bool:
    return not (role.person.archived or role.person.deceased)


def _timeline(part: _Part, moments: Moments) -> Iterable[SampleEntry]:
    role, rng, today = part.role, part.rng, moments.today
    if part.newest < first_day(role, today):
        return
    contacts = (part.newest, *earlier_contacts(role, part.newest, today, rng))
    contacts_urn, around_urn = Urn(CONTACTS, role), Urn(AROUND, role)
    for number, day in enumerate(contacts):
        yield _entry(part, _drawn(contacts_urn, rng, answered=number > 0), day, moments)
        latest = 0 if number == 0 else 3  # nothing after the newest contact: that would be an attempt
        for _ in range(some_around(role, rng)):
            near = day + timedelta(days=min(latest, int(rng.random() * 9) - 5))
            if near < day or latest:
                yield _entry(part, around_urn.draw(rng), scattered(near, rng.random()), moments)
    if not part.told:
        yield from _attempts(part, moments)


def _drawn(urn: Urn, rng: random.Random, *, answered: bool) -> Slot:
    """The newest contact went both ways: else an answer would be owed to half the portfolio."""
    slot = urn.draw(rng)
    while not answered and slot.direction is Direction.IN and slot.kind in ONE_WAY:
        slot = urn.draw(rng)
    return slot


def _attempts(part: _Part, moments: Moments) -> Iterable[SampleEntry]:
    """Tries without an answer, spread over the silence."""
    silence = (moments.today - part.newest).days
    urn = Urn(ATTEMPTS, part.role)
    for number in range(part.role.attempts):
        day = part.newest + timedelta(days=silence * (number + 1) // (part.role.attempts + 1))
        yield _entry(part, urn.draw(part.rng), working_day(day), moments)


def _entry(part: _Part, slot: Slot, day: date, moments: Moments) -> SampleEntry:
    role, rng = part.role, part.rng
    now = mood(role, day, moments.today)
    if not part.choosing.has(slot.texts, now):
        slot = CONTACTS[0] if slot in CONTACTS else AROUND[0]
    minute = minute_of(slot.kind, slot.direction == "in", day, role.person.time_zone, moments, rng)
    spoke = slot.outcome in (None, "spoke")
    text = part.choosing.text(slot.texts, day, now)
    return SampleEntry(
        kind=slot.kind,
        at=moments.instant(day, minute),
        people=_people(part, slot, day, moments),
        text=text,
        direction=slot.direction,
        outcome=slot.outcome,
        minutes=minutes_long(slot.kind, rng) if spoke else None,
        place=_place(part, slot.kind, text),
    )


def _people(part: _Part, slot: Slot, day: date, moments: Moments) -> tuple[str, ...]:
    """The person, now and then with a colleague whom one had met by then and spoke with later still."""
    key = part.role.person.key
    if slot.kind not in TOGETHER or slot.outcome == "no_answer" or part.rng.random() > 0.3:
        return (key,)
    known = [one for one in part.colleagues if first_day(one.role, moments.today) <= day <= one.newest]
    if not known:
        return (key,)
    return (key, known[int(part.rng.random() * len(known))].role.person.key)


def _place(part: _Part, kind: str, text: str) -> str:
    scene = part.role.scene
    if scene is None or kind not in ("meeting", "lunch", "visit"):
        return ""
    if kind == "lunch":
        return f"{scene.table}, {scene.city}" if scene.table else scene.city
    if kind == "visit" or scene.site in text:
        return _site(scene)
    return scene.city if scene.city in text or part.rng.random() < 0.75 else "My office"


def _site(scene: Scene) -> str:
    """ "Newark hub" as it is, "Yard, Trieste" where the site has no name of its own."""
    site = scene.site.removeprefix("the ")
    named = any(word[:1].isupper() for word in site.split())
    return site[:1].upper() + site[1:] + ("" if named else f", {scene.city}")
