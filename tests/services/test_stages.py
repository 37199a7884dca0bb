"""Since when somebody is in their stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Stage
from tests.clocks import StandingClock


def since(core: Core, person: int) -> date | None:
    return core.people.get(person).stage_since


def test_a_stage_counts_from_the_day_it_was_entered(core: Core, clock: StandingClock, tom: int, ana: int) -> None:
    core.people.set_stage([tom], Stage.NEW)
    clock.advance(days=9)
    core.people.set_stage([tom, ana], Stage.NEW)
    assert (since(core, tom), since(core, ana)) == (date(2026, 3, 12), date(2026, 3, 21))
    core.people.set_stage([tom, ana], Stage.ACTIVE)
    assert since(core, tom) == date(2026, 3, 21)
    core.history.undo()
    assert since(core, tom) == date(2026, 3, 12)
    core.people.set_stage([tom], None)
    assert since(core, tom) is None


def test_editing_the_person_moves_it_only_with_the_stage(core: Core, clock: StandingClock, tom: int) -> None:
    draft = PersonDraft.of(core.people.file(tom))
    core.people.save(tom, replace(draft, stage=Stage.NEW))
    clock.advance(days=9)
    core.people.save(tom, replace(draft, stage=Stage.NEW, note="Likes tea"))
    assert since(core, tom) == date(2026, 3, 12)
    core.people.save(tom, replace(draft, stage=Stage.GROWING))
    assert since(core, tom) == date(2026, 3, 21)
