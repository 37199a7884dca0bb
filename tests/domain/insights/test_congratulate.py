"""Congratulating on a position or a success, and for how long either is news. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.dates import PartialDate
from relapp.domain.facts import Section
from relapp.domain.insights.congratulate import INSIGHT, Role, Success, find
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)
ROLE = Role(7, "Priya Shah", "Priya", 4, "COO", "Northgate", PartialDate(2026, 3, 2), "CFO", "Halden")
WON = Success(
    7, "Priya Shah", "Priya", 9, Section.ACCOMPLISHMENTS, "Marathon", "ran Berlin.", None, None, TODAY - timedelta(3)
)


def day(offset: int) -> PartialDate:
    return PartialDate.of(TODAY + timedelta(days=offset))


def test_a_new_role_reads_well() -> None:
    (found,) = find([ROLE], TODAY)
    assert found.title == "Congratulate Priya Shah"
    assert found.short == "new role at Northgate"
    assert found.why == "Priya has been COO at Northgate since 2 March."
    assert found.facts == ("COO at Northgate, since 2 March 2026", "Known before: CFO at Halden")
    assert found.about == "4-role"
    assert found.fields == {"occasion": "your new role at Northgate", "news": "COO, Northgate"}


def test_a_promotion_names_the_title() -> None:
    (found,) = find([ROLE._replace(before="Northgate")], TODAY)
    assert (found.short, found.fields["occasion"]) == ("new role at Northgate", "your new role as COO")


@pytest.mark.parametrize(
    ("since", "news"),
    [
        (day(0), True),
        (day(-60), True),
        (day(-61), False),
        (day(1), False),
        (PartialDate(2026, 3), True),
        (PartialDate(2026, 1), False),
        (PartialDate(2026), False),
        (PartialDate(None, 3, 2), False),
    ],
)
def test_a_position_is_news_for_sixty_days(since: PartialDate, news: bool) -> None:
    assert bool(list(find([ROLE._replace(since=since)], TODAY))) is news


def test_a_title_without_an_organisation_is_told_as_it_is() -> None:
    (found,) = find([ROLE._replace(organisation="")], TODAY)
    assert (found.short, found.why) == ("now COO", "Priya has been COO since 2 March.")


def test_a_position_without_title_and_organisation_is_no_news() -> None:
    assert list(find([ROLE._replace(title="", organisation="")], TODAY)) == []


def test_a_success_reads_well() -> None:
    (found,) = find([WON], TODAY)
    assert (found.short, found.why) == ("Marathon: ran Berlin", "You noted on Monday: “Marathon: ran Berlin”.")
    assert (found.about, found.fields["news"]) == ("9-fact", "Marathon: ran Berlin")


@pytest.mark.parametrize(
    ("on", "ends", "noted", "news"),
    [
        (None, None, -30, True),
        (None, None, -31, False),
        (day(0), None, -200, True),
        (day(-30), None, -200, True),
        (day(-31), None, 0, False),
        (day(1), None, 0, False),
        (day(-40), day(-2), -200, True),
        (day(-2), day(2), 0, False),
        (PartialDate(2026, 3), None, -200, True),
        (PartialDate(2026, 2), None, -200, True),
        (PartialDate(2026, 1), None, 0, False),
        (PartialDate(2026), None, 0, False),
        (PartialDate(None, 3, 11), None, 0, False),
    ],
)
def test_a_success_is_news_for_thirty_days(
    on: PartialDate | None, ends: PartialDate | None, noted: int, news: bool
) -> None:
    one = WON._replace(day=on, ends=ends, noted=TODAY + timedelta(days=noted))
    assert bool(list(find([one], TODAY))) is news


@pytest.mark.parametrize(
    ("text", "dated", "news"),
    [
        ("passed her final exam", False, True),
        ("Won a prize in school", False, True),
        ("goes to school in Oslo", False, False),
        ("born in Oslo", False, False),
        ("born", True, True),
        ("final exam", True, True),
        ("their wedding", True, True),
        ("birthday on the boat", True, False),
        ("his mother passed away", False, False),
        ("failed the exam", True, False),
        ("likes long walks", True, False),
        ("owns a boat", False, False),
    ],
)
def test_of_the_family_only_a_success_is_a_cause(text: str, dated: bool, news: bool) -> None:
    one = WON._replace(section=Section.FAMILY, label="Ida", text=text, day=day(-2) if dated else None)
    assert bool(list(find([one], TODAY))) is news


def test_the_latest_weighs_most() -> None:
    assert [one.about for one in ranked(INSIGHT, ROLE, WON)] == ["9-fact", "4-role"]
