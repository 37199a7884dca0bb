"""`follow-up` as it is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from relapp.core import build
from tests.cli.conftest import Command
from tests.clocks import StandingClock


@pytest.fixture(autouse=True)
def tom(path: Path) -> int:
    """A file with Tom in it, hours in Berlin."""
    from relapp.domain.settings import ME_ZONE, WEEK

    core = build(path, StandingClock())
    core.settings.set(ME_ZONE, "Europe/Berlin")
    core.settings.set(WEEK, "mon-fri 09:00-12:30, 13:30-17:30")
    person = core.people.add("Tom Keller")
    core.close()
    return person


def added(typed: Command, *words: object) -> int:
    done = typed("follow-up", "add", "--person", "tom", *words)
    assert (done.status, done.err) == (0, ""), done
    return int(done.out)


def listed(typed: Command, *words: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = typed("follow-up", "list", "--json", *words).json()
    return found


def test_planning_for_somebody_archived_says_that_nothing_will_come(typed: Command, tom: int, path: Path) -> None:
    core = build(path, StandingClock())
    core.people.archive([tom])
    core.close()
    done = typed("follow-up", "add", "--person", tom, "--what", "Ask", "--due", "2026-03-13", "--channel", "E-Mail")
    assert (done.status, done.out.strip()) == (0, "1")
    assert done.err.startswith("Tom Keller is archived: reminders come only after") and done.err.count("\n") == 1
    assert listed(typed, "--person", str(tom))[0]["channel"] == "email"


def test_add_prints_the_id_and_list_shows_it(typed: Command, tom: int) -> None:
    id_ = added(typed, "--what", "Ask about Norway", "--due", "2026-03-12T13:00", "--channel", "call", "--urgent")
    assert listed(typed) == [
        {
            "id": id_,
            "person": tom,
            "name": "Tom Keller",
            "what": "Ask about Norway",
            "due": "2026-03-12T12:00:00Z",
            "deliver_at": "2026-03-12T12:30:00Z",
            "standing": "today",
            "snoozed_to": None,
            "closed_at": None,
            "fixed": False,
            "urgent": True,
            "channel": "call",
            "repeat": "",
            "missed": 0,
            "note": "",
        }
    ]
    assert "Ask about Norway" in typed("follow-up", "list").out


def test_a_bare_day_is_all_day(typed: Command) -> None:
    added(typed, "--what", "Card", "--due", "2026-03-15", "--fixed")
    [line] = listed(typed)
    assert (line["due"], line["deliver_at"], line["fixed"]) == ("2026-03-15", "2026-03-13T08:00:00Z", True)


def test_anyway_comes_in_quiet_time(typed: Command) -> None:
    added(typed, "--what", "Call", "--due", "2026-03-14T11:00", "--anyway")
    assert listed(typed)[0]["deliver_at"] == "2026-03-14T10:00:00Z"


def test_only_what_is_named_is_edited(typed: Command) -> None:
    id_ = added(
        typed, "--what", "Call", "--due", "2026-03-13", "--fixed", "--channel", "call", "--repeat", "after 9 days"
    )
    assert typed("follow-up", "edit", id_, "--what", "Ring").status == 0
    [line] = listed(typed)
    assert (line["what"], line["fixed"], line["channel"], line["due"]) == ("Ring", True, "call", "2026-03-13")
    assert "9" in line["repeat"]
    typed("follow-up", "edit", id_, "--no-fixed", "--channel", "none", "--repeat", "none", "--due", "2026-03-20T10:00")
    [line] = listed(typed)
    assert (line["fixed"], line["channel"], line["repeat"]) == (False, None, "")
    assert line["due"] == "2026-03-20T09:00:00Z"


def test_done_prints_the_next_of_a_repeat(typed: Command) -> None:
    id_ = added(typed, "--what", "Coffee", "--due", "2026-03-10", "--repeat", "after 30 days")
    done = typed("follow-up", "done", id_)
    assert [(line["id"], line["due"]) for line in listed(typed)] == [(int(done.out), "2026-04-11")]
    assert [line["standing"] for line in listed(typed, "--all")] == ["next", "done"]
    assert typed("follow-up", "done", id_).sentence() == "This follow-up is closed already."


def test_skip_delete_and_undo(typed: Command) -> None:
    first, second = (added(typed, "--what", what, "--due", "2026-03-13") for what in ("one", "two"))
    typed("follow-up", "skip", first)
    typed("follow-up", "delete", second)
    assert listed(typed) == []
    typed("undo")
    assert [line["what"] for line in listed(typed)] == ["two"]


def test_snooze_takes_an_instant_or_the_next_opening(typed: Command) -> None:
    id_ = added(typed, "--what", "Call", "--due", "2026-03-12T10:00")
    typed("follow-up", "snooze", id_, "next-opening")
    [line] = listed(typed)
    assert (line["snoozed_to"], line["deliver_at"]) == ("2026-03-12T12:30:00Z", "2026-03-12T12:30:00Z")
    typed("follow-up", "snooze", id_, "2026-03-14T11:00")
    assert listed(typed)[0]["deliver_at"] == "2026-03-16T08:00:00Z"
    typed("follow-up", "snooze", id_, "2026-03-14T11:00", "--anyway")
    assert listed(typed)[0]["deliver_at"] == "2026-03-14T10:00:00Z"
    assert "still to come" in typed("follow-up", "snooze", id_, "2026-03-11").sentence()


def test_what_is_closed_is_not_skipped_and_an_id_is_a_number(typed: Command) -> None:
    id_ = added(typed, "--what", "Call", "--due", "2026-03-13")
    typed("follow-up", "done", id_)
    before = typed("history").out
    assert "closed already" in typed("follow-up", "skip", id_).sentence()
    assert typed("history").out == before
    wrong = typed("follow-up", "done", "abc")
    assert wrong.status == 2
    assert "“abc” is no id" in wrong.err


def test_the_next_opening_is_meant_in_any_case(typed: Command) -> None:
    id_ = added(typed, "--what", "Call", "--due", "2026-03-12T10:00")
    assert typed("follow-up", "snooze", id_, "Next-Opening").status == 0
    assert listed(typed)[0]["snoozed_to"] == "2026-03-12T12:30:00Z"


def test_what_is_not_there_or_makes_no_sense_is_refused(typed: Command) -> None:
    assert "no longer here" in typed("follow-up", "done", 77).sentence()
    assert "no moment" in typed("follow-up", "add", "--person", "tom", "--what", "x", "--due", "2026-02-30").sentence()
    assert "no person" in typed("follow-up", "add", "--person", "zoe", "--what", "x", "--due", "2026-03-13").sentence()
    assert typed("follow-up", "done", 1 << 70).status == 2
    assert typed("follow-up").status == 2
    odd = typed("follow-up", "add", "--person", "tom", "--what", "x", "--due", "2026-03-13", "--repeat", "now and then")
    odd.sentence()
