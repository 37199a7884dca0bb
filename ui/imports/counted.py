"""Numbers in words: how many people and notes, and what became of them."""

from __future__ import annotations

from collections.abc import Callable

from relapp.domain.words import tr

Words = Callable[[int], str]


def people(count: int) -> str:
    return tr("1 person") if count == 1 else tr("{count} people").format(count=shown(count))


def notes(count: int) -> str:
    return tr("1 note") if count == 1 else tr("{count} notes").format(count=shown(count))


def shown(count: int) -> str:
    """A number with its thousands apart."""
    return f"{count:,}".replace(",", "\u202f")


def done(added: str, of_added: int, filled: int, unchanged: int) -> str:
    """`412 people added, 3 filled in, 20 unchanged.`; `added` is what was added, in words."""
    parts = [tr("{what} added").format(what=added)] if of_added or not (filled or unchanged) else []
    if filled:
        parts.append(tr("{count} filled in").format(count=shown(filled)))
    if unchanged:
        parts.append(tr("{count} unchanged").format(count=shown(unchanged)))
    return tr("{what}.").format(what=", ".join(parts))
