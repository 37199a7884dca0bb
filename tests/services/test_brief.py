"""The brief keeps to one page, whatever is noted, and to the ways that are allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relapp.core import Core
from relapp.domain.brief import LONGEST, as_text
from relapp.domain.drafts import PersonDraft
from relapp.domain.facts import Fact, Section
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Channel, ContactPoint, Permission, PointKind
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.timeline import NewEntry

PHONES = (
    ContactPoint(PointKind.PHONE, "+47 22123456", permission=Permission.NOT_ALLOWED),
    ContactPoint(PointKind.PHONE, "+47 99123456"),
    ContactPoint(PointKind.EMAIL, "tom@example.net"),
)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({}, "tom@example.net · +47 99123456"),
        ({Channel.CALL: Permission.URGENT_ONLY}, "tom@example.net · +47 99123456"),
        ({Channel.CALL: Permission.NOT_ALLOWED}, "tom@example.net"),
    ],
)
def test_an_address_that_must_not_be_used_is_left_out(
    core: Core, tom: int, said: dict[Channel, Permission], shown: str
) -> None:
    draft = replace(PersonDraft.of(core.people.file(tom)), points=PHONES, permissions=said)
    core.people.save(tom, draft)
    reach = core.briefs.of(tom).reach
    assert reach.endswith(f" · {shown}")
    assert reach.count("+47") == shown.count("+47")


def test_very_long_words_stay_on_the_page(core: Core) -> None:
    tom = core.people.add("Tom " + "Keller" * 500, organisation="Werk" * 1000, title="COO " * 500)
    core.entries.log(NewEntry("call", core.desk.now(), (tom,), "long " * 5000))
    core.follow_ups.add(NewFollowUp(tom, "x" * 500, core.desk.today()))
    core.facts.add(Fact(0, tom, Section.INTERESTS, "y" * 3000, "z" * 3000))
    assert max(map(len, as_text(core.briefs.of(tom)).splitlines())) < LONGEST + 40


@pytest.mark.parametrize("hidden", [True, False])
def test_private_facts_stand_there_as_on_the_screen(core: Core, tom: int, hidden: bool) -> None:
    core.facts.add(Fact(0, tom, Section.FAMILY, "Health", "a secret", private=True))
    core.settings.set(HIDE_PRIVATE, hidden)
    assert ("a secret" in as_text(core.briefs.of(tom))) is not hidden
