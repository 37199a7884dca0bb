"""Logical lines out of bytes: folds, line ends, charsets, and where cards begin."""

from __future__ import annotations

import time

import pytest

from relapp.formats.content_lines import read_lines


def lines(data: bytes) -> list[str]:
    return [line for line in read_lines(data).lines if line]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_any_line_end_ends_a_line(end: bytes) -> None:
    assert lines(end.join([b"FN:Tom", b"NOTE:one", b"  two", b"\tthree", b"TEL:1"])) == [
        "FN:Tom",
        "NOTE:one twothree",
        "TEL:1",
    ]


def test_line_ends_may_be_mixed() -> None:
    assert lines(b"A:1\r\nB:2\nC:3\rD:4") == ["A:1", "B:2", "C:3", "D:4"]


def test_a_fold_may_cut_a_character_in_two() -> None:
    assert lines("FN:Zü".encode()[:-1] + b"\r\n " + "ü".encode()[1:] + b"rich") == ["FN:Zürich"]


def test_a_fold_behind_an_equals_sign_is_undone_in_text() -> None:
    assert lines(b"URL:a=\n b") == ["URL:a=b"]


def test_a_fold_behind_a_soft_break_is_left_to_the_property() -> None:
    assert lines(b"NOTE;ENCODING=QUOTED-PRINTABLE:a=\n b") == ["NOTE;ENCODING=QUOTED-PRINTABLE:a=", " b"]


def test_other_breaks_than_line_ends_break_no_line() -> None:
    assert lines("NOTE:a\x0b\x0c\x1c\x85\u2028b".encode()) == ["NOTE:a\x0b\x0c\x1c\x85\u2028b"]


def test_blanks_before_the_first_line_are_no_fold() -> None:
    assert lines(b"\n\n  BEGIN:VCARD\nFN:Tom") == ["BEGIN:VCARD", "FN:Tom"]
    assert read_lines(b"\r\n\r\n  BEGIN:VCARD").frames == [3]


def test_nul_bytes_are_left_out() -> None:
    assert lines(b"FN:T\0om\0") == ["FN:Tom"]


def test_frames_know_their_lines_in_the_file() -> None:
    data = b"BEGIN:VCARD\r\nFN:a\r\n b\r\nend : vcard\r\n\r\nbegin:vcard\r\nEND:VCARD"
    assert read_lines(data).frames == [1, 4, 6, 7]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("FN:Zürich".encode(), "utf-8"),
        ("FN:Zürich".encode("utf-8-sig"), "utf-8-sig"),
        ("FN:Zürich".encode("utf-16"), "utf-16"),
        ("FN:Zürich".encode("utf-16-le"), "utf-16-le"),
        ("FN:Zürich".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_are_told(data: bytes, encoding: str) -> None:
    assert (lines(data), read_lines(data).encoding) == (["FN:Zürich"], encoding)


def test_a_line_is_read_by_the_charset_it_names() -> None:
    data = b"FN;CHARSET=windows-1251:" + "Кличко".encode("cp1251") + b"\nORG:" + "Müller".encode()
    assert lines(data) == ["FN;CHARSET=windows-1251:Кличко", "ORG:Müller"]


def test_a_charset_named_anywhere_helps_lines_that_name_none() -> None:
    data = b"FN:" + "Їжак".encode("cp1251") + b"\nLABEL;CHARSET=windows-1251:x"
    assert lines(data)[0] == "FN:Їжак"


@pytest.mark.parametrize("charset", [b"murks", b"base64", b"utf-8", b"utf-16", b"cp037"])
def test_a_charset_that_is_none_or_wrong_hurts_nobody(charset: bytes) -> None:
    assert lines(b"FN;CHARSET=" + charset + b":" + "Jörg Müßig".encode("cp1252"))[0].endswith(":Jörg Müßig")


def test_one_broken_byte_spoils_one_character() -> None:
    data = "FN:Łukasz Żółć\n".encode() * 3 + "FN:Łódź Żółć".encode()[:-1]
    assert lines(data)[-1] == "FN:Łódź Żół\ufffd"


def test_ten_million_folds_and_characters_take_their_time_once() -> None:
    start = time.process_time()
    assert len(lines(b"NOTE:" + b"abcdefgh\n " * 1_000_000)) == 1
    assert len(lines(b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"abcdefgh\n " * 1_000_000)) == 1
    assert time.process_time() - start < 30
