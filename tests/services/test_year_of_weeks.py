"""A year of Fridays on the sample: each week three acts are done, and nothing else happens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from relapp.core import Core, build
from relapp.domain.insights import INSIGHTS
from relapp.services.weekly import Done
from tests.clocks import StandingClock

FRIDAY = datetime(2026, 3, 13, 14, tzinfo=UTC)
MOST = 3
"""So many suggestions are made ready."""
RATED = Done(score=4)
_BY_AN_UNWELCOME_WAY = """
SELECT count(*) FROM entry AS e JOIN entry_person AS t ON t.entry_id = e.id
JOIN channel_permission AS c ON c.person_id = t.person_id AND c.channel = e.kind
WHERE e.id > :newest AND c.permission IN ('not_allowed', 'urgent_only')
"""
_TO_WHOM_IT_MUST_NOT_BE = """
SELECT count(*) FROM suggestion AS s JOIN person AS p ON p.id = s.person_id
WHERE p.archived OR p.deceased OR p.trashed_at IS NOT NULL OR p.hold_until > s.day
"""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Core, int]]:
    """The sample after 52 sessions, and the newest entry before them."""
    clock = StandingClock(FRIDAY)
    core = build(tmp_path_factory.mktemp("year") / "year.db", clock)
    core.sample.fill()
    newest = int(core.desk.db.value("SELECT max(id) FROM entry"))
    for _ in range(52):
        for one in core.weekly.read(shown=MOST).session:
            core.weekly.done(one.id, RATED if one.rule == "standing" else None)
        clock.advance(days=7)
    yield core, newest
    core.close()


def test_every_rule_has_its_turn_in_a_year_and_none_takes_it_all(year: tuple[Core, int]) -> None:
    acts = year[0].weekly.acts(FRIDAY.date())
    rules = Counter(act.rule for act in acts)
    assert set(rules) == {rule.key for rule in INSIGHTS}
    assert max(rules.values()) <= 52
    weeks = Counter(act.day for act in acts)
    assert len(weeks) == 52
    assert set(weeks.values()) == {MOST}


def test_nobody_is_turned_to_twice_within_a_week_of_the_year(year: tuple[Core, int]) -> None:
    days: defaultdict[int, list[date]] = defaultdict(list)
    for act in year[0].weekly.acts(FRIDAY.date()):
        if act.person is not None:
            days[act.person].append(act.day)
    assert len(days) > 40
    assert all((later - sooner).days >= 7 for of in days.values() for sooner, later in pairwise(sorted(of)))


def test_nobody_is_turned_to_in_a_way_they_do_not_want(year: tuple[Core, int]) -> None:
    core, newest = year
    assert core.desk.db.value("SELECT count(*) FROM entry WHERE id > ?", (newest,)) > 100
    assert core.desk.db.value(_BY_AN_UNWELCOME_WAY, {"newest": newest}) == 0
    assert core.desk.db.value(_TO_WHOM_IT_MUST_NOT_BE, {}) == 0
