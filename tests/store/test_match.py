"""What was typed, as a query: whatever it is, the engine takes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.store.match import prefix_query, spellings, words, written_query


def test_words_are_folded_and_each_a_prefix() -> None:
    assert words("Tom Kellér, O'Brien_2") == ["tom", "keller", "o", "brien", "2"]
    assert prefix_query("Tom Kel") == '"tom"* "kel"*'


@pytest.mark.parametrize("typed", ["", " ", "%", '"', "(", "*", "--", "\0", "\ud800", "^:+"])
def test_without_a_word_there_is_no_query(typed: str) -> None:
    assert prefix_query(typed) == written_query(typed) == ""


@pytest.mark.parametrize(
    ("plain", "written"),
    [("tromso", "tromsø"), ("lodz", "łodz"), ("strasse", "straße"), ("aero", "ærø"), ("isik", "ısık"), ("thor", "þor")],
)
def test_a_folded_word_may_have_been_written_with_other_letters(plain: str, written: str) -> None:
    assert written in spellings(plain)


def test_a_word_has_no_end_of_spellings_that_are_tried() -> None:
    assert len(spellings("oooooooooooooooooooo")) == 24
    assert spellings("o" * 300) == ["o" * 300]
    assert spellings("keller")[0] == "keller"


@given(st.text())
def test_operators_never_get_through(typed: str) -> None:
    for query in (prefix_query(typed), written_query(typed)):
        bare = "".join(query.split('"')[::2])
        assert set(bare) <= set("* ANDOR()")
