"""Log, search, history, undo, check: what they print, in words and as JSON, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest

from relapp.core import Core, build
from relapp.domain.pages import TimelineOf
from relapp.domain.settings import ME_ZONE
from tests.cli.conftest import Command
from tests.clocks import StandingClock


@pytest.fixture
def people(path: Path) -> dict[str, int]:
    """Four people in the file: two Toms, one Tom Keller, and Ana."""
    core = opened(path)
    found = {
        "keller": core.people.add("Tom Keller", emails=["tom@example.org"], organisation="Keller Werk"),
        "berg": core.people.add("Tom Berg", title="Chair"),
        "ana": core.people.add("Ana Castéll"),
        "double": core.people.add("Ana Castéll"),
    }
    core.close()
    return found


def opened(path: Path) -> Core:
    return build(path, StandingClock())


def text_of(path: Path, entry: int) -> str:
    core = opened(path)
    try:
        return core.entries.get(entry).text
    finally:
        core.close()


# --- log


def test_a_line_is_logged(typed: Command, path: Path, people: dict[str, int]) -> None:
    ended = typed("log", "call tom keller yesterday 16:00 20 min: plant in drammen")
    assert ended == (0, "Call with Tom Keller, 2026-03-11T15:00:00Z: entry 1.\n", "")
    core = opened(path)
    entry = core.entries.get(1)
    assert (entry.kind, entry.minutes, entry.people) == ("call", 20, (people["keller"],))
    core.close()


def test_a_line_plans_a_follow_up_too(typed: Command, path: Path, people: dict[str, int]) -> None:
    ended = typed("log", "call tom keller: wants a plan, follow up next fri 10:00")
    assert ended.out.splitlines()[1:] == ["Follow-up planned: 2026-03-20T09:00:00Z."]
    assert text_of(path, 1) == "wants a plan"
    core = opened(path)
    assert [one.what for one in core.follow_ups.of_person(people["keller"])] == ["Wants a plan"]
    core.close()
    assert typed("log", "call tom keller, follow up tomorrow").out.endswith("Follow-up planned: 2026-03-13.\n")


def test_the_words_may_stand_alone_and_the_text_is_kept_as_typed(typed: Command, path: Path, people: object) -> None:
    assert typed("log", "note", "tom", "keller:", "a  b").status == 0
    assert typed("log", "note tom keller: \ttab\tand  blanks: 10:30 ").status == 0
    assert text_of(path, 1) == "a  b"
    assert text_of(path, 2) == "\ttab\tand  blanks: 10:30 "


def test_somebody_unknown_is_not_made_up(typed: Command, people: object) -> None:
    assert typed("log", "call zoe: x").sentence() == "There is no person “zoe”."


def test_who_fits_several_is_asked_for_in_one_line(typed: Command, people: dict[str, int]) -> None:
    said = typed("log", "call tom: x").sentence()
    assert said == "“tom” fits several people: Tom Berg (Chair); Tom Keller (tom@example.org)."
    said = typed("log", "call ana castell: x").sentence()
    assert (
        said == f"“ana castell” fits several people: Ana Castéll ({people['ana']}); Ana Castéll ({people['double']})."
    )


def test_a_line_that_is_no_entry_is_refused(typed: Command, people: object) -> None:
    assert "is no kind of entry" in typed("log", "sing tom keller: x").sentence()


@pytest.mark.parametrize(
    ("now", "logged"),
    [
        ("2026-03-12T10:12", "2026-03-12T09:12:00Z"),
        ("2026-03-12T10:12Z", "2026-03-12T10:12:00Z"),
        ("2026-03-12T10:12:05+05:30", "2026-03-12T04:42:05Z"),
        ("2026-03-12", "2026-03-11T23:00:00Z"),
    ],
)
def test_the_moment_given_replaces_the_clock(typed: Command, people: object, now: str, logged: str) -> None:
    """An instant without an offset is in my zone."""
    assert logged in typed("log", "note tom keller: x", now=now).out


def test_my_zone_is_the_one_in_the_file(typed: Command, path: Path, people: object) -> None:
    core = opened(path)
    core.settings.set(ME_ZONE, "Asia/Tokyo")
    core.close()
    assert "2026-03-12T01:12:00Z" in typed("log", "note tom keller: x", now="2026-03-12T10:12").out


# --- search


def test_search_says_what_it_found(typed: Command, people: dict[str, int]) -> None:
    typed("log", "note tom keller: the plant in Tromsø")
    assert typed("search", "tromso").out == "entry · Note · Tom Keller · the plant in Tromsø\n"
    assert typed("search", "tromso", "--json").json() == [
        {
            "kind": "entry",
            "id": 1,
            "title": "Note · Tom Keller",
            "snippet": "the plant in Tromsø",
            "person": people["keller"],
        }
    ]


def test_search_tells_every_kind_in_the_same_keys(typed: Command, people: dict[str, int]) -> None:
    hits = typed("search", "keller", "--json").json()
    assert [list(hit) for hit in hits] == [["kind", "id", "title", "snippet", "person"]] * 2
    assert [(hit["kind"], hit["title"], hit["person"]) for hit in hits] == [
        ("person", "Tom Keller", people["keller"]),
        ("organisation", "Keller Werk", None),
    ]


@pytest.mark.parametrize("text", ["", "%", '"', "AND", "nothing like it", "\ud800\udcff", "*:^"])
def test_nothing_found_is_an_empty_list(typed: Command, people: object, text: str) -> None:
    assert typed("search", "--json", text) == (0, "[]\n", "")
    assert typed("search", text) == (0, "", "")


# --- history, undo, check


def test_the_history_lists_what_was_done_newest_first(typed: Command, people: object) -> None:
    typed("log", "note tom keller: x")
    rows = typed("history", "--json").json()
    assert [row["title"] for row in rows][:2] == ["Note with Tom Keller", "Ana Castéll added"]
    assert rows[0] == {
        "id": rows[0]["id"],
        "at": "2026-03-12T09:12:00Z",
        "title": "Note with Tom Keller",
        "done": True,
        "finished": True,
    }
    assert typed("history").out.splitlines()[0] == f"{rows[0]['id']} · 2026-03-12T09:12:00Z · Note with Tom Keller"


def test_the_latest_change_is_undone(typed: Command, path: Path, people: object) -> None:
    typed("log", "note tom keller: x")
    assert typed("undo") == (0, "Undone: Note with Tom Keller\n", "")
    assert typed("history").out.splitlines()[0].endswith("Note with Tom Keller · undone")
    assert typed("undo").out == "Undone: Ana Castéll added\n"
    assert typed("check").status == 0


def test_any_change_is_undone_by_its_id(typed: Command, path: Path, people: dict[str, int]) -> None:
    typed("log", "note tom keller: first")
    typed("log", "note tom berg: second")
    first = typed("history", "--json").json()[1]["id"]
    assert typed("undo", first).status == 0
    core = opened(path)
    assert core.entries.count(TimelineOf(person=people["keller"])) == 0
    assert core.entries.count(TimelineOf(person=people["berg"])) == 1
    core.close()
    assert "There is no change" in typed("undo", first).sentence()
    assert "There is no change 999" in typed("undo", 999).sentence()


def test_what_later_work_stands_on_is_not_undone_and_says_so(typed: Command, people: object) -> None:
    added = typed("history", "--json").json()[-1]["id"]
    typed("log", "note tom keller: x")
    assert "something added later hangs on it" in typed("undo", added).sentence()


def test_there_may_be_nothing_to_undo(typed: Command) -> None:
    assert typed("undo").sentence() == "There is nothing to undo."
    assert typed("history", "--json") == (0, "[]\n", "")


def test_check_says_that_all_is_well_or_what_is_not(typed: Command, path: Path, people: object) -> None:
    assert typed("check") == (0, f"{path} is sound.\n", "")
    core = opened(path)
    core.desk.db.execute("DELETE FROM roster WHERE person_id = 1")
    core.close()
    assert typed("check").sentence() == "1 people are missing in the list."


def test_a_command_lets_planned_entries_count_whose_time_has_come(
    typed: Command, path: Path, people: dict[str, int]
) -> None:
    typed("log", "meeting tom keller tomorrow 9:00: planned")
    core = opened(path)
    assert core.people.file(people["keller"]).rhythm.last_contact is None
    core.close()
    typed("history", now="2026-03-14T10:00")
    core = opened(path)
    assert core.people.file(people["keller"]).rhythm.last_contact is not None
    core.close()
