"""`weekly` and `phrases` as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def tom(typed: Command, path: Path) -> int:
    """Tom Keller, who had an idea three weeks ago."""
    card = path.with_name("tom.vcf")
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Tom Keller\nEMAIL:tom@x.example\nEND:VCARD\n")
    assert typed("import", card).status == 0
    words = ("idea", "add", "--person", "Tom Keller", "--text", "Shorter reports", "--date", "2026-02-20")
    assert typed(*words).status == 0
    return 1


def test_the_session_then_the_others_each_with_all_that_is_needed(typed: Command, tom: int) -> None:
    found = typed("weekly", "--json").json()
    one = next(line for line in found if line["rule"] == "answer_idea")
    assert set(one) >= {"id", "rule", "person", "why", "minutes", "channel", "draft", "in_session"}
    assert (one["person"], one["channel"], one["in_session"]) == (tom, "email", True)
    assert [line["in_session"] for line in found] == sorted((line["in_session"] for line in found), reverse=True)
    assert {line["person"] for line in found} == {tom, None}


def test_a_short_session_holds_less(typed: Command, tom: int) -> None:
    found = typed("weekly", "--json", "--minutes", "1").json()
    assert found
    assert not any(line["in_session"] for line in found)
    assert typed("weekly", "--minutes", "0").status == 2


def test_done_later_and_never(typed: Command, tom: int) -> None:
    one = f"answer_idea:{tom}:1"
    assert typed("weekly", "later", one).status == 0
    assert one not in typed("weekly").out
    assert typed("undo").status == 0
    entry = typed("weekly", "done", one, "--text", "Yes", "--next", "2026-04-01").out.strip()
    assert entry.isdecimal()
    assert typed("follow-up", "list").out.count("2026-04-01") == 1
    assert "no suggestion" in typed("weekly", "never", one, "--why", "done").sentence()
    assert typed("undo").status == 0
    assert typed("weekly", "never", one, "--why", "he forgot").status == 0
    assert one not in typed("weekly", now="2027-03-12T10:12").out


def test_each_suggestion_is_one_line_whatever_it_tells(typed: Command, tom: int) -> None:
    sale = ("sale", "add", "--person", "1", "--what", "Audit\nof two lines", "--amount", "9600", "--date", "2026-03-08")
    assert typed(*sale, "--delivered", "2026-03-08").status == 0
    assert "Audit of two lines" in typed("sale", "list").out
    lines = typed("weekly").out.splitlines()[1:]
    assert lines
    assert all(line[:2] in ("* ", "- ") for line in lines)


def test_the_question_of_standing_is_answered_whole(typed: Command, tom: int) -> None:
    one = f"answer_idea:{tom}:1"
    assert "--score" in typed("weekly", "done", one, "--would-tell", "yes").sentence()
    assert typed("weekly", "done", one, "--score", "4", "--would-tell", "no").status == 0
    (mark,) = typed("standing", "list", "--json").json()
    assert (mark["score"], mark["would_tell"]) == (4, False)


def test_a_wrong_day_is_refused_before_anything_is_done(typed: Command, tom: int) -> None:
    assert "neither a day nor a moment" in typed("weekly", "done", f"answer_idea:{tom}:1", "--next", "soon").sentence()
    assert f"answer_idea:{tom}:1" in typed("weekly").out


def test_phrases_are_listed_shown_and_filled_in(typed: Command, tom: int) -> None:
    assert "Welcome a new client · welcome" in typed("phrases", "list").out.splitlines()
    assert {"name", "kind", "language", "subject", "text"} == set(typed("phrases", "list", "--json").json()[0])
    assert "{given_name}" in typed("phrases", "show", "birthday wishes").out
    used = typed("phrases", "use", "Birthday wishes", "--person", "Tom Keller")
    assert used.status == 0
    assert "Dear Tom" in used.out
    assert "{" not in used.out
    assert "what closes your e-mails" in used.err
    assert "no phrase" in typed("phrases", "show", "hat").sentence()
