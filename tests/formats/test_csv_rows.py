"""CSV as it is found: what can be read is read, and what can't be trusted is set aside with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.formats.csv_rows import names, sheet


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_told_by_the_header(separator: str) -> None:
    table = sheet(separator.join(["a, b" if separator != "," else "a", "b", "c"]) + "\n1" + separator * 2 + "3\n")
    assert len(table.header) == 3
    assert table.rows == [(2, ["1", "", "3"])]


def test_the_separator_that_excel_announces_is_believed() -> None:
    table = sheet("sep=;\r\na;b\r\n1,5;2\r\n")
    assert (table.header, table.rows) == (["a", "b"], [(3, ["1,5", "2"])])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_row(end: str) -> None:
    assert sheet(f"a,b{end}1,2{end}3,4").rows == [(2, ["1", "2"]), (3, ["3", "4"])]


def test_a_row_is_known_by_the_line_it_begins_in() -> None:
    table = sheet('a,b\n\n"one\ntwo",2\n3,4\n')
    assert table.rows == [(3, ["one\ntwo", "2"]), (5, ["3", "4"])]


def test_unusual_line_separators_stay_in_their_cell() -> None:
    assert sheet("a,b\n1\u2028x\x0bx\x85,2\n").rows == [(2, ["1\u2028x\x0bx\x85", "2"])]


def test_blank_lines_before_the_header_and_blank_rows_are_nothing() -> None:
    table = sheet("\n,,\n a ,b\n,\n  \n1,2\n")
    assert (table.header, table.rows) == (["a", "b"], [(6, ["1", "2"])])


def test_a_short_row_is_filled_up_and_empty_cells_too_many_are_dropped() -> None:
    assert sheet("a,b,c\n1\n1,2,3,,\n").rows == [(2, ["1", "", ""]), (3, ["1", "2", "3"])]


def test_a_row_with_too_much_in_it_is_set_aside() -> None:
    table = sheet("a,b\n1,2,3\n4,5\n")
    assert table.rows == [(3, ["4", "5"])]
    assert [(one.line, "3 cells" in one.reason) for one in table.broken] == [(2, True)]


def test_a_quote_never_closed_costs_its_own_line_only() -> None:
    table = sheet('a,b\n1,"2\n3,4\n5,6\n')
    assert table.rows == [(3, ["3", "4"]), (4, ["5", "6"])]
    assert [one.line for one in table.broken] == [2]


def test_a_file_cut_off_within_quotes_loses_only_its_last_row() -> None:
    table = sheet('a,b\n1,2\n3,"4')
    assert (table.rows, [one.line for one in table.broken]) == ([(2, ["1", "2"])], [3])


def test_nul_bytes_are_dropped() -> None:
    assert sheet("a,b\n1\0,2\0\n").rows == [(2, ["1", "2"])]


def test_ten_megabytes_in_one_cell_are_read() -> None:
    long = "x" * 10_000_000
    assert sheet(f'a,b\n"{long}",2\n').rows == [(2, [long, "2"])]


def test_nothing_is_a_sheet_of_nothing() -> None:
    assert sheet("") == sheet("\n\n") == sheet("\0")
    assert sheet("").header == []


@given(st.text(st.sampled_from('",;\t\r\n a\0='), max_size=40))
def test_no_text_whatever_is_too_much(text: str) -> None:
    table = sheet(text)
    assert all(len(cells) == len(table.header) for _, cells in table.rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_columns_are_known_without_knowing_the_encoding(encoding: str) -> None:
    assert names("First Name;Größe\r\nÄnne;1\r\n".encode(encoding)) == {"first name", "gre"}
