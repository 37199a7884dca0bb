"""A contact left: who follows, and whom to ask when nobody does. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.dates import PartialDate
from relapp.domain.insights.successor import INSIGHT, Candidate, find
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)


def day(offset: int) -> PartialDate:
    return PartialDate.of(TODAY + timedelta(days=offset))


NOOR = Candidate(7, "Noor Aziz", "Noor", "Jo Lind", 4, "CFO", "Halden", day(-30), "CFO", day(-20), met=None, free=True)
COLLEAGUE = NOOR._replace(person=8, shown="Kai Berg", given="Kai", title="Clerk", since=day(-900))
OLD_HAND = NOOR._replace(person=9, shown="Ola Nord", given="Ola", title="Clerk", since=None)


def test_the_successor_is_introduced_to() -> None:
    (found,) = find([COLLEAGUE, NOOR, OLD_HAND], TODAY)
    assert (found.person, found.about, found.fields) == (7, "4", {"left": "Jo Lind"})
    assert found.title == "Introduce yourself to Noor Aziz"
    assert found.short == "follows Jo Lind at Halden"
    assert found.why == "Jo Lind left Halden on 10 February. Noor has been there since 20 February."
    assert found.facts == ("Jo Lind, CFO, until 10 February 2026", "Noor Aziz, CFO, since 20 February 2026")


def test_where_nobody_began_since_the_newest_is_asked() -> None:
    (found,) = find([OLD_HAND, COLLEAGUE], TODAY)
    assert (found.person, found.title) == (8, "Ask Kai Berg who follows Jo Lind")
    assert found.why == "Jo Lind left Halden on 10 February, and nobody who began since is known."


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (day(0), True),
        (day(-120), True),
        (day(-121), False),
        (day(1), False),
        (PartialDate(2026, 3), True),
        (PartialDate(2025, 11), True),
        (PartialDate(2025, 10), False),
        (PartialDate(2026), False),
    ],
)
def test_a_leaving_matters_for_a_hundred_and_twenty_days(until: PartialDate, told: bool) -> None:
    assert bool(list(find([OLD_HAND._replace(until=until)], TODAY))) is told


@pytest.mark.parametrize(
    ("began", "title"), [(-60, "Introduce yourself to Kai Berg"), (-61, "Ask Kai Berg who follows Jo Lind")]
)
def test_a_successor_may_begin_up_to_sixty_days_before(began: int, title: str) -> None:
    (found,) = find([COLLEAGUE._replace(since=day(-30 + began))], TODAY)
    assert found.title == title


def test_the_same_title_comes_first_then_the_latest() -> None:
    newer = COLLEAGUE._replace(since=day(-5))
    newest = OLD_HAND._replace(since=day(-4))
    assert [one.person for one in ranked(INSIGHT, newer, newest, NOOR)] == [7]
    assert [one.person for one in ranked(INSIGHT, newer, newest)] == [9]


@pytest.mark.parametrize(("met", "told"), [(-21, True), (-20, False)])
def test_whom_i_have_met_since_they_began_needs_no_introduction(met: int, told: bool) -> None:
    one = NOOR._replace(met=TODAY + timedelta(days=met))
    assert bool(list(find([one, COLLEAGUE], TODAY))) is told


def test_a_colleague_does_not_pass_for_a_successor_who_rests() -> None:
    assert list(find([NOOR._replace(free=False), COLLEAGUE], TODAY)) == []
