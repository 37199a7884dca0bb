"""One line becomes an entry: kind, person, and whatever else was said before the colon; the text as typed."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.entries import ENTRY_KINDS, kind_of
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.errors import KnownError
from relapp.domain.quick_entry import Misread, Understood, readings, split_head

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 12, 10, 12, 5, 9, tzinfo=BERLIN)
NOW_UTC = datetime(2026, 3, 12, 9, 12, 5, tzinfo=UTC)


def first(line: str) -> Understood:
    return readings(line, NOW)[0]


def test_the_line_of_the_book() -> None:
    assert first("call tom keller yesterday 16:00 20 min: plant in drammen") == Understood(
        kind=kind_of("call"),
        person_words="tom keller",
        at=datetime(2026, 3, 11, 15, tzinfo=UTC),
        minutes=20,
        direction=Direction.OUT,
        outcome=Outcome.SPOKE,
        text="plant in drammen",
    )


@pytest.mark.parametrize(
    ("line", "kind", "person", "minutes", "direction", "outcome"),
    [
        ("call tom: x", "call", "tom", None, "out", "spoke"),
        ("  Phoned  Tom  Keller : x", "call", "Tom Keller", None, "out", "spoke"),
        ("phone call tom 1 h 30: x", "call", "tom", 90, "out", "spoke"),
        ("call tom no answer: x", "call", "tom", None, "out", "no_answer"),
        ("call tom left a message 2 min: x", "call", "tom", 2, "out", "left_message"),
        ("call tom in: x", "call", "tom", None, "in", "spoke"),
        ("call tom in 20 min: x", "call", "tom", 20, "in", "spoke"),
        ("call from tom: x", "call", "tom", None, "in", "spoke"),
        ("email tom: x", "email", "tom", None, "out", None),
        ("e-mail tom in: x", "email", "tom", None, "in", None),
        ("mail to tom: x", "email", "tom", None, "out", None),
        ("video call tom: x", "video", "tom", None, "out", "spoke"),
        ("lunch with tom, 1h: x", "lunch", "tom", 60, "none", None),
        ("note on tom: x", "note", "tom", None, "none", None),
        ("gift tom in: x", "gift", "tom", None, "in", None),
        ("email tom no answer: x", "email", "tom no answer", None, "out", None),
        ("call 17: x", "call", "17", None, "out", "spoke"),
        ("call tom@keller-werk.example: x", "call", "tom@keller-werk.example", None, "out", "spoke"),
        ("call 山田太郎 in: x", "call", "山田太郎", None, "in", "spoke"),
    ],
)
def test_what_the_head_says(
    line: str, kind: str, person: str, minutes: int | None, direction: str, outcome: str | None
) -> None:
    understood = first(line)
    assert (understood.kind.key, understood.person_words, understood.minutes) == (kind, person, minutes)
    assert (understood.direction, understood.outcome, understood.at) == (direction, outcome, NOW_UTC)


@pytest.mark.parametrize(
    "head",
    [
        "call tom keller fri 16:00 20 min in",
        "call tom keller in 20 min fri 16:00",
        "call tom keller 20 min 16:00 fri in",
        "call from tom keller 20m, 16:00 fri",
        "call tom keller 16:00 fri spoke in 20 min",
    ],
)
def test_the_order_at_the_end_of_the_head_is_free(head: str) -> None:
    understood = first(head + ": x")
    assert understood.person_words == "tom keller"
    assert (understood.at, understood.minutes) == (datetime(2026, 3, 13, 15, tzinfo=UTC), 20)
    assert understood.direction is Direction.IN


def test_a_bare_weekday_is_the_next_one_after_today_and_next_that_of_next_week() -> None:
    assert first("call tom fri: x").at == datetime(2026, 3, 13, 9, 12, 5, tzinfo=UTC)
    assert first("call tom thu: x").at == datetime(2026, 3, 19, 9, 12, 5, tzinfo=UTC)
    assert first("call tom next fri 10:00: x").at == datetime(2026, 3, 20, 9, tzinfo=UTC)
    sunday = datetime(2026, 3, 15, 10, tzinfo=BERLIN)
    assert readings("call tom next fri: x", sunday, 6)[0].at == datetime(2026, 3, 27, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "head", "text"),
    [
        ("call tom 16:00: ask: why", "call tom 16:00", "ask: why"),
        ("call tom 16:00", "call tom 16:00", ""),
        ("call tom:", "call tom", ""),
        ("call tom: ", "call tom", ""),
        ("call tom:  \ttwo\tblanks \t", "call tom", " \ttwo\tblanks \t"),
        ("call tom:\nsecond line\n", "call tom", "second line\n"),
        ("call tom:text", "call tom:text", ""),
        ("note tom: =1+1", "note tom", "=1+1"),
        ("", "", ""),
        (":", "", ""),
    ],
)
def test_the_head_ends_at_the_first_colon_with_a_blank_behind(line: str, head: str, text: str) -> None:
    assert split_head(line) == (head, text)


@given(st.text())
def test_the_text_is_kept_as_typed(text: str) -> None:
    assert first(f"note tom: {text}").text == text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("call will friday: x", ["will", "will friday"]),
        ("call anna may: x", ["anna may"]),
        ("call in park: x", ["in park"]),
        ("call tom in: x", ["tom", "tom in"]),
        ("call to van: x", ["van", "to van"]),
        ("call mon: x", ["mon"]),
        ("call tom 4 pm: x", ["tom", "tom 4 pm"]),
    ],
)
def test_names_that_end_like_a_time_are_offered_too(line: str, names: list[str]) -> None:
    assert [understood.person_words for understood in readings(line, NOW)] == names


def test_a_longer_name_leaves_the_rest_to_be_read() -> None:
    plain, surname = readings("call will friday 20 min: x", NOW)[:2]
    assert (plain.person_words, plain.at.day, plain.minutes) == ("will", 13, 20)
    assert (surname.person_words, surname.at, surname.minutes) == ("will friday", NOW_UTC, 20)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Begin with what it was"),
        (": text", "Begin with what it was"),
        ("tom keller: text", "“tom” is no kind of entry; begin with one of: call, email"),
        ("call: text", "Say who it was with, for instance: call tom keller"),
        ("call , ,: text", "Say who it was with, for instance: call tom keller"),
        ("video call", "Say who it was with, for instance: video tom keller"),
        ("x" * 5000, "x…” is no kind of entry"),
    ],
)
def test_a_line_that_is_no_entry_is_refused_in_a_sentence(line: str, sentence: str) -> None:
    with pytest.raises(Misread) as refused:
        readings(line, NOW)
    assert isinstance(refused.value, KnownError)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300


_WORDS = "call tom fri in out 20 min 1 h 30 16:00 yesterday no answer left a message from to next 3 weeks ago : x: ,"


@given(st.one_of(st.text(), st.lists(st.sampled_from(_WORDS.split(" ")), max_size=14).map(" ".join)))
def test_any_line_is_read_or_refused(rest: str) -> None:
    try:
        found = readings(f"call {rest}", NOW)
    except Misread:
        return
    head = split_head(f"call {rest}")[0]
    assert len({understood.person_words for understood in found}) == len(found) > 0
    for understood in found:
        assert understood.person_words.split()[0] in head.replace(",", " , ").split() + head.split()
        assert understood.at.tzinfo is UTC


@pytest.mark.parametrize("word", [word for kind in ENTRY_KINDS for word in kind.words])
def test_each_word_of_each_kind_begins_a_line(word: str) -> None:
    assert word in first(f"{word.upper()} tom: x").kind.words


def test_a_pasted_page_is_read_at_once() -> None:
    assert first("call " + "in 3 weeks " * 20_000).kind.key == "call"
