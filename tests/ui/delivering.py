"""Reminders that were delivered and are still open, made as the app makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from relapp.core import Core
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.reminders import Shown
from tests.clocks import NOW


def plan(core: Core, person: int, what: str, **more: Any) -> str:
    """A follow-up that is due now, in open time; its reminder's key."""
    more.setdefault("due", NOW - timedelta(minutes=2))
    return f"f:{core.follow_ups.add(NewFollowUp(person, what, **more))}"


def deliver(core: Core) -> list[Shown]:
    """Delivers all that is due, as a back end that takes everything; what stands open then."""
    planned = core.reminders.intend(core.reminders.due_now(), "test")
    keys = [one.reminder.key for one in planned]
    core.reminders.shown(keys)
    core.reminders.confirm(keys, "test")
    return core.reminders.open_shown()
