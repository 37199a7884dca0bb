"""What an act leaves behind beside its line in the log: an idea is answered, a referrer thanked, a fact looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from relapp.domain.business import STANDING, StandingMark
from relapp.domain.errors import Refused
from relapp.domain.insights.insight import Finding
from relapp.domain.words import tr
from relapp.services.desk import Desk
from relapp.store import facts, ideas, recommendations, referrals, standing_marks


def close_loop(desk: Desk, rule: str, finding: Finding, score: int | None, would_tell: bool | None) -> None:
    """Inside the transaction of the act. Raises Refused for a score out of range."""
    if score is not None and finding.person is not None:
        if score not in STANDING:
            raise Refused(tr("Standing is a mark from 1 to 5."))
        mark = StandingMark(finding.person, desk.today(), score, would_tell)
        standing_marks.insert(desk.db, mark)
    step = _STEPS.get(rule)
    if step is not None:
        step(desk, finding)


def number_of(finding: Finding) -> int:
    """The record a finding is about: what stands before the first dash."""
    return int(finding.about.partition("-")[0])


def _answer(desk: Desk, finding: Finding) -> None:
    idea = ideas.get(desk.db, number_of(finding))
    if idea is not None:
        ideas.update(desk.db, replace(idea, answered=desk.today()))


def _recommend(desk: Desk, finding: Finding) -> None:
    if finding.person is not None:
        recommendations.give(desk.db, number_of(finding), finding.person, desk.today())


def _thank(desk: Desk, finding: Finding) -> None:
    referral = referrals.get(desk.db, number_of(finding))
    if referral is None:
        return
    if finding.about.endswith("-tell"):
        referrals.update(desk.db, replace(referral, told=desk.today()))
    else:
        referrals.update(desk.db, replace(referral, thanked=desk.today()))


def _refresh(desk: Desk, finding: Finding) -> None:
    """Looked at: it is to be looked at again in a year."""
    fact = facts.get(desk.db, number_of(finding))
    if fact is not None:
        facts.update(desk.db, replace(fact, review=_in_a_year(desk.today())), desk.seconds())


def _in_a_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


_STEPS: Mapping[str, Callable[[Desk, Finding], None]] = {
    "answer_idea": _answer,
    "recommend": _recommend,
    "thank_referrer": _thank,
    "refresh_fact": _refresh,
}
