"""A draft comes back as it was put away, and nothing unreadable ever stops the window."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from relapp.core import Core
from relapp.domain.entries import ENTRY_KINDS
from relapp.domain.entries.kind import Direction, Effect, Outcome
from tests.clocks import NOW
from ui.timeline.draft import Draft, from_remembered, new, of_entry, to_remember

drafts = st.builds(
    Draft,
    kind=st.sampled_from([kind.key for kind in ENTRY_KINDS]),
    text=st.text(),
    at=st.none() | st.datetimes(timezones=st.just(UTC)),
    minutes=st.none() | st.integers(1, 9999),
    direction=st.sampled_from(Direction),
    outcome=st.none() | st.sampled_from(Outcome),
    counts=st.none() | st.booleans(),
    place=st.text(),
    people=st.lists(st.integers(1), max_size=4).map(tuple),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(drafts)
def test_what_is_kept_comes_back(draft: Draft) -> None:
    assert from_remembered(json.loads(json.dumps(to_remember(draft)))) == draft


@given(json_values, drafts, st.sampled_from(sorted(to_remember(new()))))
def test_anything_else_is_an_empty_draft(value: object, draft: Draft, field: str) -> None:
    assert from_remembered(value) == new()
    found = from_remembered(to_remember(draft) | {field: value})
    assert from_remembered(json.loads(json.dumps(to_remember(found)))) == found


def test_an_entry_made_from_a_draft_gives_the_draft_back(core: Core, tom: int, marta: int) -> None:
    at = datetime(2026, 2, 3, 11, 30, tzinfo=UTC)
    draft = Draft("lunch", "Fish", at, 70, Direction.NONE, None, False, "Lorry", (tom, marta))
    entry = core.entries.get(core.entries.log(draft.entry(NOW)))
    assert of_entry(entry) == draft


def test_a_kind_is_asked_only_what_it_has() -> None:
    draft = Draft("email", "Hello", minutes=20, outcome=Outcome.NO_ANSWER, place="Oslo", people=(7,))
    entry = draft.entry(NOW, 3)
    assert (entry.minutes, entry.outcome, entry.place) == (None, None, "")
    assert entry.people == (3, 7)


def test_the_effect_follows_the_rule_unless_said_otherwise() -> None:
    assert new("call").effect() is Effect.CONTACT
    assert new("email").effect() is Effect.ATTEMPT
    assert Draft("email", counts=True).effect() is Effect.CONTACT
    assert Draft("call", outcome=Outcome.NO_ANSWER).effect() is Effect.ATTEMPT
