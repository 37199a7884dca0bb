"""Text from bytes: marks, UTF-8, then a guess, and never a failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.formats.encodings import decode, guess, known_codec


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("", "utf-8", "utf-8"),
        ("Ana Castéll", "utf-8", "utf-8"),
        ("Ana Castéll", "utf-8-sig", "utf-8-sig"),
        ("Ana Castéll", "utf-16", "utf-16"),
        ("Ana Castéll", "utf-16-le", "utf-16-le"),
        ("Ana Castéll", "utf-16-be", "utf-16-be"),
        ("Ana Castéll", "utf-32", "utf-32"),
        ("Jürgen Groß", "cp1252", "cp1252"),
        ("FN:Łukasz Żółć\nADR:Gdańsk, Świętojańska", "cp1250", "cp1250"),
        ("Віталій Володимирович Кличко", "cp1251", "cp1251"),
        ("王小明\n北京市朝阳区", "gb18030", "gb18030"),
    ],
)
def test_text_comes_out_with_its_encoding(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


def test_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    whole = "Zürich, Genève, Łódź, Kraków".encode()
    assert decode(whole[:-1])[1] == "utf-8"
    assert decode(b"\xff" + whole) == ("\ufffdZürich, Genève, Łódź, Kraków", "utf-8")


def test_a_long_text_is_told_by_the_lines_that_tell() -> None:
    assert decode(b"plain\r\n" * 100_000 + "Jürgen Groß, Übersee, ähnlich".encode("cp1252"))[1] == "cp1252"


@given(st.binary(max_size=200))
def test_nothing_fails(data: bytes) -> None:
    text, name = decode(data)
    assert isinstance(text, str)
    assert name
    assert known_codec(guess(data))


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("Windows-1252", "cp1252"),
        ("iSo-8859-1", "iso8859-1"),
        (" Shift_JIS ", "shift_jis"),
        ("murks", ""),
        ("", ""),
        ("a\0b", ""),
        ("base64", ""),
        ("rot13", ""),
        ("unicode_escape", ""),
        ("undefined", ""),
    ],
)
def test_only_charsets_are_codecs(name: str, codec: str) -> None:
    assert known_codec(name) == codec


def test_a_real_file_from_outlook(corpora: Path) -> None:
    folder = corpora / "FolkerKinzel__Contacts.IO" / "src" / "FolkerKinzel.Contacts.IO.Tests" / "TestFiles"
    text, name = decode((folder / "Outlook365.csv").read_bytes())
    assert name == "cp1252"
    assert "Thüringen" in text
