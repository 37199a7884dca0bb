"""The health of a relationship, worked out from what was logged."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.core import Core
from relapp.domain.business import StandingMark
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.errors import NoSuchPerson
from relapp.domain.people import Tier
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW

DAY = timedelta(days=1)


def test_all_four_parts(core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    for days in (100, 80, 60, 40, 20):
        core.entries.log(NewEntry("call", NOW - days * DAY, (tom,), direction=Direction.OUT, outcome=Outcome.SPOKE))
    core.entries.log(NewEntry("email", NOW - 10 * DAY, (tom,), direction=Direction.IN))
    core.entries.log(NewEntry("email", NOW - 10 * DAY + timedelta(hours=2), (tom,), direction=Direction.OUT))
    core.entries.log(NewEntry("email", NOW - 500 * DAY, (tom,), direction=Direction.IN))
    core.standing_marks.add(StandingMark(tom, date(2026, 2, 20), 4))
    health = core.health.of(tom)
    assert health.cadence.sentence(core.desk.today()) == "In touch; the next is due by 1 April 2026."
    assert health.rhythm.sentence() == "Usually every 20 days, at most 400."
    assert health.standing.next_on == date(2026, 8, 22)
    assert (health.reciprocity.inbound, health.reciprocity.outbound, health.reciprocity.waits) == (1, 5, (120,))


def test_of_somebody_new_nothing_is_known(core: Core, tom: int) -> None:
    health = core.health.of(tom)
    assert health.reciprocity.share is None
    assert health.reciprocity.answer_minutes is None
    assert (health.rhythm.usual, health.rhythm.silent, health.standing.mark) == (None, None, None)
    with pytest.raises(NoSuchPerson):
        core.health.of(99)
