"""The four sentences of a relationship's health. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.answers import Happened, waits
from relapp.domain.business import StandingMark
from relapp.domain.cadence import due_day, standing
from relapp.domain.health import CadencePart, ReciprocityPart, RhythmPart, StandingPart, next_rating
from relapp.domain.rhythm import Usual
from relapp.domain.tiers import Tier

TODAY = date(2026, 3, 12)
USUAL = Usual(21.0, 34)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("last", "days", "said"),
    [
        (ago(12), 30, "In touch; the next is due by 30 March 2026."),
        (ago(25), 30, "Due soon, by 17 March 2026."),
        (ago(30), 30, "Due today."),
        (ago(32), 30, "2 days late; the last contact was 32 days ago."),
        (ago(40), None, "No cadence; the last contact was 40 days ago."),
        (TODAY, None, "No cadence; in touch today."),
        (None, None, "No contact yet."),
    ],
)
def test_cadence(last: date | None, days: int | None, said: str) -> None:
    due = due_day(last, None, days)
    assert CadencePart(standing(last, due, days, TODAY), due).sentence(TODAY) == said


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (ago(10), "No contact yet; the first is due by 1 April 2026."),
        (ago(35), "No contact yet; 5 days late."),
        (ago(30), "Due today."),
    ],
)
def test_cadence_of_somebody_new(since: date, said: str) -> None:
    due = due_day(None, since, 30)
    assert CadencePart(standing(None, due, 30, TODAY), due).sentence(TODAY) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (RhythmPart(USUAL, 12, False, 0), "Usually every 21 days, at most 34."),
        (RhythmPart(USUAL, 64, True, 0), "Usually every 21 days, at most 34; silent for 64."),
        (
            RhythmPart(USUAL, 20, True, 3),
            "Usually every 21 days, at most 34; your last 3 messages had no answer.",
        ),
        (RhythmPart(None, 20, False, 1), "No rhythm yet; it takes 5 days of contact in three years."),
        (RhythmPart(Usual(20.5, 21), 1, False, 0), "Usually every 21 days, at most 21."),
        (RhythmPart(Usual(1.0, 1), 1, False, 0), "Usually every day, at most 1."),
    ],
)
def test_rhythm(part: RhythmPart, said: str) -> None:
    assert part.sentence() == said


@pytest.mark.parametrize(
    ("mark", "tier", "said"),
    [
        (None, Tier.A, "Not rated yet; asked in your weekly session."),
        (None, Tier.C, "Not rated yet."),
        (
            StandingMark(1, ago(60), 4, True),
            Tier.B,
            "4 of 5, rated in January; they would tell you of a rival; asked again from 13 July 2026.",
        ),
        (StandingMark(1, ago(183), 2, False), Tier.A,
         "2 of 5, rated in September; they would not tell of a rival; time to ask again."),
        (StandingMark(1, ago(10), 3), None, "3 of 5, rated on 2 March."),
    ],
)  # fmt: skip
def test_standing(mark: StandingMark | None, tier: Tier | None, said: str) -> None:
    assert StandingPart(mark, next_rating(mark, tier, TODAY)).sentence(TODAY) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (ReciprocityPart(5, 3), "5 of 8 contacts in a year came from them."),
        (
            ReciprocityPart(5, 3, (10, 200, 900)),
            "5 of 8 contacts in a year came from them; you answer within 3 h 20 of business time.",
        ),
        (
            ReciprocityPart(1, 0, (3983,)),
            "One contact in a year, from them; you answer within 66 h of business time.",
        ),
        (ReciprocityPart(1, 0, (0,)), "One contact in a year, from them; you answer before your hours begin."),
        (ReciprocityPart(0, 1), "One contact in a year, from you."),
        (ReciprocityPart(0, 0), "Neither called or wrote to the other in a year."),
    ],
)
def test_reciprocity(part: ReciprocityPart, said: str) -> None:
    assert part.sentence() == said


def test_only_what_went_out_ends_a_wait_for_an_answer() -> None:
    told = [
        ("email", 10, "in", "contact"),
        ("message", 20, "in", "contact"),
        ("email", 50, "out", "attempt"),
        ("email", 60, "out", "attempt"),
        ("email", 70, "in", "contact"),
        ("meeting", 80, "none", "contact"),
        ("call", 90, "out", "attempt"),
        ("letter", 95, "in", "contact"),
        ("note", 96, "none", "none"),
        ("call", 99, "out", "contact"),
    ]
    entries = [Happened(at, kind, at, direction, None, effect) for kind, at, direction, effect in told]
    assert waits(entries) == [(10, 50), (95, 99)]
