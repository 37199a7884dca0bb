"""Business hours as a service: each act and its way back, holidays that stay off, whose hours and zone are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from relapp.core import Core, build
from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE, Closure, Opening, UrgentRule, Window
from relapp.domain.changes import Area, Change
from relapp.domain.drafts import PersonDraft
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused
from relapp.domain.people import Address, Channel, ContactPoint, PointKind
from relapp.domain.settings import ME_ZONE
from relapp.domain.tiers import Tier
from relapp.services.hours import BusinessHours
from tests.clocks import NOW, StandingClock

SPLIT = week_text.read_or_refuse("mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00")
MARCH, APRIL = date(2026, 3, 16), date(2026, 4, 3)


class Almanac:
    """Two holidays a year, and one more from the second edition on."""

    def __init__(self, edition: int = 1) -> None:
        self.number = edition

    def edition(self) -> str:
        return str(self.number)

    def regions(self) -> dict[str, list[str]]:
        return {"XA": ["N", "S"]}

    def region_names(self, country: str) -> dict[str, str]:
        return {"N": "North", "S": "South"}

    def place(self, country: str, region: str | None) -> tuple[str, str | None]:
        return country.upper(), region

    def days(self, country: str, region: str | None, years: Iterable[int]) -> list[tuple[date, str, str]]:
        usual = [(date(year, month, 1), name, own) for year in years for month, name, own in _USUAL]
        return sorted([*usual, (date(2026, 6, 1), "Jubilee", "Fest")] if self.number > 1 else usual)


_USUAL = ((1, "New Year", "Neujahr"), (5, "May Day", "Maifeiertag"))


class Nowhere:
    """Knows no place."""

    def zone_of_country(self, country: str) -> tuple[str, bool] | None:
        return None

    def zone_of_phone(self, number: str) -> str | None:
        return None


@pytest.fixture
def hours(core: Core) -> BusinessHours:
    """With an almanac of two holidays a year."""
    return BusinessHours(core.desk, Almanac(), Nowhere())


def test_at_first_the_office_week_in_the_machines_zone(hours: BusinessHours) -> None:
    mine = hours.mine()
    assert (mine.zone, mine.week, mine.closures, mine.openings) == ("Europe/Berlin", OFFICE, (), ())
    assert hours.urgent() == UrgentRule()
    assert hours.pause() is None


ACTS: list[Callable[[BusinessHours], Any]] = [
    lambda hours: hours.set_week(SPLIT),
    lambda hours: hours.set_week(((),) * 7),
    lambda hours: hours.set_zone("America/New_York"),
    lambda hours: hours.close(MARCH, MARCH + timedelta(days=3), "Leave"),
    lambda hours: hours.open_extra(MARCH, Window(600, 630), Channel.EMAIL, "Look"),
    lambda hours: hours.choose_holidays("XA"),
    lambda hours: hours.set_urgent(UrgentRule(frozenset({Tier.A, Tier.B}), frozenset(), Window(480, 1320))),
]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_its_way_back_and_another_version(
    act: Callable[[BusinessHours], Any], hours: BusinessHours, core: Core, told: list[Change]
) -> None:
    before, version, rule = hours.mine(), hours.version(), hours.urgent()
    act(hours)
    assert hours.version() != version
    assert (hours.mine(), hours.urgent()) != (before, rule)
    assert Area.HOURS in told[-1].areas
    core.history.undo()
    assert (hours.mine(), hours.urgent(), hours.version()) == (before, rule, version)


def test_the_same_object_until_something_changes(hours: BusinessHours, core: Core) -> None:
    assert hours.mine() is hours.mine()
    before = hours.mine()
    core.people.add("Somebody")
    assert hours.mine() is before


def test_what_another_process_writes_is_seen(tmp_path: Path) -> None:
    here, there = (build(tmp_path / "one.db", StandingClock()) for _ in range(2))
    assert here.hours.mine().week == OFFICE
    there.hours.set_week(SPLIT)
    there.hours.close(MARCH, MARCH)
    assert here.hours.mine().week == SPLIT
    assert here.hours.mine().closures[0].first == MARCH
    here.close()
    there.close()


def test_what_was_taken_back_is_not_remembered(hours: BusinessHours, core: Core) -> None:
    before = hours.mine()
    with pytest.raises(ZeroDivisionError), core.desk.db.transaction():
        core.desk.db.execute("INSERT INTO closure (first, last) VALUES ('2026-03-16', '2026-03-16')")
        assert len(hours.mine().closures) == 1
        raise ZeroDivisionError
    assert hours.mine() == before


def test_closing_and_cutting_apart(hours: BusinessHours) -> None:
    hours.close(MARCH, MARCH + timedelta(days=9), "Leave")
    assert hours.reopen(MARCH + timedelta(days=3), MARCH + timedelta(days=4))
    parts = [(one.first.day, one.last.day, one.title) for one in hours.closures()]
    assert parts == [(16, 18, "Leave"), (21, 25, "Leave")]
    assert hours.reopen(MARCH - timedelta(days=5), MARCH)
    assert hours.reopen(MARCH + timedelta(days=9), MARCH + timedelta(days=20))
    parts = [(one.first.day, one.last.day, one.title) for one in hours.closures()]
    assert parts == [(17, 18, "Leave"), (21, 24, "Leave")]
    assert hours.reopen(MARCH, MARCH + timedelta(days=30))
    assert hours.closures() == []
    assert not hours.reopen(MARCH, MARCH)


def test_a_closure_is_edited_and_deleted(hours: BusinessHours) -> None:
    id_ = hours.close(MARCH, MARCH, " Leave ")
    (closure,) = hours.closures()
    assert closure == Closure(MARCH, MARCH, "Leave", id=id_)
    hours.edit_closure(replace(closure, last=APRIL))
    assert hours.closures() == [replace(closure, last=APRIL)]
    with pytest.raises(Refused, match="before the first"):
        hours.edit_closure(replace(closure, last=date(2026, 1, 1)))
    with pytest.raises(Refused, match="before the first"):
        hours.close(APRIL, MARCH)
    hours.delete_closure(id_)
    assert hours.closures() == []
    with pytest.raises(NoSuchRecord):
        hours.delete_closure(id_)
    with pytest.raises(NoSuchRecord):
        hours.edit_closure(closure)


def test_an_opening_is_edited_and_deleted(hours: BusinessHours) -> None:
    id_ = hours.open_extra(MARCH, Window(600, 630), Channel.EMAIL, "Look")
    opening = Opening(MARCH, Window(600, 630), Channel.EMAIL, "Look", id_)
    assert hours.openings() == [opening]
    hours.edit_opening(replace(opening, channel=None))
    assert hours.openings() == [replace(opening, channel=None)]
    hours.delete_opening(id_)
    assert hours.openings() == []
    with pytest.raises(NoSuchRecord):
        hours.delete_opening(id_)
    with pytest.raises(NoSuchRecord):
        hours.edit_opening(opening)


def test_spans_follow_all_of_it(hours: BusinessHours) -> None:
    start, end = datetime(2026, 3, 15, tzinfo=UTC), datetime(2026, 3, 18, tzinfo=UTC)
    hours.close(MARCH, MARCH)
    hours.open_extra(date(2026, 3, 15), Window(600, 660))
    assert hours.spans(start, end) == [
        (datetime(2026, 3, 15, 9, tzinfo=UTC), datetime(2026, 3, 15, 10, tzinfo=UTC)),
        (datetime(2026, 3, 17, 8, tzinfo=UTC), datetime(2026, 3, 17, 16, tzinfo=UTC)),
    ]


# --- holidays


def test_holidays_of_the_years_around_now(hours: BusinessHours) -> None:
    assert hours.choose_holidays("xa", "N") == 14
    assert hours.holidays_of() == ("XA", "N")
    kept = hours.closures()
    assert (kept[0].first, kept[-1].last) == (date(2025, 1, 1), date(2031, 5, 1))
    assert all(one.holiday and not one.off for one in kept)
    hours.close(MARCH, MARCH, "Leave")
    hours.no_holidays()
    assert hours.holidays_of() is None
    assert [one.title for one in hours.closures()] == ["Leave"]


def off(hours: BusinessHours) -> set[str]:
    return {f"{one.first} {one.title}" for one in hours.closures() if one.off}


def test_a_holiday_that_was_switched_off_stays_off(hours: BusinessHours) -> None:
    hours.choose_holidays("XA")
    hours.switch_holiday("may day", True)
    assert len(off(hours)) == 7
    hours.choose_holidays("XA", "S")
    assert off(hours) == {f"{year}-05-01 May Day" for year in range(2025, 2032)}
    hours.switch_holiday("May Day", False)
    assert off(hours) == set()
    hours.choose_holidays("XA", off=("NEUJAHR",))
    assert off(hours) == {f"{year}-01-01 New Year" for year in range(2025, 2032)}
    with pytest.raises(Refused, match="called “Easter”"):
        hours.switch_holiday("Easter", True)
    with pytest.raises(Refused, match="called “Easter”"):
        hours.choose_holidays("XA", off=("Easter",))


def test_a_single_holiday_that_was_opened_again_stays_open(hours: BusinessHours) -> None:
    hours.choose_holidays("XA")
    assert hours.reopen(date(2026, 4, 30), date(2026, 5, 3))
    assert off(hours) == {"2026-05-01 May Day"}
    hours.choose_holidays("XA")
    assert off(hours) == {"2026-05-01 May Day"}


def test_holidays_move_on_with_the_years_and_with_the_calendar(core: Core, clock: StandingClock) -> None:
    almanac = Almanac()
    hours = BusinessHours(core.desk, almanac, Nowhere())
    assert not hours.renew_holidays()
    hours.choose_holidays("XA")
    hours.switch_holiday("May Day", True)
    assert not hours.renew_holidays()
    clock.at = NOW.replace(year=2027)
    assert hours.renew_holidays()
    assert not hours.renew_holidays()
    assert hours.closures()[-1].last == date(2032, 5, 1)
    almanac.number = 2
    assert hours.renew_holidays()
    assert [one.first for one in hours.closures() if one.title == "Jubilee"] == [date(2026, 6, 1)]
    assert len(off(hours)) == 7


# --- zone, pause


def test_another_zone_of_this_computer_is_asked_about_once(core: Core, clock: StandingClock) -> None:
    hours = core.hours
    assert (hours.asked(), hours.zone_moved()) == (False, None)
    hours.confirm_asked()
    assert (hours.asked(), hours.zone_moved()) == (True, None)
    clock.travel(ZoneInfo("Asia/Tokyo"))
    assert hours.zone_moved() == ("Europe/Berlin", "Asia/Tokyo")
    assert hours.mine().zone == "Asia/Tokyo"
    hours.set_zone("Europe/Berlin")
    assert (hours.zone_moved(), hours.mine().zone) == (None, "Europe/Berlin")
    clock.travel(ZoneInfo("UTC"))
    assert hours.zone_moved() == ("Asia/Tokyo", "UTC")
    hours.confirm_asked()
    assert hours.zone_moved() is None


def test_the_zone_is_that_of_the_settings(core: Core) -> None:
    core.hours.set_zone("America/New_York")
    assert core.settings.get(ME_ZONE) == "America/New_York"
    assert core.desk.zone() == ZoneInfo("America/New_York")
    with pytest.raises(Refused):
        core.hours.set_zone("Mars/Phobos")
    core.hours.set_zone("")
    assert core.hours.mine().zone == "Europe/Berlin"


def test_a_pause_ends_by_itself(hours: BusinessHours, core: Core, clock: StandingClock) -> None:
    hours.pause_until(NOW + timedelta(hours=1))
    pause = hours.pause()
    assert pause is not None and (pause.start, pause.until) == (NOW, NOW + timedelta(hours=1))
    clock.advance(minutes=59)
    assert hours.pause() == pause
    clock.advance(minutes=1)
    assert hours.pause() is None
    for past in (NOW, clock.now()):
        with pytest.raises(Refused, match="in the future"):
            hours.pause_until(past)
    assert hours.pause_until_opening() == datetime(2026, 3, 13, 8, tzinfo=UTC)
    hours.resume()
    assert hours.pause() is None
    core.history.undo()
    assert hours.pause() is not None


# --- theirs


def go_away(core: Core, person: int, *closures: Closure) -> None:
    """As the dialog of a person has it."""
    core.people.save(person, replace(PersonDraft.of(core.people.file(person)), closures=closures))


def test_a_persons_hours(core: Core, tom: int) -> None:
    hours = core.hours
    assert hours.theirs(tom) is None
    hours.set_person_zone(tom, "America/New_York")
    assert hours.theirs(tom) is None
    hours.set_person_hours(tom, SPLIT)
    go_away(core, tom, Closure(MARCH, APRIL, "Away"))
    theirs = hours.theirs(tom)
    assert theirs is not None
    assert (theirs.zone, theirs.week) == ("America/New_York", SPLIT)
    assert [(one.first, one.last, one.title) for one in theirs.closures] == [(MARCH, APRIL, "Away")]
    assert hours.theirs(tom) is theirs
    assert hours.mine().closures == ()
    go_away(core, tom)
    away = hours.theirs(tom)
    assert away is not None and away.closures == ()
    hours.set_person_hours(tom, None)
    assert hours.theirs(tom) is None


def test_a_zone_that_is_none_is_refused_and_one_that_was_brought_in_is_mine(core: Core, tom: int) -> None:
    with pytest.raises(Refused, match="“\\+01:00” is no time zone"):
        core.hours.set_person_zone(tom, "+01:00")
    core.desk.db.execute("UPDATE person SET time_zone = '+01:00', hours = 'mon 09:00-10:00' WHERE id = ?", (tom,))
    theirs = core.hours.theirs(tom)
    assert theirs is not None and theirs.zone == "Europe/Berlin"


def test_nobody_has_no_hours(core: Core) -> None:
    assert core.hours.theirs(99) is None
    acts: list[Callable[[], object]] = [
        lambda: core.hours.set_person_hours(99, SPLIT),
        lambda: core.hours.set_person_zone(99, "UTC"),
        lambda: core.hours.sentence(99),
    ]
    for act in acts:
        with pytest.raises(NoSuchPerson):
            act()


@pytest.mark.parametrize(
    ("country", "phone", "expected"),
    [
        ("", "+47 22123456", ("Europe/Oslo", "The phone number is +47 22123456.")),
        ("Norge", "+1 212 555 1234", ("Europe/Oslo", "The address is in Norge.")),
        ("USA", "+1 415 555 2671", ("America/Los_Angeles", "The phone number is +1 415 555 2671.")),
        ("USA", "", ("America/New_York", "The address is in USA.")),
        ("Atlantis", "0171 123", None),
        ("", "", None),
    ],
)
def test_a_zone_is_suggested(core: Core, country: str, phone: str, expected: tuple[str, str] | None) -> None:
    person = core.people.add("Kari", phones=[phone] if phone else [])
    file = core.people.file(person)
    address = ContactPoint(PointKind.ADDRESS, address=Address(city="X", country=country))
    draft = PersonDraft(name=file.person.name, points=(*file.points, address))
    core.people.save(person, draft)
    assert core.hours.suggested_zone(person) == expected


def test_the_sentence_for_a_client(core: Core, tom: int) -> None:
    core.hours.set_week(SPLIT)
    core.hours.set_person_zone(tom, "America/New_York")
    assert core.hours.sentence().endswith("(CET). For urgent matters please call.")
    assert core.hours.sentence(tom) == ("I am available Mon–Thu 4:00–7:30 and 8:30–12:30, Fri 4:00–9:00 (EDT).")
    core.people.set_tier([tom], Tier.A)
    assert core.hours.sentence(tom).endswith("(EDT). For urgent matters please call.")
