"""Reads one line into an entry: `KIND PERSON [when] [duration] [in|out]: TEXT`. It knows no people, only words.

The head ends at the first colon followed by a blank (or by the end of the line); what comes after that blank is the
text, exactly as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from relapp.domain.entries import ENTRY_KINDS, kind_by_word
from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.errors import Refused
from relapp.domain.when import MONDAY, read_minutes, read_moment
from relapp.domain.words import tr

_END_OF_HEAD = re.compile(r":(?: |\r?\n|\Z)")
_LONGEST_TAIL = 12
"""Words at the end of the head that may be anything but the name; keeps a pasted page from taking long."""

_DIRECTIONS = {
    "in": Direction.IN, "incoming": Direction.IN, "inbound": Direction.IN,
    "out": Direction.OUT, "outgoing": Direction.OUT, "outbound": Direction.OUT,
}  # fmt: skip
_PREPOSITIONS = {
    "from": Direction.IN, "to": Direction.OUT, "with": None, "for": None, "on": None, "about": None, "by": None,
}  # fmt: skip
_OUTCOMES = {
    "spoke": Outcome.SPOKE, "no answer": Outcome.NO_ANSWER, "no reply": Outcome.NO_ANSWER,
    "left a message": Outcome.LEFT_MESSAGE, "left message": Outcome.LEFT_MESSAGE, "voicemail": Outcome.LEFT_MESSAGE,
}  # fmt: skip


class Misread(Refused):
    """The line is no entry (yet); the sentence says what is missing."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One way to read the line. `at` is UTC; `person_words` are as typed, blanks evened out."""

    kind: EntryKind
    person_words: str
    at: datetime
    minutes: int | None
    direction: Direction
    outcome: Outcome | None
    text: str


def readings(line: str, now: datetime, first_weekday: int = MONDAY) -> tuple[Understood, ...]:
    """All ways to read the line at `now` (aware, in my zone): first the one with the shortest name, so most understood.

    More than one when a name ends in what could be a time or a direction ("call will friday"): take the last reading
    whose whole name somebody bears, else the first whose words lead to somebody. Raises Misread without kind or name.
    """
    head, text = split_head(line)
    kind, rest = _kind(head.split())
    while rest and not rest[0].strip(","):
        rest = rest[1:]
    if not rest:
        raise Misread(
            tr("Say who it was with, for instance: {example}").format(example=f"{kind.words[0]} tom keller: …")
        )
    known: dict[str, Understood] = {}  # by name, for each name once: the longest tail knows most
    for tail in _tails(rest, kind, now, first_weekday):
        for name, direction in _names(rest[: tail.start], tail.direction):
            understood = _understood(kind, " ".join(name).rstrip(","), direction, tail, now, text)
            known.setdefault(understood.person_words, understood)
    return tuple(sorted(known.values(), key=lambda one: len(one.person_words.split())))


def split_head(line: str) -> tuple[str, str]:
    """Head and text; while no colon ends the head, all is head."""
    found = _END_OF_HEAD.search(line)
    return (line, "") if found is None else (line[: found.start()], line[found.end() :])


def _kind(words: Sequence[str]) -> tuple[EntryKind, list[str]]:
    for length in (2, 1):
        kind = kind_by_word(" ".join(words[:length])) if len(words) >= length else None
        if kind is not None:
            return kind, list(words[length:])
    known = ", ".join(kind.words[0] for kind in ENTRY_KINDS)
    if not words:
        raise Misread(tr("Begin with what it was ({kinds}), then with whom.").format(kinds=known))
    raise Misread(
        tr("“{word}” is no kind of entry; begin with one of: {kinds}.").format(word=_short(words[0]), kinds=known)
    )


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"


@dataclass(frozen=True, slots=True)
class _Tail:
    """What the words from `start` on say, all of them understood."""

    start: int
    at: datetime | None = None
    minutes: int | None = None
    direction: Direction | None = None
    outcome: Outcome | None = None


def _tails(words: Sequence[str], kind: EntryKind, now: datetime, first_weekday: int) -> Iterator[_Tail]:
    """Each end of the head that can be read whole, from the longest to none at all; at least one word is the name."""
    for start in range(max(1, len(words) - _LONGEST_TAIL), len(words) + 1):
        tail = _read_tail(words, start, _Tail(start), kind, now, first_weekday)
        if tail is not None:
            yield tail


def _read_tail(
    words: Sequence[str], at: int, so_far: _Tail, kind: EntryKind, now: datetime, first_weekday: int
) -> _Tail | None:
    """Reads the words from `at` to the end as moment, duration, direction and outcome, each at most once."""
    if at == len(words):
        return so_far
    for end in range(len(words), at, -1):
        for grown in _grown(so_far, " ".join(words[at:end]), kind, now, first_weekday):
            if (tail := _read_tail(words, end, grown, kind, now, first_weekday)) is not None:
                return tail
    return None


def _grown(so_far: _Tail, phrase: str, kind: EntryKind, now: datetime, first_weekday: int) -> Iterator[_Tail]:
    phrase = phrase.casefold().strip(",")
    start, at, minutes, direction, outcome = (
        so_far.start, so_far.at, so_far.minutes, so_far.direction, so_far.outcome
    )  # fmt: skip
    if direction is None and phrase in _DIRECTIONS:
        yield _Tail(start, at, minutes, _DIRECTIONS[phrase], outcome)
    if outcome is None and kind.outcomes and phrase in _OUTCOMES:
        yield _Tail(start, at, minutes, direction, _OUTCOMES[phrase])
    if minutes is None and (found := read_minutes(phrase)) is not None:
        yield _Tail(start, at, found, direction, outcome)
    if at is None and (moment := read_moment(phrase, now, first_weekday)) is not None:
        yield _Tail(start, moment, minutes, direction, outcome)


def _names(words: Sequence[str], direction: Direction | None) -> Iterator[tuple[Sequence[str], Direction | None]]:
    """The name, first without "from", "to" or "with" before it, then with it, should somebody be called so."""
    word = words[0].casefold()
    if len(words) > 1 and words[1].strip(",") and word in _PREPOSITIONS:
        said = _PREPOSITIONS[word]
        if said is None or direction in (None, said):
            yield words[1:], said or direction
    yield words, direction


def _understood(
    kind: EntryKind, name: str, direction: Direction | None, tail: _Tail, now: datetime, text: str
) -> Understood:
    return Understood(
        kind=kind,
        person_words=name,
        at=now.astimezone(UTC).replace(microsecond=0) if tail.at is None else tail.at,
        minutes=tail.minutes,
        direction=kind.direction if direction is None else direction,
        outcome=tail.outcome or next(iter(kind.outcomes), None),
        text=text,
    )
