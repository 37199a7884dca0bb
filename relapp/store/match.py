"""Turning what somebody typed into a full-text query that is always valid.

People are indexed by folded words (`prefix_query`). Notes, facts and organisations are indexed as they were written,
by a tokenizer that takes accents off but leaves crossed letters and ligatures: `written_query` asks for those as well.
"""

from __future__ import annotations

import re
import unicodedata

from relapp.domain.names import fold

_WORD = re.compile(r"\w+")
_WRITTEN = (
    *(("o", "ø"), ("l", "ł"), ("d", "đ"), ("d", "ð"), ("i", "ı"), ("th", "þ"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß")),
    ("σ", "ς"),
)
"""What is folded by `names.fold`, but not by the tokenizer, and how it may have been written."""
_MOST_SPELLINGS = 24
_LONGEST_RESPELT = 40
_LONGEST_QUERY = 400
"""Letters of a query; a page pasted into the search box is asked for by its beginning."""


def words(text: str) -> list[str]:
    """The words of a text, as the tokenizer would split them; folded."""
    return _split(fold(text))


def asked(text: str) -> list[str]:
    """The words of a query."""
    return words(text[:_LONGEST_QUERY])


def _split(text: str) -> list[str]:
    return _WORD.findall(text.replace("_", " "))


def prefix_query(text: str) -> str:
    """Every word a prefix, all of them wanted; empty when there is no word."""
    return " ".join(f'"{word}"*' for word in asked(text))


def written_query(text: str) -> str:
    """The same for texts indexed as they were written: "tromso" also finds "Tromsø"."""
    return " AND ".join(query for chunk in text[:_LONGEST_QUERY].split() if (query := _chunk_query(chunk)))


def _chunk_query(chunk: str) -> str:
    folded, typed = words(chunk), _split(unicodedata.normalize("NFC", chunk.lower()))
    if len(folded) == len(typed):
        return " AND ".join(_either({*spellings(plain), raw}) for plain, raw in zip(folded, typed, strict=True))
    ways = [" AND ".join(f'"{word}"*' for word in way) for way in (folded, typed) if way]
    return "(" + " OR ".join(f"({way})" for way in ways) + ")" if ways else ""


def _either(several: set[str]) -> str:
    return "(" + " OR ".join(f'"{word}"*' for word in sorted(several)) + ")"


def spellings(word: str) -> list[str]:
    """The ways a folded word may have been written, itself first; with up to two letters that the folding replaced."""
    found = {word: None}
    for _ in range(2 if len(word) <= _LONGEST_RESPELT else 0):
        for known in list(found):
            for plain, written in _WRITTEN:
                for place in re.finditer(plain, known):
                    found.setdefault(known[: place.start()] + written + known[place.end() :])
    return list(found)[:_MOST_SPELLINGS]
