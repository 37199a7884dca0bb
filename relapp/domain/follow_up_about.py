"""What a follow-up is about that was planned at the end of a note: the last thing that was said before it."""

from __future__ import annotations

import re

from relapp.domain.markup import to_plain

_PARTS = re.compile(r"[.;!?](?:\s+|$)|\n+")
_LONGEST = 80


def about(text: str, otherwise: str) -> str:
    """The last sentence of `text` on one line, cut with "…" where it is long; `otherwise` where there is none."""
    parts = [to_plain(part).strip(" ,:–—-") for part in _PARTS.split(text)]
    said = [part for part in parts if any(sign.isalnum() for sign in part)]
    if not said:
        return otherwise
    last = said[-1][:1].upper() + said[-1][1:]
    return last if len(last) <= _LONGEST else last[: _LONGEST - 1].rstrip() + "…"
