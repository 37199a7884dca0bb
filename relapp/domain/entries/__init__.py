"""All kinds of entries, listed by hand: a new kind is one new file and one new line here."""

from __future__ import annotations

from relapp.domain.entries import (
    call,
    email,
    gift,
    letter,
    lunch,
    meeting,
    message,
    note,
    social,
    video,
    visit,
)
from relapp.domain.entries.kind import EntryKind

ENTRY_KINDS: tuple[EntryKind, ...] = (
    call.KIND,
    email.KIND,
    meeting.KIND,
    lunch.KIND,
    note.KIND,
    gift.KIND,
    video.KIND,
    message.KIND,
    visit.KIND,
    letter.KIND,
    social.KIND,
)

_BY_KEY = {kind.key: kind for kind in ENTRY_KINDS}
_BY_WORD = {word: kind for kind in ENTRY_KINDS for word in kind.words}


def kind_of(key: str) -> EntryKind:
    """The kind stored under `key`. Raises KeyError: the file holds only keys of this list."""
    return _BY_KEY[key]


def kind_by_word(word: str) -> EntryKind | None:
    """The kind that quick entry means by `word` (one or two words, any case); None when it means none."""
    return _BY_WORD.get(" ".join(word.casefold().split()))
