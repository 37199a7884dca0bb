"""The reminders of the present day: what the log says of those that came, what the outlook says of those to come.

Reads only.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from relapp.domain.boundaries.landing import begin_of
from relapp.domain.boundaries.spans import last_opening_before, open_until
from relapp.domain.open_day import OpenDay
from relapp.domain.today import DayReminder, DayReminders
from relapp.services.desk import Desk
from relapp.services.reminders import Reminders
from relapp.store import delivered, my_hours
from relapp.store.delivered import Delivered


def day_reminders(desk: Desk, day: OpenDay, reminders: Reminders) -> DayReminders:
    """Each reminder once: where it is still to come, else where it came last."""
    came = delivered.between(desk.db, day.start, day.end)
    coming = reminders.upcoming(desk.now(), day.end)
    names = reminders.names(coming)
    found = {one.key: _came(one) for one in came}
    for planned in coming:
        one = planned.reminder
        found[one.key] = DayReminder(one.key, one.person, names[one.person], one.what, planned.at, one.occasion)
    since = _quiet_since(desk, day)
    held = [one for one in came if one.held and since <= begin_of(one.due, desk.zone()) < _opening(day)]
    in_order = sorted(found.values(), key=lambda one: (one.at, one.key))
    return DayReminders(tuple(in_order), len({one.key for one in held}), since >= day.start - timedelta(days=1))


def _came(one: Delivered) -> DayReminder:
    is_occasion = not one.key.startswith("f:")
    return DayReminder(one.key, one.person, one.shown, one.what, one.at, is_occasion, delivered=True, done=one.done)


def _opening(day: OpenDay) -> datetime:
    return day.spans[0][0] if day.spans else day.end


def _quiet_since(desk: Desk, day: OpenDay) -> datetime:
    """When the open time before this day's ended."""
    hours, opening = my_hours.read(desk.db, desk.zone()).hours, _opening(day)
    before = last_opening_before(hours, opening)
    ended = None if before is None else open_until(hours, before)
    return day.start if ended is None else min(ended, opening)
