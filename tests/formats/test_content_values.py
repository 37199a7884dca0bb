"""Right sides of content lines: escapes, parts, quoted-printable, base64, folds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.formats.content_values import decode_base64, decode_quoted_printable, escape, fold, split, texts, unescape

TEXT = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"a\nb\Nc", "a\nb\nc"),
        (r"a\, b\; c\: d", "a, b; c: d"),
        (r"\"as is\"", '"as is"'),
        (r"back\\slash\\n", r"back\slash\n"),
        (r"C:\Users\tom", r"C:\Users\tom"),
        ("\\", "\\"),
    ],
)
def test_escapes(value: str, text: str) -> None:
    assert unescape(value) == text


@given(TEXT)
def test_what_is_escaped_comes_back_and_fits_in_a_line(text: str) -> None:
    assert unescape(escape(text)) == text
    assert "\n" not in escape(text)


@given(st.lists(TEXT.map(str.strip), min_size=1))
def test_parts_come_back(parts: list[str]) -> None:
    assert texts(";".join(escape(part) for part in parts), ";") == parts


def test_only_separators_that_are_not_escaped_part() -> None:
    assert split(r"a\;b;c\\;d", ";") == [r"a\;b", r"c\\", "d"]
    assert split("a\\;", ";") == ["a\\;"]
    assert split("a\\", ";") == ["a\\"]


@pytest.mark.parametrize(
    ("value", "charset", "fallback", "text"),
    [
        ("Zo=C3=AB", "", "", "Zoë"),
        ("Zo=c3=ab", "UTF-8", "", "Zoë"),
        ("Stra=DFe 19", "Windows-1252", "", "Straße 19"),
        ("Stra=DFe 19", "murks", "cp1252", "Straße 19"),
        ("Stra=DFe 19", "UTF-8", "cp1252", "Straße 19"),
        ("one=0D=0Atwo=0Athree", "", "", r"one\ntwo\nthree"),
        ("a=3Bb;c", "", "", r"a\;b;c"),
        (r"a=5C=3Bb;c", "", "", r"a\;b;c"),
        ("=C3=91=C3=91=C3=91=C3=91=C3=", "UTF-8", "", "ÑÑÑÑ\ufffd"),
        ("100=25 =ZZ", "", "", "100% =ZZ"),
        ("ñ=20ñ", "", "", "ñ ñ"),
    ],
)
def test_quoted_printable(value: str, charset: str, fallback: str, text: str) -> None:
    assert decode_quoted_printable(value, charset, fallback) == text


@pytest.mark.parametrize(
    ("value", "data"),
    [("Zm9v", b"foo"), (" Zm\t9vYg", b"foob"), ("Zm9v====", b"foo"), ("Z", b""), ("ü", b""), ("", b"")],
)
def test_base64(value: str, data: bytes) -> None:
    assert decode_base64(value) == data


@given(TEXT.filter(lambda text: "\n" not in text))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    folded = fold(line)
    assert folded.endswith("\r\n")
    assert folded[:-2].replace("\r\n ", "") == line
    assert max(len(part.encode()) for part in folded.split("\r\n")) <= 75
