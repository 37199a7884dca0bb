"""Sentences of Today: what the weekly session holds, and what comes next."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from relapp.domain.today import NextUp
from relapp.domain.today_words import next_words, session_words
from relapp.domain.weekly import Act, Said, Session, Suggestion

TODAY = date(2026, 3, 12)
NOON = datetime(2026, 3, 12, 11, tzinfo=UTC)


def idea(title: str, shown: str = "") -> Suggestion:
    return Suggestion("x", "x", 1, shown, "", title, "", "", (), 5, None)


def act(person: int | None) -> Act:
    return Act(1, "x", "x", person, "", Said.DONE, TODAY, NOON, 5, "", "", TODAY)


def session(ideas: tuple[Suggestion, ...] = (), done: tuple[Act, ...] = (), minutes: int = 15) -> Session:
    return Session(ideas, (), done, minutes, 0, (), 0, 0)


THANK, BIRTHDAY = idea("Thank Halden GmbH", "Hanna Grau"), idea("Tom Keller’s birthday", "Tom Keller")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            session((THANK, BIRTHDAY)),
            "Two ideas fit into 15 minutes: thank Halden GmbH, Tom Keller’s birthday.",
        ),
        (session((THANK,), minutes=1), "One idea fits into 1 minute: thank Halden GmbH."),
        (session((idea("Is it still true?"),), minutes=1), "One idea fits into 1 minute: is it still true?"),
        (session((THANK,) * 11, minutes=60), "11 ideas fit into 60 minutes: " + "thank Halden GmbH, " * 10),
        (session((THANK,), (act(2),)), "One idea left this week: thank Halden GmbH."),
        (session((), (act(1), act(1), act(2))), "Held this week: 2 people heard from you."),
        (session((), (act(None),)), "Held this week."),
        (session(), "No idea comes up this week. What you note brings the next ones."),
    ],
)
def test_the_session_in_a_sentence(found: Session, said: str) -> None:
    assert session_words(found).startswith(said)
    assert session_words(found)[-2:] not in ("?.", "..")


def test_questions_end_the_sentence_of_the_session() -> None:
    found = session((idea("Is it still true of Ana?"), THANK, idea("Is it still true of Ben?")))
    assert session_words(found).endswith(": thank Halden GmbH, is it still true of Ana, is it still true of Ben?")


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        (
            NextUp(1, "Tom Keller", "Call", datetime(2026, 3, 13, 9, tzinfo=UTC)),
            "Next: Tom Keller, tomorrow 09:00: Call",
        ),
        (NextUp(1, "Tom Keller", "Call", date(2026, 4, 20)), "Next: Tom Keller, 20 April: Call"),
        (NextUp(1, "Ana", "", date(2026, 3, 16)), "Next: Ana, Monday"),
    ],
)
def test_what_comes_next_in_a_line(coming: NextUp, said: str) -> None:
    assert next_words(coming, TODAY, datetime.date, lambda at: f"{at:%H:%M}") == said
