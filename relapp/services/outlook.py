"""What will pop up, when and why: everything undelivered put through `plan`, planned repeats expanded. Reads only.

The beat, the command `due`, Today and the preview all look through this, so that none foretells what another denies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from relapp.domain import series
from relapp.domain.boundaries.hours import Hours
from relapp.domain.boundaries.plan import plan
from relapp.domain.boundaries.spans import next_opening
from relapp.domain.instants import instant
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.settings import DAILY_CAP, DIGEST
from relapp.services.desk import Desk
from relapp.services.standing import end_of_day, pause_at
from relapp.store import deliveries, my_hours, next_delivery, open_follow_ups
from relapp.store.my_hours import MyHours

if TYPE_CHECKING:
    from relapp.services.occasions import Occasions

MISSED_OCCASION = timedelta(days=31)
"""How late an occasion is still told of."""
_FIXED_AHEAD = timedelta(days=60)
"""How long before its due moment a fixed repeat is looked for: it may come before a leave."""


class Outlook:
    """Everything that is undelivered, as it will come."""

    def __init__(self, desk: Desk, occasions: Occasions) -> None:
        self._desk = desk
        self._occasions = occasions

    def mine(self) -> MyHours:
        """My hours, urgent rule and their version, as the file has them."""
        return my_hours.read(self._desk.db, self._desk.zone())

    def before(self, end: datetime, now: datetime) -> list[Planned]:
        """All that comes from `now` to `end`, in order of delivery; overdue ones stand at their next opening."""
        horizon = end_of_day(self._desk, end - timedelta(microseconds=1))
        mine = self.mine()
        chains = self._chains(horizon, now)
        left = [one for chain in chains for one in chain] + self._special_days(mine.hours, horizon, now)
        following = {_name(one): other for chain in chains for one, other in pairwise(chain)}
        while True:
            planned = self._planned(left, mine, now, end)
            overtaken = {
                _name(one.reminder)
                for one in planned
                if (other := following.get(_name(one.reminder))) and series.overtaken(one, other, self._desk.zone())
            }
            if not overtaken:
                return [one for one in planned if one.at < end]
            left = [one for one in left if _name(one) not in overtaken]

    def left_over(self, end: datetime, now: datetime) -> datetime | None:
        """When the first of what waits since before `end`, and doesn't come before it, does come."""
        waiting = next_delivery.first_waiting(self._desk.db)
        if waiting is None or waiting >= end.timestamp():
            return None
        pause = pause_at(self._desk, now)
        ready = end if pause is None else max(end, pause.until)
        horizon = end_of_day(self._desk, next_opening(self.mine().hours, ready) or ready)
        return next((one.at for one in self.before(horizon, now)), None)

    def _planned(
        self, reminders: Sequence[Reminder], mine: MyHours, now: datetime, until: datetime | None = None
    ) -> Sequence[Planned]:
        return plan(
            reminders,
            mine.hours,
            now,
            rule=mine.rule,
            pause=pause_at(self._desk, now),
            cap=self._desk.option(DAILY_CAP),
            spent=self._spent(now),
            digest=self._desk.option(DIGEST),
            until=until,
        )

    def _spent(self, now: datetime) -> dict[date, int]:
        """How many held-back ones were delivered on the present local day: the cap counts them."""
        zone = self._desk.zone()
        begun = instant(now.astimezone(zone).date(), time(), zone)
        return dict(Counter(at.astimezone(zone).date() for at in deliveries.held_since(self._desk.db, begun)))

    def _chains(self, end: datetime, now: datetime) -> list[list[Reminder]]:
        """Of each follow-up that may come before `end`, its moments in order."""
        db, zone = self._desk.db, self._desk.zone()
        params = {"until": int(end.timestamp())}
        delivered = open_follow_ups.delivered(db, next_delivery.BEFORE, params)
        found = []
        for _, one in open_follow_ups.read(db, next_delivery.BEFORE, getattr(zone, "key", "UTC"), params):
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
