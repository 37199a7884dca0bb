"""The words of the notes: reads them by kind and moment of the work, and hands each out once before any twice."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from relapp.domain.sample.cast import Role, Scene
from relapp.domain.sample.moments import MONTHS, WEEKDAYS

NOTE_FILES = tuple(f"notes-{part}.toml" for part in ("calls", "mail", "meetings", "small"))

ANY = "any"
CLIENT = "client"

_AT_WORK = ("start", "middle", "end", "rest")

Phrases = dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Mood:
    """Which stage the work was in on a day, and what it was about."""

    phase: str
    project: str


def phrases(read: Callable[[str], str]) -> Phrases:
    """Texts by slot ("call spoke", "email in", "meeting") and phase ("start", "middle", …, "any")."""
    found: Phrases = {}
    for file in NOTE_FILES:
        for slot, phases in tomllib.loads(read(file)).items():
            found[slot] = {phase: tuple(texts) for phase, texts in phases.items()}
    return found


def mood(role: Role, day: date, today: date) -> Mood:
    """Where the work stood on `day`: projects follow each other, each with a start, a middle, an end and a rest."""
    scene = role.scene
    project = scene.projects[0] if scene is not None and scene.projects else "the work"
    outside = _phase_without_project(role, day, today)
    if outside is not None or scene is None or not scene.projects:
        return Mood(outside or "prospect", project)
    span = role.start if role.person.stage == "new" else 1095
    ahead = 60 + int(random.Random(f"projects of {scene.organisation.key}").random() * 300)
    number, part = divmod((day - today + timedelta(days=span)).days * len(scene.projects) / (span + ahead), 1)
    project = scene.projects[min(int(max(number, 0)), len(scene.projects) - 1)]
    return Mood("start" if part < 0.22 else "middle" if part < 0.6 else "end" if part < 0.8 else "rest", project)


def _phase_without_project(role: Role, day: date, today: date) -> str | None:
    stage = role.person.stage
    if role.phase:
        return role.phase
    if stage is None:
        return "peer"
    if stage == "prospect":
        return "prospect"
    if stage in ("dormant", "lost") and (today - day).days < (role.silent or 0) + 150:
        return "cool"
    return None


class Choosing:
    """Hands out texts for one person's timeline: none twice while another fits, the house's least used ones first.

    `told_here` counts what was said about anybody of the same organisation; it is shared and kept up to date.
    """

    def __init__(self, found: Phrases, role: Role, rng: random.Random, told_here: Counter[str]) -> None:
        self._phrases = found
        self._role = role
        self._rng = rng
        self._told: Counter[str] = Counter()
        self._told_here = told_here

    def text(self, slot: str, day: date, now: Mood) -> str:
        fitting = self._fitting(slot, now)
        uses = [(self._told[text], self._told_here[text]) for text in fitting]
        fresh = [text for text, use in zip(fitting, uses, strict=True) if use == min(uses)]
        chosen = fresh[int(self._rng.random() * len(fresh))]
        self._told[chosen] += 1
        self._told_here[chosen] += 1
        return self._fill(chosen, day, now)

    def has(self, slot: str, now: Mood) -> bool:
        """Whether anything can be said in this slot at such a time."""
        return bool(self._fitting(slot, now))

    def _fitting(self, slot: str, now: Mood) -> tuple[str, ...]:
        by_phase = self._phrases[slot]
        at_work = by_phase.get(CLIENT, ()) if now.phase in _AT_WORK else ()
        return by_phase.get(now.phase, ()) + at_work + by_phase.get(ANY, ())

    def _fill(self, text: str, day: date, now: Mood) -> str:
        rng = self._rng
        scene = self._role.scene
        coming = day + timedelta(days=35)
        crew = _one(rng, scene.crew if scene is not None else (), "the team")
        return text.format(
            given=self._role.called,
            org=scene.organisation.name if scene is not None else "the company",
            city=scene.city if scene is not None else "town",
            site=scene.site if scene is not None else "the workshop",
            table=_table(scene),
            project=now.project,
            Project=now.project[:1].upper() + now.project[1:],
            crew=crew,
            Crew=crew[:1].upper() + crew[1:],
            n=3 + int(rng.random() * 4),
            pct=4 + int(rng.random() * 17),
            money=f"€ {2 + int(rng.random() * 22)},{int(rng.random() * 10)}00",
            fee=f"€ 1,{1 + int(rng.random() * 8)}50",
            weekday=WEEKDAYS[int(rng.random() * 5)],
            month=MONTHS[coming.month - 1],
            quarter=f"Q{(coming.month - 1) // 3 + 1}",
        )


def _table(scene: Scene | None) -> str:
    return scene.table if scene is not None and scene.table else "the corner café"


def _one(rng: random.Random, choice: Iterable[str], otherwise: str) -> str:
    known = tuple(choice)
    return known[int(rng.random() * len(known))] if known else otherwise
