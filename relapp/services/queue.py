"""Which follow-ups must go through `plan` to know all that comes before an instant: few of a long backlog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from relapp.domain.boundaries import backlog
from relapp.domain.boundaries.hours import Pause
from relapp.domain.boundaries.landing import midnight, zone_of
from relapp.domain.boundaries.plan import IN_TIME
from relapp.domain.people import Channel
from relapp.store import backlog as store
from relapp.store.backlog import Line
from relapp.store.connection import Database
from relapp.store.my_hours import MyHours


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits at `now`, looked through as far as `end`; `horizon` is the end of that day."""

    db: Database
    mine: MyHours
    now: datetime
    end: datetime
    horizon: datetime
    pause: Pause | None
    cap: int
    spent: Mapping[date, int]
    few: int = store.FEW

    def ids(self, *, whole: bool) -> list[int]:
        """Those without which some answer might differ. Unless `whole`, of those that all come together one is enough.

        Few are taken as they are. Of many overdue ones a line that lands after the end is left out, and of another
        those that can have no turn by then.
        """
        late, until = (self.now - IN_TIME).timestamp(), self.horizon.timestamp()
        if not store.is_long(self.db, late, self.few):
            return store.before(self.db, until)
        found = store.apart(self.db, late, until)
        apart = backlog.own_lines(self.mine.hours)
        for channel in (None, *sorted(apart)):
            found += self._of_line(channel, Line(apart, others=True) if channel is None else Line((channel,)), whole)
        return found

    def _of_line(self, channel: Channel | None, line: Line, whole: bool) -> list[int]:
        hours, zone = self.mine.hours, zone_of(self.mine.hours)
        late = (self.now - IN_TIME).timestamp()
        everything, nothing = 1 << 60, -(1 << 60)
        landing = backlog.landing(hours, self.now, self.pause, channel)
        if landing is not None and landing >= self.end:
            return []
        unmoved = store.in_line(self.db, line, (backlog.UNMOVED,), nothing, late, everything if whole else 1)
        today, last = self.now.astimezone(zone).date(), self.end.astimezone(zone).date()
        most = everything
        if backlog.ever_moves(hours, self.now, last, self.pause, channel):
            most = backlog.room(self.cap, self.spent, today, last)
        begun = min(midnight(today, zone).timestamp(), late)  # today's own stand behind those of the days before
        before = store.in_line(self.db, line, backlog.MOVABLE, nothing, begun, most)
        return unmoved + before + store.in_line(self.db, line, backlog.MOVABLE, begun, late, most)
