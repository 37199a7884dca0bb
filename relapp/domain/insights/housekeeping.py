"""One's own entrance, an item a month: what a client sees first. It is about nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.relative import month_name
from relapp.domain.words import tr


class Candidate(NamedTuple):
    """A line of my list."""

    line: str


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """The line whose turn it is this month."""
    if not candidates:
        return
    month = today.year * 12 + today.month - 1
    place = month % len(candidates)
    yield Finding(
        None,
        candidates[place].line,
        tr("your own entrance, in {month}").format(month=month_name(today.month)),
        tr("Once a month you look at your own entrance as a client sees it; in {month} it is this.").format(
            month=month_name(today.month)
        ),
        (tr("Line {place} of {count} of your list").format(place=place + 1, count=len(candidates)),),
        about=f"{today:%Y-%m}",
    )


INSIGHT = Insight(
    key="housekeeping",
    label=lambda: tr("Your own entrance"),
    find=find,
    minutes=5,
    rest=1,
    rank=70,
)
