"""A second person at a client: one act for each person, however many organisations hang on them."""

from __future__ import annotations

from relapp.domain.insights.second_person import INSIGHT, Candidate
from tests.domain.insights.table import TODAY, back, found

ANA = Candidate(2, "Ana Castéll", "Ana", "Castell Studio")


def test_it_says_why_now() -> None:
    (meet,) = found(INSIGHT, ANA)
    assert (meet.title, meet.short) == (
        "Meet a second person at Castell Studio",
        "you know only Ana Castéll there",
    )
    assert meet.why == "At Castell Studio you know only Ana Castéll. Should Ana leave, nobody there would know you."


def test_of_two_organisations_the_first_by_name() -> None:
    (meet,) = found(INSIGHT, ANA, ANA._replace(organisation="Atelier Nord"))
    assert meet.title == "Meet a second person at Atelier Nord"


def test_everybody_comes_in_a_fixed_order_on_any_day() -> None:
    tom = ANA._replace(person=1, shown="Tom Keller")
    assert [one.person for one in found(INSIGHT, ANA, tom)] == [1, 2]
    assert found(INSIGHT, ANA, tom, today=back(400)) == found(INSIGHT, ANA, tom, today=TODAY)
