"""`today` tells what the page of that name shows: in lines for people, as JSON for programs, at the moment given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def tom(typed: Command, path: Path) -> int:
    """Tom Keller has a birthday on Sunday; it is open as in the worked cases."""
    card = path.with_name("tom.vcf")
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Tom Keller\nBDAY:19860315\nEND:VCARD\n")
    assert typed("import", card).status == 0
    assert typed("hours", "zone", "Europe/Berlin").status == 0
    assert typed("hours", "set", "mon-fri 09:00-12:30, 13:30-17:30").status == 0
    return 1


def plan(typed: Command, what: str, due: str) -> int:
    return int(typed("follow-up", "add", "--person", "Tom Keller", "--what", what, "--due", due).out)


def test_as_json_it_holds_all_that_the_page_does(typed: Command, tom: int) -> None:
    late, today = plan(typed, "Send the plan", "2026-03-10"), plan(typed, "Call", "2026-03-12T15:00")
    found = typed("today", "--json").json()
    assert (found["date"], found["waiting"]) == ("2026-03-12", 1)
    assert found["open"] == [
        ["2026-03-12T08:00:00Z", "2026-03-12T11:30:00Z"],
        ["2026-03-12T12:30:00Z", "2026-03-12T16:30:00Z"],
    ]
    assert found["greeting"] == "Good morning. 1 person is waiting for you."
    assert found["follow_ups"] == [
        {
            "id": late,
            "person": tom,
            "name": "Tom Keller",
            "what": "Send the plan",
            "due": "2026-03-10",
            "standing": "overdue",
        },
        {
            "id": today,
            "person": tom,
            "name": "Tom Keller",
            "what": "Call",
            "due": "2026-03-12T14:00:00Z",
            "standing": "today",
        },
    ]
    assert [(one["what"], one["day"], one["years"]) for one in found["coming"]] == [("birthday", "2026-03-15", 40)]
    assert found["weekly"]["name"] == "Friday 15"
    assert found["weekly"]["next"] == "2026-03-13T14:00:00Z"
    assert found["cadences"] == found["answers"] == found["quiet"] == []


def test_in_lines_it_goes_by_the_moment_given(typed: Command, tom: int) -> None:
    plan(typed, "Send the plan", "2026-03-13")
    lines = typed("today", now="2026-03-14T11:00").out.splitlines()
    assert lines[:4] == [
        "Good morning. You are closed today; 1 person can wait until Monday.",
        "Saturday 14 March · closed today · Europe/Berlin",
        "Overdue · Tom Keller · Send the plan · 2026-03-13",
        "Coming up · Tom Keller turns 40 · tomorrow",
    ]
    assert lines[-1].startswith("Friday 15 · ")


def test_an_empty_file_has_a_calm_day(typed: Command) -> None:
    out = typed("today").out
    assert out.startswith("Good morning. Nobody is waiting for you.\nThursday 12 March · open 09:00–17:00 · ")
    assert typed("today", "--json").json()["follow_ups"] == []
