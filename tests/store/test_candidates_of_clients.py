"""Whom rules about sales, dates, referrals and closeness may look at: picked by index, never who rests or is held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from relapp.core import Core
from relapp.domain.business import Referral, Sale, Satisfaction
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Stage
from relapp.store.candidates import CANDIDATES
from relapp.store.candidates.free import Asked
from tests.store.test_plans import Explaining

TODAY = date(2026, 3, 12)


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


class Few(Asked):
    """Asks for a single candidate."""

    def params(self, **more: object) -> dict[str, object]:
        return {**super().params(**more), "limit": 1}


def asked(core: Core, rule: str, of: type[Asked] = Asked) -> Asked:
    return of(rule, TODAY, core.desk.seconds(), core.desk.zone(), {"currency": "EUR", "housekeeping": ""})


def picked(core: Core, rule: str, of: type[Asked] = Asked) -> list[int]:
    """The people a rule gets, in order."""
    return [one.person for one in CANDIDATES[rule](core.desk.db, asked(core, rule, of))]


def sold(core: Core, person: int, day: date, amount: int = 100_00, *, delivered: date | None = None) -> None:
    core.sales.add(Sale(person, "Audit", day, amount, "EUR", delivered))


def drafted(core: Core, person: int, **changes: object) -> None:
    file = core.people.file(person)
    core.people.save(person, replace(PersonDraft.of(file), **changes))  # type: ignore[arg-type]


SETTINGS: dict[str, Callable[[Core, int], object]] = {
    "thank_spender": lambda core, person: sold(core, person, back(2)),
    "after_sale": lambda core, person: sold(core, person, back(60), delivered=back(30)),
    "welcome": lambda core, person: core.people.set_stage((person,), Stage.NEW),
    "top_ten": lambda core, person: sold(core, person, back(300)),
    "ask_referral": lambda core, person: core.satisfaction.add(Satisfaction(person, back(3), 9)),
    "thank_referrer": lambda core, person: core.referrals.add(Referral(person, back(3), 0, "Noor Aziz")),
    "occasions": lambda core, person: drafted(core, person, birthday=PartialDate(1986, 3, 15)),
}
"""What makes somebody a candidate of each rule."""


def rest(core: Core, rule: str, person: int, until: date) -> None:
    core.desk.db.execute(
        "INSERT INTO suggestion (name, rule, person_id, state, day, at, minutes, rests_until) "
        "VALUES (?, ?, ?, 'later', ?, 0, 3, ?)",
        (f"{rule}:{person}", rule, person, back(7).isoformat(), until.isoformat()),
    )


@pytest.mark.parametrize("rule", SETTINGS)
def test_only_who_may_be_looked_at_is_picked(core: Core, tom: int, ana: int, rule: str) -> None:
    assert picked(core, rule) == []
    for person in (ana, tom):
        SETTINGS[rule](core, person)
    assert sorted(picked(core, rule)) == [tom, ana]
    assert len(picked(core, rule, Few)) == 1
    drafted(core, ana, hold_until=back(-1))
    assert picked(core, rule) == [tom]
    drafted(core, ana, hold_until=TODAY)
    rest(core, rule, tom, back(-1))
    assert picked(core, rule) == [ana]
    rest(core, rule, ana, TODAY)
    assert picked(core, rule) == [ana]
    drafted(core, ana, archived=True)
    assert picked(core, rule) == []


@pytest.mark.parametrize("rule", SETTINGS)
def test_candidates_are_found_by_index(core: Core, rule: str) -> None:
    db, question = core.desk.db, asked(core, rule)
    explaining = Explaining(db.connection)
    db.connection = explaining  # type: ignore[assignment]
    CANDIDATES[rule](db, question)
    db.connection = explaining._connection
    whole = [plan for plan in explaining.plans if reads_everybody(plan)]
    assert whole == []


def reads_everybody(plan: str) -> bool:
    """Whether a step goes through all people: a table from end to end, or the whole list by its scope."""
    small = ("SCAN spent", "SCAN best", "SCAN new", "SCAN (subquery")
    return (plan.startswith("SCAN") and not plan.startswith(small)) or "INDEX roster_" in plan


def test_the_whole_list_counts_as_everybody() -> None:
    assert reads_everybody("SCAN p")
    assert reads_everybody("SEARCH r USING INDEX roster_name (scope=?)")
    assert not reads_everybody("SEARCH s USING INDEX sale_day (day>? AND day<?)")
