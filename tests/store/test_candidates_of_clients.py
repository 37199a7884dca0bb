"""Whom rules about sales, dates, referrals and closeness may look at: picked by index, never who rests or is held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from relapp.core import Core
from relapp.domain.business import Recommendation, RecommendationKind, Referral, Sale, Satisfaction
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.entries.kind import Outcome
from relapp.domain.facts import Fact, Section
from relapp.domain.people import Address, ContactPoint, PointKind, Stage, Tier
from relapp.domain.timeline import NewEntry
from relapp.store.candidates import CANDIDATES, celebrations, closeness, referrals, sales
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


def done(core: Core, rule: str, person: int, ago: int) -> None:
    """An act of this rule so many days ago, which does not rest any more."""
    core.desk.db.execute(
        "INSERT INTO suggestion (name, rule, person_id, state, day, at, minutes, rests_until) "
        "VALUES (?, ?, ?, 'done', ?, 0, 3, ?)",
        (f"{rule}:{person}", rule, person, back(ago).isoformat(), back(ago).isoformat()),
    )


def sold(core: Core, person: int, day: date, amount: int = 100_00, *, delivered: date | None = None) -> None:
    core.sales.add(Sale(person, "Audit", day, amount, "EUR", delivered))


def drafted(core: Core, person: int, **changes: object) -> None:
    file = core.people.file(person)
    core.people.save(person, replace(PersonDraft.of(file), **changes))  # type: ignore[arg-type]


def interested(core: Core, person: int, *, private: bool = False) -> None:
    """In history, and my list has a book about it."""
    core.facts.add(Fact(0, person, Section.INTERESTS, "Reads", "local history", private=private))
    if not core.recommendations.all():
        core.recommendations.add(Recommendation(RecommendationKind.BOOK, "Vikings at sea", ("history", "sailing")))


def met(core: Core, person: int, kind: str, ago: int) -> None:
    """An entry of that kind so many days ago."""
    outcome = Outcome.SPOKE if kind == "call" else None
    core.entries.log(NewEntry(kind, core.desk.now() - timedelta(days=ago), (person,), outcome=outcome))


HOME = (ContactPoint(PointKind.ADDRESS, address=Address(street="Am Hafen 1", city="Kiel")),)


def written_to(core: Core, person: int, tier: Tier = Tier.A) -> None:
    """A client with a postal address and a past."""
    drafted(core, person, tier=tier, points=HOME)
    met(core, person, "call", 3)


SETTINGS: dict[str, Callable[[Core, int], object]] = {
    "thank_spender": lambda core, person: sold(core, person, back(2)),
    "after_sale": lambda core, person: sold(core, person, back(60), delivered=back(30)),
    "welcome": lambda core, person: core.people.set_stage((person,), Stage.NEW),
    "top_ten": lambda core, person: sold(core, person, back(300)),
    "ask_referral": lambda core, person: core.satisfaction.add(Satisfaction(person, back(3), 9)),
    "thank_referrer": lambda core, person: core.referrals.add(Referral(person, back(3), 0, "Noor Aziz")),
    "occasions": lambda core, person: drafted(core, person, birthday=PartialDate(1986, 3, 15)),
    "recommend": interested,
    "handwritten": written_to,
    "meet": lambda core, person: core.people.set_tier((person,), Tier.A),
    "second_person": lambda core, person: core.people.set_stage((person,), Stage.ACTIVE),
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
    small = (
        "SCAN spent",
        "SCAN best",
        "SCAN new",
        "SCAN (subquery",
        "SCAN m VIRTUAL",
        "SCAN recommendation",
        "SCAN o",
        "SCAN client",
        "SCAN known",
    )
    return (plan.startswith("SCAN") and not plan.startswith(small)) or "INDEX roster_" in plan


def test_the_whole_list_counts_as_everybody() -> None:
    assert reads_everybody("SCAN p")
    assert reads_everybody("SEARCH r USING INDEX roster_name (scope=?)")
    assert not reads_everybody("SEARCH s USING INDEX sale_day (day>? AND day<?)")


def test_who_spent_the_most_stays_first_while_resting(core: Core, tom: int, ana: int) -> None:
    sold(core, tom, back(6), 900_00)
    sold(core, tom, back(7), 900_00)
    sold(core, ana, back(0), 400_00)
    done(core, "top_ten", ana, 40)
    rest(core, "thank_spender", tom, back(-1))
    (one,) = sales.thank_spender(core.desk.db, asked(core, "thank_spender"))
    assert (one.person, one.place, one.amount, one.sales, one.what) == (ana, 2, 400_00, 1, "Audit")
    assert (one.organisation, one.last, one.thanked) == ("Castell Studio", TODAY, back(40))


def test_my_currency_comes_before_larger_numbers(core: Core, tom: int, ana: int) -> None:
    core.sales.add(Sale(tom, "Audit", back(1), 9_000_000, "JPY"))
    sold(core, ana, back(1))
    assert picked(core, "thank_spender") == [ana, tom]


def test_a_first_sale_is_welcome_and_a_second_is_not(core: Core, tom: int, ana: int) -> None:
    sold(core, tom, back(21))
    sold(core, tom, back(3))
    sold(core, ana, back(22))
    sold(core, ana, back(3))
    (one,) = sales.welcome(core.desk.db, asked(core, "welcome"))
    assert (one.person, one.since, one.sold, one.what) == (tom, None, back(21), "Audit")


def test_a_client_of_long_standing_is_not_welcomed_for_a_first_sale(core: Core, tom: int, ana: int) -> None:
    for person, since in ((tom, back(22)), (ana, back(21))):
        sold(core, person, back(3))
        core.people.set_stage((person,), Stage.ACTIVE)
        core.desk.db.execute("UPDATE person SET stage_since = ? WHERE id = ?", (since.isoformat(), person))
    assert picked(core, "welcome") == [ana]


def test_one_of_the_ten_a_week_and_a_clients_where_nobody_bought(core: Core, tom: int, ana: int) -> None:
    core.people.set_tier((tom, ana), Tier.A)
    met(core, tom, "call", 20)
    met(core, ana, "call", 6)
    assert picked(core, "top_ten") == [tom]
    sold(core, tom, back(364), 500_00)
    sold(core, ana, back(365), 900_00)
    (one,) = sales.top_ten(core.desk.db, asked(core, "top_ten"))
    assert (one.person, one.place, one.amount, one.last) == (tom, 1, 500_00, back(20))
    done(core, "top_ten", ana, 4)
    assert picked(core, "top_ten") == [tom]
    done(core, "top_ten", ana, 3)
    assert picked(core, "top_ten") == []


def test_the_newest_mark_counts_and_who_sent_somebody_is_left_in_peace(core: Core, tom: int, ana: int) -> None:
    core.satisfaction.add(Satisfaction(tom, back(9), 10))
    core.satisfaction.add(Satisfaction(tom, back(8), 6))
    core.satisfaction.add(Satisfaction(ana, back(90), 9))
    assert picked(core, "ask_referral") == [ana]
    core.referrals.add(Referral(ana, back(180), 0, "Noor Aziz", thanked=back(179), told=back(100)))
    assert picked(core, "ask_referral") == []


def test_of_a_referral_is_told_what_became_of_it(core: Core, tom: int, ana: int) -> None:
    referral = core.referrals.add(Referral(tom, back(60), ana))
    sold(core, ana, back(20))
    core.referrals.thank(referral, back(29))
    assert picked(core, "thank_referrer") == []
    core.referrals.edit(replace(core.referrals.get(referral), thanked=back(30)))
    (one,) = referrals.thank_referrer(core.desk.db, asked(core, "thank_referrer"))
    assert (one.person, one.referred, one.sold, one.told) == (tom, "Ana Castéll", back(20), None)
    drafted(core, ana, deceased=True)
    assert picked(core, "thank_referrer") == []
    drafted(core, ana, deceased=False)
    core.people.trash((ana,))
    assert picked(core, "thank_referrer") == []
    core.people.delete_for_good((ana,))
    assert picked(core, "thank_referrer") == []


def test_years_as_a_client_count_from_the_first_sale(core: Core, tom: int, ana: int) -> None:
    sold(core, tom, date(2020, 3, 19))
    sold(core, tom, date(2022, 3, 12))
    sold(core, ana, date(2020, 3, 20))
    (one,) = celebrations.occasions(core.desk.db, asked(core, "occasions"))
    assert (one.person, one.kind, one.day) == (tom, "client", PartialDate(2020, 3, 19))


def test_nothing_is_recommended_twice_and_private_interests_are_left_alone(core: Core, tom: int, ana: int) -> None:
    interested(core, tom)
    interested(core, ana, private=True)
    assert picked(core, "recommend") == [tom]
    core.recommendations.give(core.recommendations.all()[0].id, tom, back(400))
    assert picked(core, "recommend") == []


def test_three_notes_by_hand_a_quarter_and_a_year_after_a_letter(core: Core, tom: int, ana: int) -> None:
    written_to(core, tom, Tier.B)
    written_to(core, ana)
    assert picked(core, "handwritten") == [ana, tom]
    met(core, ana, "letter", 364)
    assert picked(core, "handwritten") == [tom]
    for ago in (71, 70, 69, 68):  # the first on 31 December, in the quarter before
        assert picked(core, "handwritten") == [tom]
        done(core, "handwritten", ana, ago)
    assert picked(core, "handwritten") == []


def test_after_a_lunch_a_quarter_passes(core: Core, tom: int) -> None:
    core.people.set_tier((tom,), Tier.A)
    met(core, tom, "lunch", 91)
    assert [(one.person, one.last) for one in closeness.meet(core.desk.db, asked(core, "meet"))] == [(tom, back(91))]
    met(core, tom, "lunch", 90)
    assert picked(core, "meet") == []


@pytest.mark.parametrize("tier", [None, Tier.B])
def test_the_only_one_at_a_client_by_either_stage(core: Core, tom: int, tier: Tier | None) -> None:
    core.people.set_tier((tom,), tier)
    organisation = core.people.file(tom).positions[0].organisation_id
    core.desk.db.execute("UPDATE organisation SET stage = 'growing' WHERE id = ?", (organisation,))
    assert picked(core, "second_person") == [tom]
    eva = core.people.add("Eva Moen", organisation="Keller Werk")
    assert picked(core, "second_person") == []
    core.people.archive((eva,))
    assert picked(core, "second_person") == [tom]
