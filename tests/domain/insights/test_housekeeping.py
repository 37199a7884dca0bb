"""One's own entrance, a line a month."""

from __future__ import annotations

from datetime import date

from relapp.domain.insights.housekeeping import Candidate, find

LINES = [Candidate(line) for line in ("website", "profile", "voicemail", "signature", "photo")]


def test_it_reads_well() -> None:
    (found,) = find(LINES[:4], date(2026, 3, 12))
    assert (found.person, found.title, found.about) == (None, "voicemail", "2026-03")
    assert found.short == "your own entrance, in March"
    assert found.facts == ("Line 3 of 4 of your list",)


def test_every_line_has_its_turn() -> None:
    months = [date(2026 + month // 12, month % 12 + 1, 1) for month in range(20)]
    turns = [one.title for month in months for one in find(LINES, month)]
    assert turns[:5] == turns[5:10] == turns[10:15] == turns[15:]
    assert set(turns) == {one.line for one in LINES}


def test_a_month_has_one_act_however_often_it_is_asked_for() -> None:
    assert list(find(LINES, date(2026, 3, 1))) == list(find(LINES, date(2026, 3, 31)))


def test_an_empty_list_says_nothing() -> None:
    assert list(find([], date(2026, 3, 12))) == []
