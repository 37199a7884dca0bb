"""What a follow-up is about, taken from the note that plans it."""

from __future__ import annotations

import pytest

from relapp.domain.follow_up_about import about


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Spoke about the plant; wants a plan for Q3", "Wants a plan for Q3"),
        ("Spoke. Call Ida!", "Call Ida"),
        ("first\n- **the estimate**", "The estimate"),
        ("3.5 million is too much", "3.5 million is too much"),
        ("", "Call"),
        ("…!", "Call"),
        ("said — ", "Said"),
    ],
)
def test_it_is_the_last_thing_that_was_said(text: str, said: str) -> None:
    assert about(text, "Call") == said


def test_a_long_sentence_is_cut() -> None:
    found = about("word " * 40, "Call")
    assert len(found) <= 80
    assert found.endswith("…")
