"""When something was and how long ago, within a sentence. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.past_words import around_words, on_words, span_words

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("back", "words"),
    [(0, "today"), (1, "yesterday"), (-1, "tomorrow"), (3, "on Monday"), (6, "on Friday"), (7, "on 5 March")],
)
def test_the_day_is_named(back: int, words: str) -> None:
    assert on_words(TODAY - timedelta(days=back), TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 9), "on Monday"),
        (date(2026, 2, 10), "on 10 February"),
        (date(2026, 2, 9), "in February"),
        (date(2025, 11, 30), "in November"),
        (date(2025, 4, 1), "in April"),
        (date(2025, 3, 31), "in March 2025"),
    ],
)
def test_further_back_the_month_says_enough(day: date, words: str) -> None:
    assert around_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "one day"),
        (91, "91 days"),
        (92, "3 months"),
        (364, "11 months"),
        (365, "a year"),
        (500, "16 months"),
        (729, "23 months"),
        (730, "2 years"),
    ],
)
def test_a_span_is_as_exact_as_it_needs_to_be(days: int, words: str) -> None:
    assert span_words(days) == words
