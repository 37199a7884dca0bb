"""Turning what somebody typed into a full-text query that is always valid."""

from __future__ import annotations

import re

from relapp.domain.names import fold

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words typed, as the tokenizer would split them; folded."""
    return _WORD.findall(fold(text).replace("_", " "))


def prefix_query(text: str) -> str:
    """Every word a prefix, all of them wanted; empty when there is no word."""
    return " ".join(f'"{word}"*' for word in words(text))
