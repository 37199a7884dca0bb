"""The choice of a session: what it never does, in whatever portfolio; and what fits, in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.channel_choice import Way, ways
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.instants import instant
from relapp.domain.people import Channel, ContactPoint, Permission, PointKind
from relapp.domain.session import Chosen, Known, Told, choose, in_a_row, name_of, next_session, spent, weeks_held
from relapp.domain.tiers import Tier
from relapp.domain.weekly import Said

FRIDAY = date(2026, 3, 13)
CHANNELS = (Channel.EMAIL, Channel.CALL)


def rule(key: str, *, minutes: int = 3, rest: int = 30, rank: int = 50, most: int = 1, silent: bool = False) -> Insight:
    channels = () if silent else CHANNELS
    return Insight(key, lambda: key, lambda *_: (), minutes, rest, rank, channels=channels, most=most)


def finding(person: int | None, about: str = "", weight: int = 0) -> Finding:
    return Finding(person, f"Thank {person}", "short", "Why.", about=about, weight=weight)


def known(tier: Tier | None = None, *, reachable: bool = True, channels: Sequence[Channel] = CHANNELS) -> Known:
    def some(insight: Insight) -> tuple[Way, ...]:
        return tuple(Way(one, "") for one in insight.channels if one in channels)

    return Known("Somebody", tier, reachable, some)


def everybody(person: int) -> Known | None:
    return known()


def names(chosen: Sequence[Chosen], *, session: bool) -> list[str]:
    return [name_of(one.insight, one.finding) for one in chosen if one.in_session is session]


def told(insight: Insight, person: int | None, said: Said, day: date, about: str = "", rest: int = 0) -> Told:
    name = name_of(insight, finding(person, about))
    return Told(name, insight.key, person, said, day, day + timedelta(days=rest), insight.minutes)


# --- what fits


def test_the_best_that_fit_make_the_session_and_the_rest_is_offered() -> None:
    high, low, long = (
        rule("high", rank=90, minutes=8),
        rule("low", rank=10, minutes=5),
        rule("long", rank=50, minutes=9),
    )
    found = [(low, finding(1)), (long, finding(2)), (high, finding(3))]
    chosen = choose(found, everybody, (), FRIDAY, 15)
    assert names(chosen, session=True) == ["high:3", "low:1"]
    assert names(chosen, session=False) == ["long:2"]


def test_what_was_done_this_week_is_taken_off_the_minutes() -> None:
    done, next_one = rule("done", minutes=10), rule("next", minutes=6)
    log = [told(done, 1, Said.DONE, FRIDAY - timedelta(days=1), rest=30)]
    assert spent(log, FRIDAY) == 10
    assert names(choose([(next_one, finding(2))], everybody, log, FRIDAY, 15), session=True) == []
    assert names(choose([(next_one, finding(2))], everybody, log, FRIDAY, 16), session=True) == ["next:2"]


def test_a_rule_comes_only_as_often_as_it_says() -> None:
    one = rule("one", most=2, minutes=1)
    chosen = choose([(one, finding(person)) for person in (3, 1, 2)], everybody, (), FRIDAY, 15)
    assert names(chosen, session=True) == ["one:1", "one:2"]
    assert names(chosen, session=False) == ["one:3"]


def test_a_better_tier_and_then_the_smaller_id_go_first() -> None:
    one = rule("one", most=9, minutes=1)
    tiers = {1: None, 2: Tier.B, 3: Tier.A, 4: Tier.A}
    chosen = choose([(one, finding(person)) for person in (4, 1, 3, 2)], lambda who: known(tiers[who]), (), FRIDAY, 15)
    assert names(chosen, session=True) == ["one:3", "one:4", "one:2", "one:1"]


def test_a_rule_that_was_not_done_for_long_moves_up() -> None:
    often, seldom = rule("often", rank=60, minutes=15), rule("seldom", rank=50, minutes=15)
    found = [(often, finding(1)), (seldom, finding(2))]
    assert names(choose(found, everybody, (), FRIDAY, 15), session=True) == ["often:1"]
    log = [told(often, 7, Said.DONE, FRIDAY - timedelta(days=8), rest=0)]
    assert names(choose(found, everybody, log, FRIDAY, 15), session=True) == ["seldom:2"]


# --- what never happens

RULES = (
    rule("thank", rest=20, most=2),
    rule("sale", rest=7),
    rule("standing", rest=40, silent=True),
    rule("own", silent=True),
)
people = st.integers(1, 6)
candidates = st.lists(
    st.tuples(st.sampled_from(RULES), st.none() | people, st.sampled_from(("", "1", "2"))), max_size=25
)
acts = st.sampled_from((Said.DONE, Said.LATER, Said.NEVER))
allowed = st.dictionaries(people, st.sets(st.sampled_from(CHANNELS)), max_size=6)


@given(
    st.lists(st.tuples(candidates, acts), min_size=1, max_size=8),
    allowed,
    st.sets(people),
    st.sampled_from((1, 3, 7, 8)),
)
def test_over_weeks_nobody_is_pestered_and_nothing_forbidden_is_proposed(
    weeks: list[tuple[list[tuple[Insight, int | None, str]], Said]],
    channels: dict[int, set[Channel]],
    gone: set[int],
    step: int,
) -> None:
    log: list[Told] = []
    day = FRIDAY
    for found, said in weeks:
        given_now = [(one, finding(who, about)) for one, who, about in found if who is not None or one.key == "own"]
        chosen = choose(given_now, of(channels, gone), log, day, 15)
        assert chosen == choose(list(reversed(given_now)), of(channels, gone), log, day, 15)
        asked = [one.finding.person for one in chosen if one.finding.person is not None]
        assert len(asked) == len(set(asked))
        assert sum(one.insight.minutes for one in chosen if one.in_session) <= max(0, 15 - spent(log, day))
        for one in chosen:
            check(one, channels, gone, log, day)
        for one in chosen[:2]:
            rest = {Said.DONE: one.insight.rest, Said.LATER: 7, Said.NEVER: 9999}[said]
            log.append(told(one.insight, one.finding.person, said, day, one.finding.about, rest))
        day += timedelta(days=step)


def of(channels: dict[int, set[Channel]], gone: set[int]) -> Callable[[int], Known | None]:
    return lambda who: known(reachable=who not in gone, channels=[*channels.get(who, ())])


def check(one: Chosen, channels: dict[int, set[Channel]], gone: set[int], log: list[Told], day: date) -> None:
    person, name = one.finding.person, name_of(one.insight, one.finding)
    assert person not in gone
    if one.insight.channels:
        assert person is not None
        assert one.way is not None
        assert one.way.channel in channels.get(person, ())
    for before in log:
        if person is not None and before.person == person:
            assert before.said is not Said.DONE or (day - before.day).days >= 7
            assert before.rule != one.insight.key or before.rests_until <= day
        if one.finding.about and before.name == name:
            assert before.said is not Said.DONE
            assert before.rests_until <= day


# --- ways


@pytest.mark.parametrize(
    ("points", "said", "expected"),
    [
        ([("email", "a@b.c"), ("phone", "+1")], {}, [("email", "a@b.c"), ("call", "+1")]),
        ([("email", "a@b.c"), ("phone", "+1")], {"call": "preferred"}, [("call", "+1"), ("email", "a@b.c")]),
        ([("email", "a@b.c"), ("phone", "+1")], {"email": "not_allowed"}, [("call", "+1")]),
        ([("email", "a@b.c"), ("phone", "+1")], {"email": "urgent_only", "call": "not_allowed"}, []),
        ([("phone", "+1")], {}, [("call", "+1"), ("email", "")]),
        ([("phone", "+1")], {"email": "preferred"}, [("call", "+1"), ("email", "")]),
        ([], {}, [("email", ""), ("call", "")]),
    ],
)
def test_ways_keep_what_a_person_said(
    points: list[tuple[str, str]], said: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    theirs = [ContactPoint(PointKind(kind), value) for kind, value in points]
    permissions = {Channel(channel): Permission(permission) for channel, permission in said.items()}
    assert [(str(way.channel), way.reach) for way in ways(CHANNELS, theirs, permissions)] == expected


def test_a_profile_is_known_by_its_link_however_it_is_written_and_may_be_closed() -> None:
    links = [ContactPoint(PointKind.URL, link) for link in ("https://tom.example", "https://www.LinkedIn.com/in/tom")]
    assert ways((Channel.SOCIAL,), links, {}) == (Way(Channel.SOCIAL, links[1].value),)
    closed = replace(links[1], permission=Permission.NOT_ALLOWED)
    assert ways((Channel.SOCIAL,), [links[0], closed], {}) == ()


def test_a_number_that_must_not_be_called_is_no_way() -> None:
    private = ContactPoint(PointKind.PHONE, "+1", permission=Permission.NOT_ALLOWED)
    work = ContactPoint(PointKind.PHONE, "+2")
    assert ways((Channel.CALL,), [private, work], {}) == (Way(Channel.CALL, "+2"),)
    assert ways((Channel.CALL,), [private], {}) == ()


# --- weeks


def test_weeks_that_were_held() -> None:
    days = [FRIDAY - timedelta(days=7 * back) for back in (1, 2, 4)]
    assert weeks_held(days, FRIDAY, 6) == (False, True, False, True, True, False)
    assert in_a_row(days, FRIDAY) == 2
    assert in_a_row([*days, FRIDAY], FRIDAY) == 3
    assert in_a_row([], FRIDAY) == 0


@pytest.mark.parametrize(
    ("day", "held", "expected"),
    [(9, False, 13), (13, False, 13), (14, False, 13), (9, True, 20), (13, True, 20), (16, False, 20)],
)
def test_the_next_session(day: int, held: bool, expected: int) -> None:
    zone = ZoneInfo("Europe/Berlin")
    now = instant(date(2026, 3, day), time(10), zone)
    assert next_session(now, zone, 5, time(15), held) == instant(date(2026, 3, expected), time(15), zone)
