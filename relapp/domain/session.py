"""Which suggestions make this week's session, in which order. Pure: findings, what is known of people, and the log.

Dates are local days of mine. Nobody gets two acts within seven days, and nothing that rests comes again.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from heapq import merge
from typing import NamedTuple

from relapp.domain.channel_choice import Way
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.instants import instant
from relapp.domain.tiers import Tier
from relapp.domain.weekly import Said

WEEK = 7
SHOWN = 40
"""How many suggestions are made ready beyond which nobody chooses."""
MOST_OF_A_RULE = 8
_TIER_BONUS = {Tier.A: 6, Tier.B: 3}
_WEEK_BONUS, _MOST_WEEKS = 6, 12
"""A rule gains rank with every week it was not done, so that in time each has its turn."""


class Told(NamedTuple):
    """One line of the log of suggestions."""

    name: str
    rule: str
    person: int | None
    said: Said
    day: date
    rests_until: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the choice must know of a person. `ways` gives the welcome channels of a rule, best first."""

    shown: str
    tier: Tier | None
    reachable: bool
    """In the list, alive, and without a hold."""
    ways: Callable[[Insight], tuple[Way, ...]]


class Chosen(NamedTuple):
    """A finding that may be acted on, and how. `way` is None where nothing is sent."""

    insight: Insight
    finding: Finding
    way: Way | None
    in_session: bool


def name_of(insight: Insight, finding: Finding) -> str:
    """The id of the act: rule, person and what it is about."""
    parts = (insight.key, "" if finding.person is None else str(finding.person), finding.about)
    return ":".join(part for part in parts if part)


def choose(
    found: Iterable[tuple[Insight, Finding]],
    known: Callable[[int], Known | None],
    log: Sequence[Told],
    today: date,
    minutes: int,
    *,
    shown: int = SHOWN,
) -> list[Chosen]:
    """The session first, by rank, then the others, the best of each rule first.

    `minutes` is the length; what was done this week is taken off. `known` is asked for everybody who is free.
    """
    people = _People(known)
    ranked = _ranked(found, people, log, today)
    session = _session(ranked, people, minutes - spent(log, today), shown)
    return session + _others(ranked, people, session, shown - len(session))


class _People:
    """Who is known, asked for once each."""

    def __init__(self, known: Callable[[int], Known | None]) -> None:
        self._ask = known
        self._known: dict[int, Known | None] = {}
        self._ways: dict[tuple[str, int], Way | None] = {}

    def __getitem__(self, person: int) -> Known | None:
        if person not in self._known:
            self._known[person] = self._ask(person)
        return self._known[person]

    def bonus(self, person: int | None) -> int:
        """What their tier adds to the rank."""
        one = None if person is None else self[person]
        return 0 if one is None or one.tier is None else _TIER_BONUS.get(one.tier, 0)

    def may_be_turned_to(self, insight: Insight, person: int | None) -> bool:
        """Whether they are there and by a welcome channel; housekeeping is nobody's business but mine."""
        if person is None:
            return True
        one = self[person]
        return one is not None and one.reachable and (not insight.channels or self.way(insight, person) is not None)

    def way(self, insight: Insight, person: int | None) -> Way | None:
        if person is None or not insight.channels:
            return None
        key, one = (insight.key, person), self[person]
        if key not in self._ways:
            self._ways[key] = None if one is None else next(iter(one.ways(insight)), None)
        return self._ways[key]


def _ranked(
    found: Iterable[tuple[Insight, Finding]], people: _People, log: Sequence[Told], today: date
) -> list[tuple[Insight, Finding]]:
    """What does not rest, the best first."""
    reached = {one.person for one in log if one.said is Said.DONE and (today - one.day).days < WEEK} - {None}
    gone = {one.name for one in log if one.said is Said.DONE or one.rests_until > today}
    resting = {
        (one.rule, one.person)
        for one in log
        if one.rests_until > today and (one.person is not None or one.said is Said.NEVER)
    }
    last = _last_done(log)
    free: defaultdict[str, list[tuple[Insight, Finding]]] = defaultdict(list)
    for insight, finding in found:
        rests = (insight.key, finding.person) in resting or (finding.about and name_of(insight, finding) in gone)
        if finding.person not in reached and not rests:
            free[insight.key].append((insight, finding))
    turns = [_in_turn(of, people, last.get(key), today) for key, of in free.items()]
    return [one for _, one in merge(*turns, key=lambda turn: turn[0])]


