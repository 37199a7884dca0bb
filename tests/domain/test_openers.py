"""What to ask about: three openers, each with why now. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.dates import PartialDate
from relapp.domain.entries.kind import Direction, Effect
from relapp.domain.facts import Fact, Section
from relapp.domain.openers import Opener, openers
from relapp.domain.timeline import Entry

TODAY = date(2026, 3, 12)


def day(offset: int) -> PartialDate:
    return PartialDate.of(TODAY + timedelta(days=offset))


def at(offset: int, hour: int = 12) -> datetime:
    return datetime.combine(TODAY + timedelta(days=offset), time(hour), tzinfo=UTC)


def fact(
    section: Section,
    label: str,
    text: str,
    on: PartialDate | None = None,
    ends: PartialDate | None = None,
    noted: int = -300,
    private: bool = False,
    number: int = 1,
) -> Fact:
    return Fact(number, 7, section, label, text, on, ends, private, at(noted))


def entry(offset: int, text: str, effect: Effect = Effect.CONTACT, number: int = 1) -> Entry:
    return Entry(number, str(number), "call", at(offset), (7,), text, Direction.OUT, None, None, None, "", effect)


NORWAY = fact(Section.TRAVEL, "Norway", "trip to the north", day(-11), day(-3), noted=-29)
TERM = fact(Section.MILESTONES, "Ida’s first term", "at university in Bergen", day(-10), noted=-12, number=2)
RACE = fact(Section.INTERESTS, "Race", "half-marathon in April", PartialDate(2026, 4), noted=-29, number=3)


def test_the_openers_of_the_picture() -> None:
    assert openers([RACE, TERM, NORWAY], [entry(-10, "Happy with phase one.")], TODAY) == (
        Opener("How was the trip to Norway?", "back since Monday"),
        Opener("Ida’s first term: at university in Bergen", "2 March"),
        Opener("Race: half-marathon in April", ""),
    )


@pytest.mark.parametrize(
    ("one", "opener"),
    [
        (
            fact(Section.TRAVEL, "Trip", "Norway", day(-5), day(-1)),
            Opener("How was the trip to Norway?", "back since yesterday"),
        ),
        (
            fact(Section.TRAVEL, "Fair", "furniture fair in Milan", day(-5), day(-2)),
            Opener("How was the furniture fair in Milan?", "back since Tuesday"),
        ),
        (
            fact(Section.TRAVEL, "", "trip to Norway", day(-40)),
            Opener("How was the trip to Norway?", "back since 31 January"),
        ),
        (fact(Section.TRAVEL, "Goa", "", day(-5), day(5)), Opener("The trip to Goa", "there until Tuesday")),
        (fact(Section.TRAVEL, "Goa", "", day(8), day(20)), Opener("The trip to Goa", "from 20 March")),
        (fact(Section.TRAVEL, "Goa", "", PartialDate(2026, 4)), Opener("The trip to Goa", "in April")),
        (fact(Section.FAMILY, "Ida", "first term", day(-10), day(80)), Opener("Ida: first term", "started 2 March")),
        (fact(Section.WORK, "Move", "new office", day(19)), Opener("Move: new office", "31 March")),
        (fact(Section.WORK, "", "new office", day(0)), Opener("new office", "today")),
        (fact(Section.WORK, "Audit", "", PartialDate(2026, 3)), Opener("Audit", "in March")),
        (fact(Section.FAMILY, "Silje", "birthday", PartialDate(None, 3, 15)), Opener("Silje: birthday", "Sunday")),
        (fact(Section.FAMILY, "Silje", "birthday", PartialDate(None, 3, 1)), Opener("Silje: birthday", "1 March")),
        (fact(Section.FAMILY, "Pets", "a beagle", noted=-20), Opener("Pets: a beagle", "noted 20 February")),
        (fact(Section.INTERESTS, "**Bold**", "a\n- b", noted=-1), Opener("Bold: a b", "noted yesterday")),
        (
            fact(Section.FAMILY, "Silje", "is ill", noted=-1, private=True),
            Opener("Silje: is ill", "noted yesterday", True),
        ),
        (
            fact(Section.FAMILY, "Born", "in Oslo", PartialDate(1978), noted=-1),
            Opener("Born: in Oslo", "noted yesterday"),
        ),
    ],
)
def test_a_fact_that_is_news(one: Fact, opener: Opener) -> None:
    assert openers([one], [], TODAY) == (opener,)


@pytest.mark.parametrize(
    "one",
    [
        fact(Section.TRAVEL, "Norway", "", day(-60), day(-46), noted=-1),
        fact(Section.TRAVEL, "Norway", "", day(46), day(50), noted=-1),
        fact(Section.MILESTONES, "Client since", "first invoice", PartialDate(2019, 3, 19)),
        fact(Section.MILESTONES, "Birthday", "", PartialDate(None, 6, 4)),
        fact(Section.FAMILY, "Pets", "a beagle", noted=-61),
        fact(Section.FAMILY, "Pets", "a beagle", noted=2),
        fact(Section.WORK, "Worry", "two leads retire", noted=-1),
        fact(Section.PREFERENCES, "Mail", "short", noted=-1),
        fact(Section.REACH, "Away", "on leave", day(3), noted=-1),
        Fact(1, 7, Section.FAMILY, "Pets", "a beagle"),
    ],
)
def test_a_fact_that_is_no_news(one: Fact) -> None:
    assert openers([one], [], TODAY) == ()


def test_the_last_contact_comes_last_with_its_first_sentence() -> None:
    entries = [
        entry(-30, "Older."),
        entry(-3, "**Ida** moved to Bergen! Happy with phase one.", number=2),
        entry(-1, "Sent the plan.", Effect.ATTEMPT, number=3),
        entry(-1, " \n", number=4),
        entry(2, "Planned.", number=5),
    ]
    assert openers([], entries, TODAY) == (Opener("Last time: Ida moved to Bergen!", "Monday"),)
    assert openers([], [entry(0, "1.5 million, net")], TODAY)[0].text == "Last time: 1.5 million, net"


def test_a_day_is_a_day_where_i_am() -> None:
    late = Entry(1, "1", "call", at(-1, 23), (7,), "Late.", Direction.IN, None, None, None, "", Effect.CONTACT)
    assert openers([], [late], TODAY)[0].why == "yesterday"
    assert openers([], [late], TODAY, ZoneInfo("Europe/Berlin"))[0].why == "today"


def test_of_what_is_to_come_the_latest_noted_is_first() -> None:
    old = fact(Section.TRAVEL, "Lübeck", "", day(21), noted=-60, number=5)
    assert openers([old, RACE], [], TODAY)[0].text == "Race: half-marathon in April"


def test_what_is_said_twice_is_asked_once() -> None:
    again = fact(Section.TRAVEL, "Norway", "the same", day(-11), day(-3), number=9)
    assert len(openers([NORWAY, again], [], TODAY)) == 1


def test_the_order_in_which_facts_are_kept_does_not_matter() -> None:
    facts = [NORWAY, TERM, RACE, fact(Section.FAMILY, "Pets", "a beagle", noted=-20, number=4)]
    found = {openers(order, [], TODAY) for order in permutations(facts)}
    assert len(found) == 1


def test_a_long_text_is_cut_at_a_word() -> None:
    text = openers([fact(Section.FAMILY, "Note", "word " * 100, noted=-1)], [], TODAY)[0].text
    assert len(text) <= 111 and text.endswith("word…")


_partials = st.one_of(
    st.none(),
    st.dates(date(2025, 12, 1), date(2026, 6, 1)).map(PartialDate.of),
    st.builds(PartialDate, st.sampled_from([None, 2025, 2026]), st.integers(1, 12)),
    st.builds(PartialDate, st.none(), st.integers(1, 12), st.integers(1, 28)),
    st.builds(PartialDate, st.sampled_from([1, 2026, 9999])),
)
_facts = st.builds(
    Fact, st.integers(1, 99), st.just(7), st.sampled_from(list(Section)), st.text(max_size=9), st.text(max_size=9),
    _partials, _partials, st.booleans(), st.one_of(st.none(), st.integers(-99, 9).map(at)),
)  # fmt: skip


@given(st.lists(_facts, max_size=9))
def test_any_file_gives_at_most_three(facts: list[Fact]) -> None:
    found = openers(facts, [], TODAY)
    assert len(found) <= 3
    assert len({one.text for one in found}) == len(found)
