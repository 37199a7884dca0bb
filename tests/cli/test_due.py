"""`due` foretells what will pop up: as JSON for programs, as lines for people; it delivers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def tom(typed: Command, path: Path) -> int:
    """Tom Keller is in the file, the hours are those of the worked cases."""
    card = path.with_name("tom.vcf")
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Tom Keller\nBDAY:--0315\nEND:VCARD\n")
    assert typed("import", card).status == 0
    assert typed("hours", "zone", "Europe/Berlin").status == 0
    assert typed("hours", "set", "mon-fri 09:00-12:30, 13:30-17:30").status == 0
    return 1


def plan(typed: Command, what: str, due: str, *more: str) -> int:
    return int(typed("follow-up", "add", "--person", "Tom Keller", "--what", what, "--due", due, *more).out)


def test_what_will_pop_up_with_when_and_why(typed: Command, tom: int) -> None:
    one = plan(typed, "Ask for the plan", "2026-03-14T11:00")
    (due,) = typed("due", "--from", "2026-03-12", "--until", "2026-03-20", "--json").json()
    reason = due.pop("reason")
    assert reason
    assert due == {
        "id": one,
        "person": tom,
        "what": "Ask for the plan",
        "due": "2026-03-14T10:00:00Z",
        "deliver_at": "2026-03-16T08:00:00Z",
        "digest": False,
        "late": True,
    }


def test_in_order_of_delivery_and_only_within_the_window(typed: Command, tom: int) -> None:
    last = plan(typed, "Last", "2026-03-13T10:00")
    first = plan(typed, "First", "2026-03-12T16:00")
    beyond = plan(typed, "Beyond", "2026-03-13T10:01")
    window = ("due", "--from", "2026-03-12", "--until", "2026-03-13T10:01", "--json")
    found = [one["id"] for one in typed(*window).json()]
    assert found == [first, last]
    assert beyond not in found


def test_what_is_overdue_stands_at_its_next_opening(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2026-03-12T11:00")
    (due,) = typed("due", "--json", now="2026-03-13T20:00").json()
    assert (due["deliver_at"], due["late"]) == ("2026-03-16T08:00:00Z", True)


def test_an_all_day_one_has_a_date(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2026-03-13")
    (due,) = typed("due", "--json").json()
    assert (due["due"], due["deliver_at"]) == ("2026-03-13", "2026-03-13T08:00:00Z")


def test_repeats_stand_at_each_of_their_moments(typed: Command, tom: int) -> None:
    one = plan(typed, "Ask", "2026-03-13T10:00", "--repeat", "FREQ=WEEKLY")
    found = typed("due", "--until", "2026-03-28", "--json").json()
    assert [(each["id"], each["deliver_at"]) for each in found] == [
        (one, "2026-03-13T09:00:00Z"),
        (one, "2026-03-20T09:00:00Z"),
        (one, "2026-03-27T09:00:00Z"),
    ]


def test_changed_hours_are_looked_at_at_once(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2026-03-14T11:00")
    typed("hours", "set", "sat 10:00-16:00")
    (due,) = typed("due", "--json").json()
    assert due["deliver_at"] == "2026-03-14T10:00:00Z"


def test_never_open_it_comes_when_it_is_due(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2026-03-14T11:00")
    typed("hours", "set", "")
    (due,) = typed("due", "--json").json()
    assert due["deliver_at"] == "2026-03-14T10:00:00Z"


def test_a_pause_is_seen(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2026-03-12T10:30")
    typed("pause", "1h")
    (due,) = typed("due", "--json").json()
    assert due["deliver_at"] == "2026-03-12T10:12:00Z"


def test_foretelling_delivers_nothing(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2026-03-12T11:00")
    assert typed("due", "--json").json() == typed("due", "--json").json() != []


def test_for_people_there_is_a_line_each(typed: Command, tom: int) -> None:
    plan(typed, "Ask for the plan", "2026-03-14T11:00")
    out = typed("due").out
    assert len(out.splitlines()) == 1
    assert out.startswith("2026-03-16 09:00 · Tom Keller · Ask for the plan · ")


def test_one_can_look_to_the_end_of_the_calendar(typed: Command, tom: int) -> None:
    plan(typed, "Ask", "2500-01-04T11:00")
    (due,) = typed("due", "--json", "--until", "9999-12-31").json()
    assert due["due"] == "2500-01-04T10:00:00Z"
    assert typed("due", "--json", "--from", "9999-12-31").json() == []
    assert typed("hours", "spans", "--from", "9999-12-31").status == 0


def test_a_word_that_is_no_moment_is_refused(typed: Command, tom: int) -> None:
    assert "is no moment" in typed("due", "--from", "soon").sentence()