def _in_turn(
    found: Iterable[tuple[Insight, Finding]], people: _People, done: date | None, today: date
) -> list[tuple[tuple[int, str], tuple[Insight, Finding]]]:
    """The findings of one rule by weight, tier and id, each with its place among those of all rules.

    A better tier moves a finding up among the other rules, never past a weightier one of its own.
    """
    weeks = _MOST_WEEKS if done is None else min(_MOST_WEEKS, (today - done).days // WEEK)
    turn: list[tuple[tuple[int, str], tuple[Insight, Finding]]] = []
    lowest = -sys.maxsize
    for insight, finding in sorted(found, key=lambda one: _within(one[1], people)):
        lowest = max(lowest, -insight.rank - _WEEK_BONUS * weeks - people.bonus(finding.person))
        turn.append(((lowest, insight.key), (insight, finding)))
    return turn


def _within(finding: Finding, people: _People) -> tuple[int, int, int, str]:
    return -finding.weight, -people.bonus(finding.person), finding.person or 0, finding.about


def _last_done(log: Sequence[Told]) -> dict[str, date]:
    last: dict[str, date] = {}
    for one in log:
        if one.said is Said.DONE:
            last[one.rule] = max(one.day, last.get(one.rule, one.day))
    return last


def _session(ranked: Sequence[tuple[Insight, Finding]], people: _People, minutes: int, shown: int) -> list[Chosen]:
    """As many as fit, each rule at most as often as it says, nobody twice."""
    left, often, taken = minutes, Counter[str](), set[int]()
    session: list[Chosen] = []
    for insight, finding in ranked:
        fits = insight.minutes <= left and often[insight.key] < insight.most and len(session) < shown
        if not fits or finding.person in taken or not people.may_be_turned_to(insight, finding.person):
            continue
        if finding.person is not None:
            taken.add(finding.person)
        left -= insight.minutes
        often[insight.key] += 1
        session.append(Chosen(insight, finding, people.way(insight, finding.person), True))
    return session


def _others(
    ranked: Sequence[tuple[Insight, Finding]], people: _People, session: Sequence[Chosen], count: int
) -> list[Chosen]:
    """The best of each rule, then the second of each, so that there is something to choose from; nobody twice."""
    taken = {one.finding.person for one in session if one.finding.person is not None}
    chosen = {name_of(one.insight, one.finding) for one in session}

    def may_come(one: tuple[Insight, Finding]) -> bool:
        insight, finding = one
        if finding.person in taken or name_of(insight, finding) in chosen:
            return False
        return people.may_be_turned_to(insight, finding.person)

    of_rules: defaultdict[str, list[tuple[Insight, Finding]]] = defaultdict(list)
    for one in ranked:
        of_rules[one[0].key].append(one)
    left = [filter(may_come, of_rule) for of_rule in of_rules.values()]
    others: list[Chosen] = []
    for insight, finding in _in_turns(left):
        if len(others) == count:
            break
        if finding.person is not None:
            taken.add(finding.person)
        others.append(Chosen(insight, finding, people.way(insight, finding.person), False))
    return others


def _in_turns(rules: Sequence[Iterator[tuple[Insight, Finding]]]) -> Iterator[tuple[Insight, Finding]]:
    """One of each in turn, at most MOST_OF_A_RULE of each; each is looked for when it is asked for."""
    for _ in range(MOST_OF_A_RULE):
        for rule in rules:
            one = next(rule, None)
            if one is not None:
                yield one


# --- weeks


def monday(day: date) -> date:
    """The first day of the ISO week."""
    return day - timedelta(days=day.weekday())


def spent(log: Sequence[Told], today: date) -> int:
    """The minutes of what was done in this ISO week."""
    return sum(one.minutes for one in log if one.said is Said.DONE and monday(one.day) == monday(today))


def weeks_held(days: Iterable[date], today: date, count: int) -> tuple[bool, ...]:
    """Of the last `count` ISO weeks, this one last, whether something was done in it."""
    held = {monday(day) for day in days}
    return tuple(monday(today) - timedelta(days=WEEK * back) in held for back in reversed(range(count)))


def in_a_row(days: Iterable[date], today: date) -> int:
    """How many weeks were held without a gap up to this one, or up to the last while this one isn't yet."""
    held = {monday(day) for day in days}
    week = monday(today)
    if week not in held:
        week -= timedelta(days=WEEK)
    count = 0
    while week in held:
        count += 1
        week -= timedelta(days=WEEK)
    return count


def next_session(now: datetime, zone: tzinfo, weekday: int, at: time, held: bool) -> datetime:
    """When the next session is: this week's weekday (1 is Monday) at `at`, else next week's once it was `held`.

    One that was missed stays this week's until the week is over.
    """
    today = now.astimezone(zone).date()
    day = monday(today) + timedelta(days=weekday - 1)
    if held:
        day += timedelta(days=WEEK)
    return instant(day, at, zone)
