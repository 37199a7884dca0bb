"""Bold, lists and links of a note: shown on the screen, safe whatever was typed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relapp.domain.markup import to_html, to_plain

BLANKS = ' style="white-space: pre-wrap; margin: 0"'


def inner(text: str) -> str:
    html = to_html(text)
    assert html.startswith(f"<p{BLANKS}>") and html.endswith("</p>")
    return html[len(f"<p{BLANKS}>") : -len("</p>")]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a **bold** word", "a <b>bold</b> word"),
        ("**a** and **b c**", "<b>a</b> and <b>b c</b>"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("**open", "**open"),
        ("****", "****"),
        ("** a **b**", "** a <b>b</b>"),
        ("one *star*", "one *star*"),
        ("5 < 6 & 7 > 3 \"'", "5 &lt; 6 &amp; 7 &gt; 3 &quot;&#x27;"),
        ("**<b>**", "<b>&lt;b&gt;</b>"),
        ("a\tb   c", "a\tb   c"),
        ("one\ntwo\r\n\nfour", "one<br>two<br><br>four"),
        ("see https://x.example/a?b=1&c=2.", 'see <a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.'),
        ("(https://x.example/a_(b))", '(<a href="https://x.example/a_(b)">https://x.example/a_(b)</a>)'),
        ("**https://x.example**", '<b><a href="https://x.example">https://x.example</a></b>'),
        ("tom@keller-werk.example, ok", '<a href="mailto:tom@keller-werk.example">tom@keller-werk.example</a>, ok'),
        ("mailto:tom@x.example", '<a href="mailto:tom@x.example">mailto:tom@x.example</a>'),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://.", "https://."),
        ("tom@localhost", "tom@localhost"),
        ("nul\x00", "nul\ufffd"),
    ],
)  # fmt: skip
def test_a_line_of_markup(text: str, html: str) -> None:
    assert inner(text) == html


def test_lists_stand_between_paragraphs() -> None:
    text = "Wants:\n- a **plan**\n* and a price\nby\n3. May\n4) June"
    assert to_html(text) == (
        f"<p{BLANKS}>Wants:</p><ul><li{BLANKS}>a <b>plan</b></li><li{BLANKS}>and a price</li></ul>"
        f'<p{BLANKS}>by</p><ol><li value="3"{BLANKS}>May</li><li value="4"{BLANKS}>June</li></ol>'
    )


@pytest.mark.parametrize("text", ["-no blank", "- ", "**bold** first", "1.5 hours", "-", "2026. "])
def test_what_only_looks_like_a_list_is_none(text: str) -> None:
    assert "<li" not in to_html(text)


def test_nothing_becomes_nothing() -> None:
    assert to_html("") == ""
    assert to_plain("") == ""


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("- one\n- **two**\n\n3. three", "one two three"),
        ("a\tb   c", "a b c"),
        ("2 ** 3", "2 ** 3"),
        ("see https://x.example.", "see https://x.example."),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_the_preview_is_one_line_without_markers(text: str, plain: str) -> None:
    assert to_plain(text) == plain


class Seen(HTMLParser):
    """What a browser would see of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert name in ("style", "href", "value"), name
            if name == "href":
                self.links.append(value or "")
        if tag in ("p", "li", "br"):
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def check(text: str) -> None:
    html = to_html(text)
    bare = re.sub(r"</?(?:p|br|ul|ol|li|b|a)(?: (?:style|href|value)=\"[^\"<>]*\")*>", "", html)
    assert not re.search(r"[<>\"']", bare)
    assert not re.search(r"&(?!(?:lt|gt|amp|quot|#x27);)", bare)
    seen = Seen()
    seen.feed(html)
    seen.close()
    assert seen.tags <= {"p", "br", "ul", "ol", "li", "b", "a"}
    for link in seen.links:
        assert re.match(r"(?:https?://|mailto:)[^\s<>\"]", link, re.IGNORECASE)
    assert "\n" not in to_plain(text)
    if "*" not in text and not any(re.match(r"\s*(?:[-•]|\d+[.)]) ", line) for line in text.splitlines()):
        assert seen.text.split() == to_plain(text).split()


_PIECES = ["**", "*", "- ", "1. ", "<b>", "&amp;", "&", '"', "'", "https://", "x.example", "/(a)", "@", "mailto:", "\n"]


@given(st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3))).map("".join)))
@example('https://x.example/"onclick="alert(1)')
@example("https://x.example/<script>")
@example("\ud800")
def test_nothing_typed_becomes_a_tag(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"])))
def test_plain_letters_are_shown_as_typed(text: str) -> None:
    seen = Seen()
    seen.feed(to_html(text))
    seen.close()
    assert seen.text.removeprefix("\n") == text


def test_naughty_strings_are_only_text(corpora: Path) -> None:
    strings = json.loads((corpora / "minimaxir__big-list-of-naughty-strings/blns.json").read_text("utf-8"))
    for text in strings:
        check(text)


@pytest.mark.parametrize("text", ["**a " * 50_000, "https://x" + ")" * 100_000, "a@" * 50_000, "a." * 50_000 + "@"])
def test_long_nonsense_takes_no_longer_than_it_must(text: str) -> None:
    assert to_plain(text)
    assert to_html(text)
