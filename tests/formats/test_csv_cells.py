"""Cells as they stand in a CSV: no spreadsheet runs one, and each comes back as it was."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.formats.csv_cells import SEPARATORS, Dialect, apart, cell, cells, guard, lines, long_cells, several, unguard

LISTED = "=+-@'\t\r"
TRICKY = [
    "",
    *LISTED,
    "\n",
    " ",
    "\u00a0",
    "\ufeff",
    "\u200b",
    "＝",
    "＋",
    "－",
    "＠",
    "﹦",
    '"',
    ",",
    ";",
    "a",
    "1",
    "ü",
]
texts = st.one_of(
    st.lists(st.sampled_from(TRICKY), max_size=6).map("".join),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20),
)


WIDE = str.maketrans("＝＋－＠﹦﹢﹣﹫", "=+-@=+-@")
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def runs(seen: str) -> bool:
    """Whether the most eager of spreadsheets takes it for a formula: blanks trimmed, wide signs read as narrow."""
    start = next((at for at, sign in enumerate(seen) if not is_blank(sign)), len(seen))
    return seen[start:].translate(WIDE).startswith(("=", "+", "-", "@"))


def is_blank(sign: str) -> bool:
    return sign.isspace() or sign in INVISIBLE or unicodedata.category(sign) == "Cc"


def as_read(written: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=separator))


@pytest.mark.parametrize("first", LISTED)
def test_a_dangerous_beginning_gets_one_quote_in_front(first: str) -> None:
    assert guard(first + "49 30 1234") == "'" + first + "49 30 1234"


@pytest.mark.parametrize("text", ["", "Tom", "1-2", "a=b", "tom@example.org", " Tom", "…", '"=1"', "\u00a0Tom", "(=1)"])
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("text", [" =1+1", "\u00a0=1", "\ufeff=1", "\n=1", "\x0b@x", "＝1+1", "\u3000＋1", "  - milk"])
def test_a_formula_behind_blanks_or_in_wide_signs_is_guarded_too(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["'tis", "'n Abend", "''", "'"])
def test_only_what_the_guard_set_is_taken_off(text: str) -> None:
    assert unguard(guard(text)) == text
    assert unguard("'tis") == "'tis"


@given(texts)
def test_the_guard_comes_off_again(text: str) -> None:
    assert unguard(guard(text)) == text


@given(texts)
def test_no_guarded_cell_runs(text: str) -> None:
    assert not runs(guard(text))


@given(st.lists(texts, min_size=1, max_size=5), st.sampled_from(SEPARATORS))
def test_a_row_is_read_by_any_program_as_it_was_meant(row: list[str], separator: str) -> None:
    written = lines([[cell(text)] for text in row], separator)
    assert as_read(written, separator) == [[guard(text) for text in row]]


@given(st.lists(texts, min_size=1, max_size=30))
def test_a_whole_column_is_written_like_its_cells(column: list[str]) -> None:
    assert list(cells(column)) == [cell(text) for text in column]
    assert as_read("\r\n".join(long_cells(column))) == [[guard(text)] for text in column]


def test_a_single_empty_cell_is_a_row_all_the_same() -> None:
    assert lines([["", "a"]], ",") == '""\r\na\r\n'


@given(st.lists(st.text(st.sampled_from(";\\ a"), max_size=5), max_size=4).filter(lambda values: values != [""]))
def test_several_values_share_a_cell_and_come_apart_again(values: list[str]) -> None:
    assert apart(several(values)) == tuple(values)


def test_values_typed_by_hand_come_apart_too() -> None:
    assert apart("Tom;Ida; Léa") == ("Tom", "Ida", "Léa")


def test_another_separator_is_no_dialect() -> None:
    with pytest.raises(ValueError, match="separators"):
        Dialect("|")


def test_known_payloads_do_not_run(corpora: Path) -> None:
    listed = corpora / "payloadbox__csv-injection-payloads" / "Intruder" / "csv-payload.txt"
    payloads = listed.read_text("utf-8").splitlines()
    assert any(map(runs, payloads))
    for payload in payloads:
        (seen,) = as_read(lines([[cell(payload)]], ","))[0]
        assert not runs(seen)
        assert unguard(seen) == payload
