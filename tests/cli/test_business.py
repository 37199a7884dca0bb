"""`sale`, `satisfaction`, `idea`, `recommendation`, `referral`, `standing` and `win-back` as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from relapp.core import build
from tests.cli.conftest import Command
from tests.clocks import StandingClock


@pytest.fixture(autouse=True)
def people(path: Path) -> None:
    """A file with Tom, person 1, and Ana, person 2, in it."""
    core = build(path, StandingClock())
    core.people.add("Tom Keller")
    core.people.add("Ana Lee")
    core.close()


def added(typed: Command, room: str, *words: object) -> int:
    done = typed(room, "add", *words)
    assert (done.status, done.err) == (0, ""), done
    return int(done.out)


def listed(typed: Command, room: str, *words: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = typed(room, "list", "--json", *words).json()
    return found


def test_a_sale_is_added_listed_and_edited(typed: Command) -> None:
    added(typed, "sale", "--person", "ana", "--what", "Valve", "--amount", "5", "--date", "2026-01-05")
    id_ = added(typed, "sale", "--person", "tom", "--what", "Pump", "--amount", "9.600 USD")
    assert listed(typed, "sale", "--person", "tom") == [
        {
            "id": id_,
            "person": 1,
            "name": "Tom Keller",
            "what": "Pump",
            "day": "2026-03-12",
            "delivered": None,
            "amount": 960000,
            "currency": "USD",
            "price": "$ 9,600",
            "note": "",
        }
    ]
    assert typed("sale", "list").out.splitlines() == [
        "2  2026-03-12  Tom Keller  Pump   $ 9,600  –",
        "1  2026-01-05  Ana Lee     Valve  € 5      –",
    ]
    typed("sale", "edit", id_, "--amount", "12.50", "--delivered", "2026-03-20", "--date", "2026-03-11")
    [line] = listed(typed, "sale", "--person", "tom")
    assert (line["amount"], line["currency"], line["delivered"]) == (1250, "USD", "2026-03-20")
    assert (line["what"], line["day"]) == ("Pump", "2026-03-11")
    typed("sale", "edit", id_, "--amount", "9", "--currency", "jpy", "--delivered", "none", "--person", "ana")
    assert [(one["amount"], one["currency"], one["delivered"]) for one in listed(typed, "sale", "--person", "ana")] == [
        (9, "JPY", None),
        (500, "EUR", None),
    ]
    typed("sale", "delete", id_)
    typed("undo")
    assert len(listed(typed, "sale")) == 2


def test_marks_and_win_backs(typed: Command) -> None:
    id_ = added(typed, "satisfaction", "--person", "tom", "--score", 9, "--words", "On time")
    typed("satisfaction", "edit", id_, "--score", 10)
    assert [(one["score"], one["words"]) for one in listed(typed, "satisfaction")] == [(10, "On time")]
    added(typed, "standing", "--person", "tom", "--score", 4, "--would-tell", "no")
    assert [(one["score"], one["would_tell"]) for one in listed(typed, "standing")] == [(4, False)]
    assert typed("standing", "list").out == "1  2026-03-12  Tom Keller  4  no\n"
    added(typed, "win-back", "--person", "tom", "--reason", "price", "--note", "Twice as much")
    [line] = listed(typed, "win-back")
    assert (line["reason"], line["note"]) == ("price", "Twice as much")
    assert line["next_step"].endswith(".")


def test_an_idea_is_answered(typed: Command) -> None:
    first, second = (added(typed, "idea", "--person", "tom", "--text", text) for text in ("A red one", "A blue one"))
    typed("idea", "answer", first, "--text", "In May", now="2026-03-14T09:00")
    assert [one["id"] for one in listed(typed, "idea", "--open")] == [second]
    assert [(one["answered"], one["answer"]) for one in listed(typed, "idea")] == [(None, ""), ("2026-03-14", "In May")]


def test_a_recommendation_is_given_once(typed: Command) -> None:
    id_ = added(typed, "recommendation", "--kind", "book", "--title", "The sea", "--interests", "sailing, history")
    assert typed("recommendation", "give", id_, "--person", "tom").status == 0
    assert "already" in typed("recommendation", "give", id_, "--person", "tom").sentence()
    typed("recommendation", "edit", id_, "--title", "The hill", "--kind", "film", "--note", "Long")
    [line] = listed(typed, "recommendation")
    assert line == {
        "id": id_, "kind": "film", "title": "The hill", "interests": ["sailing", "history"], "note": "Long"
    }  # fmt: skip
    assert typed("recommendation", "list").out == "1  film  The hill  sailing, history  Long\n"
    assert [one["day"] for one in listed(typed, "recommendation", "--person", "tom")] == ["2026-03-12"]


def test_a_referral_links_whom_it_names_in_full(typed: Command) -> None:
    for whom in ("ana lee", "Ana", "Zoe Hart"):
        added(typed, "referral", "--person", "tom", "--whom", whom, "--date", "2026-03-10")
    typed("referral", "thank", 1)
    typed("referral", "tell", 1, "--date", "2026-03-11")
    found = [(one["referred"], one["whom"], one["thanked"], one["told"]) for one in listed(typed, "referral")]
    assert found == [
        (None, "Zoe Hart", None, None),
        (None, "Ana", None, None),
        (2, "Ana Lee", "2026-03-12", "2026-03-11"),
    ]


def test_what_makes_no_sense_is_refused(typed: Command) -> None:
    sale = ("sale", "add", "--person", "tom", "--what", "x")
    for words, sentence in (
        ((*sale, "--amount", "a lot"), "“a lot” is no amount"),
        ((*sale, "--amount", "-5"), "below zero"),
        ((*sale, "--amount", "5 USD", "--currency", "EUR"), "is not in EUR"),
        ((*sale, "--amount", "5", "--date", "2026-02-30"), "is no day"),
        (("sale", "edit", "7", "--what", "x"), "no longer here"),
        (("satisfaction", "add", "--person", "tom", "--score", "11"), "from 0 to 10"),
        (("standing", "add", "--person", "zoe", "--score", "1"), "no person"),
    ):
        assert sentence in typed(*words).sentence()
    added(typed, *("sale", "--person", "tom", "--what", "x", "--amount", "5"))
    assert "with --amount" in typed("sale", "edit", "1", "--currency", "USD").sentence()
    assert typed("sale", "delete", "abc").status == 2
    assert typed("win-back", "add", "--person", "tom", "--reason", "bored").status == 2
