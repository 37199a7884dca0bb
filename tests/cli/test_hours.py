"""hours and pause: what they change, what they print, and what they refuse in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from relapp.core import Core, build
from tests.cli.conftest import Command, Ended
from tests.clocks import StandingClock

SPLIT = "mon-fri 09:00-12:30, 13:30-17:30"


def opened(path: Path) -> Core:
    return build(path, StandingClock())


def spans(typed: Command, first: str, until: str) -> list[list[str]]:
    ended = typed("hours", "spans", "--from", first, "--until", until, "--json")
    assert ended.status == 0
    found: list[list[str]] = ended.json()
    return found


def test_the_default_week(typed: Command) -> None:
    ended = typed("hours", "show")
    assert ended == (0, "Europe/Berlin: mon-fri 09:00-17:00\nurgent: A by call, 08:00-20:00\n", "")
    assert spans(typed, "2026-03-12", "2026-03-14") == [
        ["2026-03-12T08:00:00Z", "2026-03-12T16:00:00Z"],
        ["2026-03-13T08:00:00Z", "2026-03-13T16:00:00Z"],
    ]


def test_set_replaces_the_week_however_it_is_spaced(typed: Command) -> None:
    ended = typed("hours", "set", "mon - thu 9:00-12:30,13:30 - 17:30 ;fri 09:00-14:00")
    assert ended == (0, "Europe/Berlin: mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00\n", "")
    assert typed("hours", "set", "sat", "22:00-02:00").out == "Europe/Berlin: sat 22:00-02:00\n"
    assert spans(typed, "2026-03-09", "2026-03-16") == [["2026-03-14T21:00:00Z", "2026-03-15T01:00:00Z"]]
    assert typed("hours", "set", "").out == "Europe/Berlin: never open\n"
    assert spans(typed, "2026-03-09", "2026-03-16") == []


def test_spans_are_clipped_and_read_without_json(typed: Command) -> None:
    typed("hours", "set", SPLIT)
    assert spans(typed, "2026-03-12T10:00", "2026-03-12T14:00") == [
        ["2026-03-12T09:00:00Z", "2026-03-12T11:30:00Z"],
        ["2026-03-12T12:30:00Z", "2026-03-12T13:00:00Z"],
    ]
    assert spans(typed, "2026-03-12T10:00:00Z", "2026-03-12T10:00:00Z") == []
    plain = typed("hours", "spans", "--until", "2026-03-13", now="2026-03-12T16:00")
    assert plain.out.startswith("2026-03-12 16:00–17:30")
    typed("hours", "set", "fri 22:00-02:00")
    assert typed("hours", "spans").out == "2026-03-13 22:00 – 2026-03-14 02:00\n"


def test_the_clock_changes(typed: Command) -> None:
    typed("hours", "set", "sun 02:00-04:00")
    assert spans(typed, "2026-03-29", "2026-03-30") == [["2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"]]
    typed("hours", "set", "sun 02:00-03:00")
    assert spans(typed, "2026-10-25", "2026-10-26") == [["2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"]]


def test_another_zone(typed: Command) -> None:
    assert typed("hours", "zone", "america/new york").out == "America/New_York: mon-fri 09:00-17:00\n"
    assert spans(typed, "2026-03-12", "2026-03-13") == [["2026-03-12T13:00:00Z", "2026-03-12T21:00:00Z"]]


def test_closing_and_opening_again(typed: Command) -> None:
    assert typed("hours", "close", "2026-03-09..2026-03-13", "--title", "Leave").out == (
        "Closed 2026-03-09..2026-03-13.\n"
    )
    assert "closed 2026-03-09..2026-03-13 · Leave" in typed("hours", "show").out.splitlines()
    assert spans(typed, "2026-03-09", "2026-03-16") == []
    assert typed("hours", "reopen", "2026-03-10..2026-03-11").out == "No longer closed: 2026-03-10..2026-03-11.\n"
    assert [one[0][:10] for one in spans(typed, "2026-03-09", "2026-03-16")] == ["2026-03-10", "2026-03-11"]
    shown = typed("hours", "show").out.splitlines()
    assert {"closed 2026-03-09 · Leave", "closed 2026-03-12..2026-03-13 · Leave"} <= set(shown)
    assert typed("hours", "reopen", "2026-03-10").out == "Nothing was closed on 2026-03-10.\n"
    assert typed("hours", "close", "2020-01-01").out == "Closed 2020-01-01.\n"
    typed("undo")
    assert spans(typed, "2020-01-01", "2020-01-02") == [["2020-01-01T08:00:00Z", "2020-01-01T16:00:00Z"]]


def test_an_extra_opening(typed: Command) -> None:
    assert typed("hours", "open", "2026-03-14", "10:00 - 12:00").out == "Open on 2026-03-14, 10:00-12:00.\n"
    assert spans(typed, "2026-03-14", "2026-03-15") == [["2026-03-14T09:00:00Z", "2026-03-14T11:00:00Z"]]
    ended = typed("hours", "open", "2026-03-15", "10:00-10:30, 23:00-01:00", "--channel", "EMAIL")
    assert ended.out == "Open on 2026-03-15, 10:00-10:30, 23:00-01:00.\n"
    assert spans(typed, "2026-03-15", "2026-03-16T08:00") == []
    assert "open 2026-03-15 10:00-10:30 · email" in typed("hours", "show").out


def test_public_holidays(typed: Command) -> None:
    assert typed("hours", "holidays", "de-be").out.startswith("Public holidays of DE-BE: ")
    assert spans(typed, "2026-04-02", "2026-04-08") == [
        ["2026-04-02T07:00:00Z", "2026-04-02T15:00:00Z"],
        ["2026-04-07T07:00:00Z", "2026-04-07T15:00:00Z"],
    ]
    assert typed("hours", "holidays", "DE-BE", "--off", "good friday", "--off", "Ostermontag").status == 0
    assert [one[0][:10] for one in spans(typed, "2026-04-02", "2026-04-08")] == [
        "2026-04-02",
        "2026-04-03",
        "2026-04-06",
        "2026-04-07",
    ]
    typed("hours", "holidays", "DE")
    assert len(spans(typed, "2026-04-03", "2026-04-04")) == 1, "what was switched off stays off"
    assert typed("hours", "holidays", "none").out == "No public holidays.\n"
    assert len(spans(typed, "2026-12-25", "2026-12-26")) == 1


def test_what_is_urgent(typed: Command) -> None:
    ended = typed("hours", "urgent", "--tiers", "a,B", "--channels", "message, call", "--between", "07:00-22:00")
    assert ended.out == "urgent: A,B by call,message, 07:00-22:00\n"
    assert typed("hours", "urgent", "--tiers", "none").out == "urgent: none by call,message, 07:00-22:00\n"
    assert typed("hours", "urgent").out == "urgent: none by call,message, 07:00-22:00\n"


def test_the_hours_of_somebody_else(typed: Command, path: Path) -> None:
    core = opened(path)
    tom = core.people.add("Tom Keller", emails=["tom@example.org"])
    core.close()
    assert typed("hours", "of", "tom keller", "zone", "America/New_York").out == (
        "Tom Keller · America/New_York: hours not known\n"
    )
    assert typed("hours", "of", "tom@example.org", "set", "mon-fri 9-17").out == (
        "Tom Keller · America/New_York: mon-fri 09:00-17:00\n"
    )
    core = opened(path)
    theirs = core.hours.theirs(tom)
    core.close()
    assert theirs is not None and theirs.zone == "America/New_York"
    assert typed("hours", "of", tom, "set", "").out == "Tom Keller · America/New_York: hours not known\n"


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("1h", "2026-03-12 11:12"),
        ("90 min", "2026-03-12 11:42"),
        ("next-opening", "2026-03-13 09:00"),
        ("2026-03-16", "2026-03-16 00:00"),
        ("2026-03-16T08:00", "2026-03-16 08:00"),
    ],
)
def test_a_pause(typed: Command, text: str, until: str) -> None:
    assert typed("pause", text) == (0, f"Paused until {until}.\n", "")
    assert typed("hours", "show").out.endswith(f"Paused until {until}.\n")
    assert typed("hours", "show", now="2026-03-16T08:00").out.endswith("20:00\n"), "it is over by then"
    assert typed("pause", "off").out == "No pause.\n"
    assert "Paused" not in typed("hours", "show").out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("hours", "set", "mon 25:00-26:00"), "“mon 25:00-26:00” are no hours"),
        (("hours", "zone", "Mars"), "“Mars” is no time zone"),
        (("hours", "close", "2026-03-10..2026-03-09"), "is before the first"),
        (("hours", "close", "soon"), "“soon” is no day"),
        (("hours", "close", "2026-02-30"), "“2026-02-30” is no day"),
        (("hours", "close", "2026-03-10.."), "“” is no day"),
        (("hours", "reopen", "..2026-03-10"), "“” is no day"),
        (("hours", "open", "2026-03-14", "ten"), "“ten” is no time to be open"),
        (("hours", "open", "2026-03-14", "10:00-11:00", "--channel", "owl"), "“owl” is none of call, video"),
        (("hours", "holidays", "XX"), "no public holidays of “XX”"),
        (("hours", "holidays", "DE-XX"), "no region “XX” in DE"),
        (("hours", "holidays", "DE", "--off", "Towel Day"), "called “Towel Day”"),
        (("hours", "urgent", "--tiers", "D"), "“D” is none of A, B, C"),
        (("hours", "urgent", "--channels", "owl"), "“owl” is none of"),
        (("hours", "urgent", "--between", "8"), "“8” is no time of day"),
        (("hours", "spans", "--from", "soon"), "“soon” is no moment"),
        (("hours", "of", "nobody", "zone", "Europe/Oslo"), "no person “nobody”"),
        (("pause", "soon"), "“soon” is no pause"),
        (("pause", "2026-03-12T10:00"), "A pause ends in the future"),
    ],
)
def test_a_refusal_is_one_sentence(typed: Command, words: tuple[str, ...], part: str) -> None:
    before = typed("history", "--json").json()
    assert part in typed(*words).sentence()
    assert typed("history", "--json").json() == before


def test_no_next_opening_to_pause_until(typed: Command) -> None:
    typed("hours", "set", "")
    assert "No open time begins" in typed("pause", "next-opening").sentence()


def test_show_tells_the_holidays_of_the_year_ahead(typed: Command) -> None:
    typed("hours", "holidays", "DE-BE")
    days = [line.split()[1] for line in typed("hours", "show").out.splitlines() if line.startswith("closed ")]
    assert days[0] == "2026-04-03" and days[-1] == "2027-03-08"


def test_each_act_is_one_change_with_a_title(typed: Command) -> None:
    typed("hours", "set", SPLIT)
    typed("hours", "holidays", "NO")
    typed("hours", "open", "2026-03-14", "10:00-11:00, 12:00-13:00")
    typed("pause", "1h")
    titles = [one["title"] for one in typed("history", "--json").json()]
    assert titles == [
        "Paused until 2026-03-12 11:12",
        "Open on 2026-03-14, 10:00-11:00",
        "Public holidays: NO",
        f"Business hours: {SPLIT}",
    ]
    for _ in titles:
        assert typed("undo").status == 0
    assert typed("hours", "show").out == "Europe/Berlin: mon-fri 09:00-17:00\nurgent: A by call, 08:00-20:00\n"


def test_none_is_meant_in_any_case(typed: Command) -> None:
    assert typed("hours", "urgent", "--tiers", "None").out == "urgent: none by call, 08:00-20:00\n"


def test_wrong_usage_ends_with_two(typed: Command) -> None:
    for words in (("hours",), ("hours", "paint"), ("hours", "set"), ("pause",)):
        ended: Ended = typed(*words)
        assert (ended.status, ended.out) == (2, "")
