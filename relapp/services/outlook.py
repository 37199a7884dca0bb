"""What will pop up, when and why: everything undelivered put through `plan`, planned repeats expanded. Reads only.

The beat, the command `due`, Today and the preview all look through this, so that none foretells what another denies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from relapp.domain import series
from relapp.domain.boundaries.hours import Hours
from relapp.domain.boundaries.plan import settled, weighed
from relapp.domain.boundaries.spans import next_opening
from relapp.domain.instants import instant
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.settings import DAILY_CAP, DIGEST
from relapp.services.desk import Desk
from relapp.services.pausing import pause_at
from relapp.services.queue import Queue
from relapp.services.standing import end_of_day
from relapp.store import backlog, deliveries, my_hours, next_delivery, open_follow_ups
from relapp.store.my_hours import MyHours

if TYPE_CHECKING:
    from relapp.services.occasions import Occasions

MISSED_OCCASION = timedelta(days=31)
"""How late an occasion is still told of."""
_FIXED_AHEAD = timedelta(days=60)
"""How long before its due moment a fixed repeat is looked for: it may come before a leave."""


class Outlook:
    """Everything that is undelivered, as it will come."""

    def __init__(self, desk: Desk, occasions: Occasions, queue: Callable[..., Queue] = Queue) -> None:
        self._desk = desk
        self._occasions = occasions
        self._queue = queue

    def mine(self) -> MyHours:
        """My hours, urgent rule and their version, as the file has them."""
        return my_hours.read(self._desk.db, self._desk.zone())

    def before(self, end: datetime, now: datetime) -> list[Planned]:
        """All that comes from `now` to `end`, in order of delivery; overdue ones stand at their next opening."""
        return self._before(end, now, whole=True)

    def left_over(self, end: datetime, now: datetime) -> datetime | None:
        """When the first of what waits since before `end`, and doesn't come before it, does come."""
        waiting = next_delivery.first_waiting(self._desk.db)
        if waiting is None or waiting >= end.timestamp():
            return None
        pause = pause_at(self._desk, now)
        ready = end if pause is None else max(end, pause.until)
        horizon = end_of_day(self._desk, next_opening(self.mine().hours, ready) or ready)
        return next((one.at for one in self._before(horizon, now, whole=False)), None)

    def _before(self, end: datetime, now: datetime, *, whole: bool) -> list[Planned]:
        """Of what comes in any number with one opening, `whole` false leaves one."""
        horizon = end_of_day(self._desk, end - timedelta(microseconds=1))
        mine, pause, spent = self.mine(), pause_at(self._desk, now), self._spent(now)
        cap, digest = self._desk.option(DAILY_CAP), self._desk.option(DIGEST)
        queue = self._queue(self._desk.db, mine, now, end, horizon, pause, cap, spent)
        chains = self._chains(queue.ids(whole=whole), horizon, now)
        reminders = [one for chain in chains for one in chain] + self._special_days(mine.hours, horizon, now)
        left = [weighed(one, mine.hours, now, rule=mine.rule, pause=pause) for one in reminders]
        spread = partial(settled, hours=mine.hours, rule=mine.rule, pause=pause, cap=cap, spent=spent, until=end)
        following = {_name(one): other for chain in chains for one, other in pairwise(chain)}
        while following and (overtaken := self._overtaken(spread(left, digest=False), following)):
            left = [one for one in left if _name(one.planned.reminder) not in overtaken]
        return [one for one in spread(left, digest=digest) if one.at < end]

    def _overtaken(
        self, planned: Iterable[Planned], following: Mapping[tuple[str, str], Reminder]
    ) -> set[tuple[str, str]]:
        """Those in whose place the next moment of the same follow-up comes."""
        zone, repeating = self._desk.zone(), {key for key, _ in following}
        named = ((_name(one.reminder), one) for one in planned if one.reminder.key in repeating)
        return {name for name, one in named if (other := following.get(name)) and series.overtaken(one, other, zone)}

    def _spent(self, now: datetime) -> dict[date, int]:
        """How many held-back ones were delivered on the present local day: the cap counts them."""
        zone = self._desk.zone()
        begun = instant(now.astimezone(zone).date(), time(), zone)
        return dict(Counter(at.astimezone(zone).date() for at in deliveries.held_since(self._desk.db, begun)))

    def _chains(self, ids: Sequence[int], end: datetime, now: datetime) -> list[list[Reminder]]:
        """The moments of each of these follow-ups before `end`, in order."""
        db, zone = self._desk.db, self._desk.zone()
        asked = backlog.as_param(ids)
        delivered = open_follow_ups.delivered(db, backlog.CHOSEN, asked)
        found = []
        for _, one in open_follow_ups.read(db, backlog.CHOSEN, getattr(zone, "key", "UTC"), asked):
            ahead = _FIXED_AHEAD if one.reminder.fixed else timedelta()
            found.append(series.expand(one, delivered.get(one.reminder.key, ()), now, end + ahead, zone))
        return found

    def _special_days(self, hours: Hours, end: datetime, now: datetime) -> list[Reminder]:
        """Occasions whose reminder comes before `end`: those of closed days come before these."""
        zone = self._desk.zone()
        opening = next_opening(hours, end) or end
        first = (now - MISSED_OCCASION).astimezone(zone).date()
        last = opening.astimezone(zone).date() + timedelta(days=1)
        found = [
            one
            for one in self._occasions.reminders(first, last)
            if not isinstance(one.due, datetime) and one.due >= one.set_at.astimezone(zone).date()
        ]
        gone = deliveries.confirmed(self._desk.db, [one.key for one in found])
        return [one for one in found if _name(one) not in gone]


def _name(reminder: Reminder) -> tuple[str, str]:
    return reminder.key, reminder.moment
