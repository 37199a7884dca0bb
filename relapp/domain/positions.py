"""Where somebody works and worked, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from relapp.domain.people import Position
from relapp.domain.relative import date_words
from relapp.domain.words import tr


def positions_words(positions: Sequence[Position]) -> str:
    """ "COO at Keller Werk since 2021 · before: Northgate"."""
    now = [_position(one) for one in positions if not one.past]
    before = [one.organisation or one.title for one in positions if one.past]
    parts = [", ".join(now)] if now else []
    if before:
        parts.append(tr("before: {places}").format(places=", ".join(dict.fromkeys(before))))
    return " · ".join(parts)


def _position(one: Position) -> str:
    if one.title and one.organisation:
        words = tr("{title} at {organisation}").format(title=one.title, organisation=one.organisation)
    else:
        words = one.title or one.organisation
    return words if one.since is None else tr("{words} since {date}").format(words=words, date=date_words(one.since))
