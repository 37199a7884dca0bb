"""A brief: what to know of a person before a call, on one page. As text for a terminal, as HTML for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

LONGEST = 360
"""Letters of one entry; the brief stays on one page."""
MOST_OPEN = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines: each what it says, and muted what belongs to it (may be empty)."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """`reach` says how and when they can be reached, `stands` how it stands with the cadence; both may be empty."""

    shown: str
    subtitle: str
    reach: str
    stands: str
    parts: tuple[Part, ...]
    made: str


def part(title: str, lines: Sequence[tuple[str, str]], nothing: str) -> Part:
    """A part; without lines it says that there is nothing."""
    return Part(title, tuple(lines) or ((nothing, ""),))


def short(text: str) -> str:
    """A text cut so that the page holds."""
    whole = " ".join(text.split())
    return whole if len(whole) <= LONGEST else whole[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def as_text(brief: Brief) -> str:
    """Plain lines."""
    return "\n".join(_text_lines(brief)) + "\n"


def _text_lines(brief: Brief) -> Iterator[str]:
    yield brief.shown
    yield from filter(None, (brief.subtitle, brief.reach, brief.stands))
    for one in brief.parts:
        yield ""
        yield one.title
        for said, beside in one.lines:
            yield f"- {said}" + (f" ({beside})" if beside else "")
    yield ""
    yield brief.made


def as_html(brief: Brief, family: str = "sans-serif", muted: str = "#646962") -> str:
    """A page of its own, as Qt's rich text and browsers show it, with the muted words in that colour.

    Nothing of it is taken for markup.
    """
    head = "".join(f"<p>{escape(line)}</p>" for line in (brief.subtitle, brief.reach, brief.stands) if line)
    parts = "".join(
        f"<h2>{escape(one.title)}</h2><ul>"
        + "".join(
            f"<li>{escape(said)}" + (f" <span>{escape(beside)}</span>" if beside else "") + "</li>"
            for said, beside in one.lines
        )
        + "</ul>"
        for one in brief.parts
    )
    style = (
        f"body{{font-family:'{family}';font-size:11pt}} h1{{font-size:18pt;margin-bottom:4px}}"
        "h2{font-size:12pt;margin-top:10px;margin-bottom:4px} p{margin-top:2px;margin-bottom:2px}"
        f"li{{margin-top:3px;margin-bottom:3px}} span{{color:{muted}}}"
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(brief.shown)}</title>'
        f"<style>{style}</style></head><body><h1>{escape(brief.shown)}</h1>{head}{parts}"
        f"<p><span>{escape(brief.made)}</span></p></body></html>"
    )
