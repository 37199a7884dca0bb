"""Left sides of content lines in the manners of three versions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.formats.content_heads import Head, Heads, parameter, parse_head


def head(text: str) -> Head:
    found = parse_head(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "text", "value"),
    [
        ("FN:Tom", "FN", "Tom"),
        ("URL:http://x.example:80", "URL", "http://x.example:80"),
        ('ADR;LABEL="a:b;c":;;x', 'ADR;LABEL="a:b;c"', ";;x"),
        ('ADR;GEO="geo:1,2";LABEL="x":;;y', 'ADR;GEO="geo:1,2";LABEL="x"', ";;y"),
        ('NOTE;X="broken:text', 'NOTE;X="broken', "text"),
        ("NOTE:", "NOTE", ""),
    ],
)
def test_the_first_colon_outside_quotes_parts_a_line(line: str, text: str, value: str) -> None:
    found = Heads().read(line)
    assert found is not None
    assert (found[0].text, found[1]) == (text, value)


@pytest.mark.parametrize(
    "line", ["", "no colon", ":value", "two words:x", "Straße:x", " FN:Tom", "\tFN:Tom", "a=b:c", "="]
)
def test_what_is_no_content_line_is_told(line: str) -> None:
    assert Heads().read(line) is None


@pytest.mark.parametrize(
    ("text", "group", "name", "types"),
    [
        ("tel", "", "TEL", ()),
        ("item1.X-ABLabel", "item1", "X-ABLABEL", ()),
        ("TEL;CELL;PREF", "", "TEL", ("cell", "pref")),
        ("TEL;type=CELL;type=pref", "", "TEL", ("cell", "pref")),
        ("TEL;TYPE=WORK,FAX", "", "TEL", ("work", "fax")),
        ('TEL;TYPE="voice,home"', "", "TEL", ("voice", "home")),
        ("ADR;HOME;PREF;", "", "ADR", ("home", "pref")),
        ("FN;P1=value1; TYPE=work", "", "FN", ("work",)),
    ],
)
def test_groups_names_and_types(text: str, group: str, name: str, types: tuple[str, ...]) -> None:
    found = head(text)
    assert (found.group, found.name, found.types) == (group, name, types)


@pytest.mark.parametrize(
    ("text", "encoding", "charset", "kept"),
    [
        ("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8", "q", "UTF-8", "NOTE"),
        ("LABEL;HOME;QUOTED-PRINTABLE", "q", "", "LABEL;TYPE=HOME"),
        ("X-OWN;CHARSET=windows-1251", "", "windows-1251", "X-OWN"),
        ("PHOTO;BASE64", "b", "", "PHOTO;ENCODING=b"),
        ("PHOTO;ENCODING=b;TYPE=JPEG", "b", "", "PHOTO;ENCODING=b;TYPE=JPEG"),
        ("X-OWN;8BIT", "", "", "X-OWN"),
        ("PHOTO;VALUE=uri", "", "", "PHOTO;VALUE=uri"),
        ("PHOTO;URL;GIF", "", "", "PHOTO;VALUE=URL;TYPE=GIF"),
    ],
)
def test_what_is_kept_can_stand_in_a_4_0_card(text: str, encoding: str, charset: str, kept: str) -> None:
    found = head(text)
    assert (found.encoding, found.charset, found.text) == (encoding, charset, kept)
    assert head(kept).text == kept


@pytest.mark.parametrize("text", ["TEL;PREF", "TEL;TYPE=pref", "TEL;PREF=1"])
def test_preferred(text: str) -> None:
    assert head(text).preferred
    assert not head("TEL;PREF=2").preferred


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30).map(str.strip))
def test_a_parameter_comes_back(value: str) -> None:
    written = head("X" + parameter("SORT-AS", value.replace('"', "'") + '"\n^n'))
    assert written.params == {"SORT-AS": value.replace('"', "'") + '"\n^n'}


def test_known_left_sides_are_remembered_but_not_without_end() -> None:
    heads = Heads()
    first, second = heads.read("TEL;CELL:1"), heads.read("TEL;CELL:2")
    assert first is not None
    assert second is not None
    assert first[0] is second[0]
    for number in range(20_000):
        heads.read(f"X-{number}:1")
    assert len(heads.known) <= 5000
