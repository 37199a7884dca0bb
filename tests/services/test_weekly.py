"""The weekly session on a real file: what is done is logged once, rests, closes its loop, and can be taken back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest

from relapp.core import Core, build
from relapp.domain.business import Idea, Recommendation, RecommendationKind, Referral, Sale, StandingMark
from relapp.domain.entries.kind import Direction
from relapp.domain.errors import KnownError, NoSuchRecord, Refused
from relapp.domain.facts import Fact, Section
from relapp.domain.pages import TimelineOf
from relapp.domain.people import Channel, Stage, Tier
from relapp.domain.settings import HOUSEKEEPING, WEEKLY_AT, WEEKLY_DAY, WEEKLY_MINUTES
from relapp.domain.weekly import Said, Suggestion
from relapp.services.weekly import Done
from tests.clocks import StandingClock


@pytest.fixture
def idea(core: Core, tom: int) -> int:
    """Tom wished for shorter reports three weeks ago."""
    core.settings.set(HOUSEKEEPING, "")
    return core.ideas.add(Idea(tom, core.desk.today() - timedelta(days=21), "Shorter reports"))


def ids(core: Core) -> list[str]:
    found = core.weekly.read()
    return [one.id for one in (*found.session, *found.others)]


def only(core: Core) -> Suggestion:
    (one,) = core.weekly.read().session
    return one


def test_an_idea_left_open_is_suggested_with_a_draft_and_a_way(core: Core, tom: int, idea: int) -> None:
    one = only(core)
    assert (one.id, one.rule, one.person) == (f"answer_idea:{tom}:{idea}", "answer_idea", tom)
    assert (one.channel, one.reach) == (Channel.EMAIL, "tom@keller-werk.example")
    assert "Shorter reports" in one.why
    assert one.draft.startswith("Dear Tom,")
    assert "Shorter reports" in one.draft
    assert one.missing == ("signature",)


def test_done_logs_plans_and_closes_in_one_step_that_can_be_taken_back(core: Core, tom: int, idea: int) -> None:
    one = only(core)
    entry = core.weekly.done(one.id, Done("Told him yes.", follow_up=date(2026, 4, 1), what="See how he likes them"))
    assert entry is not None
    logged = core.entries.get(entry)
    assert (logged.kind, logged.direction, logged.people, logged.text) == (
        "email", Direction.OUT, (tom,), "Told him yes.",
    )  # fmt: skip
    assert [(line.what, line.due) for line in core.follow_ups.lines()] == [("See how he likes them", date(2026, 4, 1))]
    assert core.ideas.get(idea).answered == core.desk.today()
    assert ids(core) == []
    assert [act.title for act in core.weekly.read().done] == [one.title]
    core.history.undo()
    assert ids(core) == [one.id]
    assert core.ideas.get(idea).answered is None
    assert core.follow_ups.lines() == []
    assert core.entries.count(TimelineOf(tom)) == 0


def test_the_same_act_is_never_done_twice(core: Core, tom: int, idea: int) -> None:
    one = only(core)
    core.weekly.done(one.id)
    with pytest.raises(Refused, match="There is no suggestion"):
        core.weekly.done(one.id)
    assert core.entries.count(TimelineOf(tom)) == 1


def test_what_was_done_or_whom_one_turned_to_this_week_is_refused_by_its_id_as_well(core: Core, tom: int) -> None:
    today = core.desk.today()
    month = f"housekeeping:{today:%Y-%m}"
    core.settings.set(HOUSEKEEPING, "Look at the website")
    sale = core.sales.add(Sale(tom, "Audit", today - timedelta(days=40), 9600, "EUR", today - timedelta(days=4)))
    core.ideas.add(Idea(tom, today - timedelta(days=21), "Shorter reports"))
    core.weekly.done(month)
    core.weekly.done(f"after_sale:{tom}:{sale}-3")
    for gone in (month, f"after_sale:{tom}:{sale}-3", f"answer_idea:{tom}:1"):
        with pytest.raises(Refused, match="There is no suggestion"):
            core.weekly.done(gone)
    assert core.entries.count(TimelineOf(tom)) == 1


def test_of_two_processes_only_one_does_the_act(core: Core, tom: int, idea: int) -> None:
    """The other one does it at each moment at which this one asks for the time and does not write yet."""
    id_ = only(core).id

    class Meanwhile(StandingClock):
        calls = 0

        def now(self) -> datetime:
            self.calls -= 1
            if self.calls == 0 and not core.desk.db.connection.in_transaction:
                other.weekly.done(id_)
            return super().now()

    clock = Meanwhile(core.desk.now())
    other = build(core.files.path, StandingClock(core.desk.now()))
    core.desk.clock = clock
    for calls in range(1, 12):
        clock.calls = calls
        with suppress(Refused):
            core.weekly.done(id_)
        clock.calls = 0
        assert len(core.weekly.acts(core.desk.today())) == 1
        core.history.undo()
    other.close()


def test_a_next_follow_up_must_be_one_that_could_be_planned_by_itself(core: Core, tom: int, idea: int) -> None:
    one = only(core)
    with pytest.raises(Refused, match="year 1"):
        core.weekly.done(one.id, Done(follow_up=date.min))
    assert ids(core) == [one.id]


def test_later_comes_again_in_a_week(core: Core, idea: int, clock: StandingClock) -> None:
    one = only(core)
    core.weekly.later(one.id)
    assert ids(core) == []
    clock.advance(days=6)
    assert ids(core) == []
    clock.advance(days=1)
    assert ids(core) == [one.id]


def test_not_this_one_rests_until_it_is_woken(core: Core, tom: int, idea: int, clock: StandingClock) -> None:
    one = only(core)
    core.weekly.never(one.id, "he forgot it long ago")
    clock.advance(days=700)
    core.ideas.add(Idea(tom, core.desk.today() - timedelta(days=21), "Longer reports"))
    assert [id_ for id_ in ids(core) if id_.startswith("answer_idea")] == []
    (rests,) = core.weekly.refused()
    assert (rests.said, rests.why, rests.shown) == (Said.NEVER, "he forgot it long ago", "Tom Keller")
    core.weekly.wake(rests.id)
    assert core.weekly.refused() == []
    assert [id_ for id_ in ids(core) if id_.startswith("answer_idea")] != []
    with pytest.raises(NoSuchRecord):
        core.weekly.wake(rests.id)


@pytest.mark.parametrize("gone", ["archive", "trash", "hold"])
def test_nobody_who_is_away_is_suggested(core: Core, tom: int, idea: int, gone: str) -> None:
    if gone == "archive":
        core.people.archive([tom])
    elif gone == "trash":
        core.people.trash([tom])
    else:
        core.people.hold(tom, core.desk.today() + timedelta(days=1))
    assert ids(core) == []


def test_one_act_a_week_for_a_person(core: Core, tom: int, idea: int, clock: StandingClock) -> None:
    core.facts.add(Fact(0, tom, Section.PREFERENCES, "Coffee", "black", review=core.desk.today() - timedelta(days=1)))
    first = only(core)
    core.weekly.done(first.id)
    assert ids(core) == []
    clock.advance(days=7)
    second = only(core)
    assert {first.rule, second.rule} == {"answer_idea", "refresh_fact"}


def test_loops_are_closed_by_what_was_done(core: Core, tom: int, ana: int) -> None:
    today = core.desk.today()
    core.settings.set(HOUSEKEEPING, "")
    core.settings.set(WEEKLY_MINUTES, 60)
    referral = core.referrals.add(Referral(tom, today - timedelta(days=3), ana))
    book = core.recommendations.add(Recommendation(RecommendationKind.BOOK, "Vikings at sea", ("history",)))
    core.facts.add(Fact(0, ana, Section.INTERESTS, "Reads", "history"))
    found = {one.rule: one for one in core.weekly.read().session}
    core.weekly.done(found["thank_referrer"].id)
    core.weekly.done(found["recommend"].id)
    assert core.referrals.get(referral).thanked == today
    assert [(one.recommendation.id, one.day) for one in core.recommendations.given(ana)] == [(book, today)]
    assert "Vikings at sea" in found["recommend"].draft


def test_a_standing_is_marked_by_the_answer_and_logs_no_contact(core: Core, tom: int) -> None:
    core.settings.set(HOUSEKEEPING, "")
    core.people.set_tier([tom], Tier.B)
    core.people.set_stage([tom], Stage.ACTIVE)
    one = core.weekly.get(f"standing:{tom}")
    assert one.channel is None
    with pytest.raises(KnownError, match="1 to 5"):
        core.weekly.done(one.id, Done(score=6))
    assert core.weekly.done(one.id, Done(score=4, would_tell=True)) is None
    (mark,) = core.standing_marks.of_person(tom)
    assert mark == StandingMark(tom, core.desk.today(), 4, True, id=mark.id)
    assert core.entries.count(TimelineOf(tom)) == 0


def test_housekeeping_is_about_nobody_and_once_a_month(core: Core, clock: StandingClock) -> None:
    core.settings.set(HOUSEKEEPING, "Read your website\nHear your voicemail")
    one = only(core)
    assert (one.person, one.channel, one.draft) == (None, None, "")
    assert core.weekly.done(one.id) is None
    assert ids(core) == []
    clock.advance(days=31)
    assert only(core).title != one.title


def test_housekeeping_that_was_refused_rests_until_it_is_woken(core: Core, clock: StandingClock) -> None:
    core.settings.set(HOUSEKEEPING, "Look at the website\nHear the voicemail")
    core.weekly.never(only(core).id)
    clock.advance(days=40)
    assert ids(core) == []
    (rests,) = core.weekly.refused()
    core.weekly.wake(rests.id)
    assert only(core).rule == "housekeeping"


def test_the_weeks_that_were_held_and_whom_they_reached(core: Core, tom: int, idea: int, clock: StandingClock) -> None:
    core.weekly.done(only(core).id)
    clock.advance(days=7)
    core.ideas.add(Idea(tom, core.desk.today() - timedelta(days=10), "Pictures"))
    core.weekly.done(only(core).id)
    found = core.weekly.read()
    assert found.weeks == (*(False,) * 10, True, True)
    assert (found.in_a_row, found.reached, found.spent) == (2, 1, found.done[0].minutes)


def test_its_name_and_hour_follow_the_settings(core: Core) -> None:
    assert core.weekly.name() == "Friday 15"
    core.settings.set(WEEKLY_DAY, 2)
    core.settings.set(WEEKLY_MINUTES, 20)
    core.settings.set(WEEKLY_AT, "09:30")
    assert core.weekly.name() == "Tuesday 20"
    assert core.weekly.next_at(False).isoformat() == "2026-03-10T08:30:00+00:00"


def test_an_id_that_is_none_is_refused(core: Core) -> None:
    for id_ in ("", "hat", "answer_idea", "answer_idea:1:1", "::"):
        with pytest.raises(Refused):
            core.weekly.done(id_)
