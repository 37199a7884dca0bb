"""Sales, marks, ideas, referrals, standing and win-backs: kept, changed, undone, refused, and gone with the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from relapp.core import Core
from relapp.domain.business import Idea, Reason, Referral, Sale, Satisfaction, StandingMark, WinBack
from relapp.domain.changes import Area, Change
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused

FIRST, LATER = date(2026, 3, 1), date(2026, 3, 8)
SALE = Sale(0, "Pump", FIRST, 960000, "EUR", LATER, "By post")
IDEA = Idea(0, FIRST, "A red one")
REFERRAL = Referral(0, FIRST, referred_name="Zoe Hart")
NOUNS: list[tuple[Callable[[Core], Any], Any, dict[str, Any], str]] = [
    (lambda core: core.sales, SALE, {"amount": 5}, "Sale to Tom Keller: Pump, € 9,600"),
    (lambda core: core.satisfaction, Satisfaction(0, FIRST, 9, "Fine"), {"score": 10}, "Satisfaction of Tom Keller: 9"),
    (lambda core: core.ideas, IDEA, {"text": "A blue one"}, "Idea of Tom Keller: A red one"),
    (lambda core: core.referrals, REFERRAL, {"note": "At the fair"}, "Referral by Tom Keller: Zoe Hart"),
    (
        lambda core: core.standing_marks,
        StandingMark(0, FIRST, 4, False),
        {"would_tell": None},
        "Standing with Tom Keller: 4",
    ),
    (
        lambda core: core.win_backs,
        WinBack(0, FIRST, Reason.PRICE),
        {"reason": Reason.MOVED},
        "Why Tom Keller went quiet: the price",
    ),
]
WRONG: list[tuple[Callable[[Core], Any], Any]] = [
    (lambda core: core.sales, replace(SALE, what="  ")),
    (lambda core: core.sales, replace(SALE, amount=-1)),
    (lambda core: core.sales, replace(SALE, amount=10**19)),
    (lambda core: core.sales, replace(SALE, currency="EURO")),
    (lambda core: core.satisfaction, Satisfaction(0, FIRST, 11)),
    (lambda core: core.satisfaction, Satisfaction(0, FIRST, -1)),
    (lambda core: core.ideas, replace(IDEA, text="\n")),
    (lambda core: core.ideas, replace(IDEA, answered=date(2026, 2, 28))),
    (lambda core: core.referrals, Referral(0, FIRST)),
    (lambda core: core.referrals, replace(REFERRAL, told=date(2026, 2, 28))),
    (lambda core: core.standing_marks, StandingMark(0, FIRST, 0)),
]


@pytest.mark.parametrize(("room", "one", "other", "title"), NOUNS)
def test_each_is_kept_changed_deleted_and_undone(
    core: Core, tom: int, told: list[Change], room: Callable[[Core], Any], one: Any, other: dict[str, Any], title: str
) -> None:
    service, one = room(core), replace(one, person=tom)
    core.people.archive([tom])
    id_ = service.add(one)
    assert core.history.list()[0].title == title
    assert told[-1].areas == {Area.BUSINESS, Area.HISTORY}
    kept = replace(one, id=id_)
    changed = replace(kept, **other)
    service.edit(changed)
    assert service.of_person(tom) == service.all() == [changed]
    service.delete(id_)
    assert service.all() == []
    core.history.undo()
    core.history.undo()
    assert service.get(id_) == kept
    core.history.undo()
    for act, given in ((service.get, id_), (service.edit, kept), (service.delete, id_)):
        with pytest.raises(NoSuchRecord):
            act(given)
    with pytest.raises(NoSuchPerson):
        service.add(replace(one, person=99))


@pytest.mark.parametrize(("room", "one", "other", "title"), NOUNS)
def test_the_newest_comes_first_and_goes_with_the_person(
    core: Core, tom: int, ana: int, room: Callable[[Core], Any], one: Any, other: dict[str, Any], title: str
) -> None:
    service = room(core)
    second, first, third = (service.add(replace(one, person=tom, day=day)) for day in (LATER, FIRST, LATER))
    hers = service.add(replace(one, person=ana, day=LATER))
    assert [row.id for row in service.of_person(tom)] == [third, second, first]
    core.people.trash([ana])
    assert [row.id for row in service.all()] == [third, second, first]
    core.people.delete_for_good([tom])
    assert service.of_person(tom) == []
    assert [row.id for row in service.of_person(ana)] == [hers]
    core.history.undo()
    assert len(service.of_person(tom)) == 3
    assert core.files.check() == []


@pytest.mark.parametrize(("room", "one"), WRONG)
def test_what_makes_no_sense_is_refused(core: Core, tom: int, room: Callable[[Core], Any], one: Any) -> None:
    with pytest.raises(Refused):
        room(core).add(replace(one, person=tom))
    assert room(core).all() == []


def test_an_idea_is_open_until_it_is_answered(core: Core, tom: int) -> None:
    id_ = core.ideas.add(replace(IDEA, person=tom))
    core.ideas.answer(id_, LATER, " In May ")
    assert core.ideas.get(id_) == Idea(tom, FIRST, "A red one", LATER, "In May", id_)
    with pytest.raises(Refused):
        core.ideas.answer(id_, date(2026, 2, 28))
    core.history.undo()
    assert core.ideas.get(id_).answered is None


def test_a_referral_names_the_person_thanks_and_tells(core: Core, tom: int, ana: int) -> None:
    id_ = core.referrals.add(Referral(tom, FIRST, ana, "somebody"))
    core.referrals.thank(id_, FIRST)
    core.referrals.tell(id_, LATER)
    kept = Referral(tom, FIRST, ana, "Ana Castéll", FIRST, LATER, id=id_)
    assert core.referrals.of_person(tom) == [kept]
    with pytest.raises(Refused):
        core.referrals.thank(id_, date(2026, 2, 28))
    with pytest.raises(Refused, match="Ana Castéll can't have sent themselves"):
        core.referrals.edit(replace(kept, person=ana))
    with pytest.raises(NoSuchPerson):
        core.referrals.add(Referral(tom, FIRST, 99))
    core.people.delete_for_good([ana])
    assert core.referrals.get(id_) == replace(kept, referred=0, referred_name="")
