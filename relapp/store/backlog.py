"""Which follow-ups may come before an instant, found by index however many are overdue: ids alone, reads only.

Overdue ones that keep my hours lie in lines (`place`, `channel`), each in the order in which the cap takes them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from relapp.domain.people import Channel
from relapp.store.connection import Database

FEW = 200
"""As many overdue ones are read without looking where they stand."""

CHOSEN = "SELECT value AS id FROM json_each(:ids)"
"""The ids that were found, for `open_follow_ups`; its parameter is `as_param`."""

_BEFORE = "SELECT follow_up_id FROM next_delivery WHERE waiting = 1 AND at < :until"
_LATE = "SELECT count(*) FROM (SELECT 1 FROM next_delivery WHERE waiting = 1 AND at < :late LIMIT :few)"
_NEAR = "SELECT follow_up_id FROM next_delivery WHERE waiting = 1 AND at >= :late AND at < :until"
_APART = """
SELECT follow_up_id FROM next_delivery INDEXED BY next_delivery_apart
WHERE waiting = 1 AND place IS NULL AND at < :late
"""
_IN_LINE = """
SELECT follow_up_id FROM next_delivery INDEXED BY next_delivery_line
WHERE waiting = 1 AND place = :place AND at >= :after AND at < :before AND {line}
ORDER BY since, 'f:' || follow_up_id LIMIT :most
"""


class Line(NamedTuple):
    """Those of `channels`, or of all but these: they land together."""

    channels: Collection[Channel]
    others: bool = False

    def condition(self) -> str:
        names = ", ".join(f"'{one}'" for one in sorted(self.channels))
        return f"channel {'NOT IN' if self.others else 'IN'} ({names})"


def before(db: Database, until: float) -> list[int]:
    """All whose stored delivery is before this instant."""
    return [id_ for (id_,) in db.rows(_BEFORE, {"until": until})]


def is_long(db: Database, late: float, few: int = FEW) -> bool:
    """Whether more than a few wait since before this instant."""
    return int(db.value(_LATE, {"late": late, "few": few + 1})) > few


def apart(db: Database, late: float, until: float) -> list[int]:
    """What is not overdue at `late` and may come before `until`, and what is overdue and stands in no line."""
    params = {"late": late, "until": until}
    return [id_ for sql in (_NEAR, _APART) for (id_,) in db.rows(sql, params)]


def in_line(db: Database, line: Line, places: Iterable[int], after: float, before: float, most: int) -> list[int]:
    """The first of a line, of those with a stored delivery in `[after, before)`: place by place, then the oldest."""
    sql = _IN_LINE.format(line=line.condition())
    found: list[int] = []
    for place in places:
        params = {"place": place, "after": after, "before": before, "most": most - len(found)}
        found += [id_ for (id_,) in db.rows(sql, params)]
        if len(found) >= most:
            break
    return found


def as_param(ids: Iterable[int]) -> dict[str, str]:
    """What `CHOSEN` is asked with."""
    return {"ids": json.dumps(list(ids))}
