"""How often to be in touch, and how it stands. Days are local dates; entries in the future are not to be passed in.

My leave counts against nobody: the day on which somebody is due moves by it. Whether they are late goes by that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relapp.domain.leave import NO_LEAVE, Leave
from relapp.domain.tiers import Tier

DEFAULT_DAYS: Mapping[Tier, int] = {Tier.A: 30, Tier.B: 90, Tier.C: 180}
"""The cadence of each tier until the settings say otherwise."""

SPREAD_OVER = 12
"""Up to so many never-contacted people may come due on one day."""

SOON = 80
"""Percent of the cadence from which it is due soon."""


class State(StrEnum):
    """How the silence compares with the cadence."""

    NONE = "none"
    NEW = "new"
    CALM = "calm"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the chip shows: `days` since the last contact (None: never), `of` how many it may be (None: no cadence).

    `of` is the cadence, and more where leave or an attempt that counts puts the due day off. `late` are the days past
    the due day, 0 until then, also for somebody new.
    """

    state: State
    days: int | None
    of: int | None
    late: int = 0


def days_of(tier: Tier | None, own: int | None, defaults: Mapping[Tier, int]) -> int | None:
    """The cadence in days: the person's own, else the tier's; None without either."""
    if own is not None:
        return own
    return None if tier is None else defaults.get(tier)


def due_day(last_contact: date | None, since: date | None, days: int | None, leave: Leave = NO_LEAVE) -> date | None:
    """The day the next contact is due: `days` and my leave between after the last one, else after getting the cadence
    (`since`).
    """
    start = last_contact or since
    return None if days is None or start is None else leave.after(start, days)


def standing(last_contact: date | None, due: date | None, days: int | None, today: date) -> Standing:
    """How it stands on `today` with a cadence of `days`; on the due day itself it is due, not late."""
    late = 0 if due is None or days is None else max(0, (today - due).days)
    if last_contact is None:
        return Standing(State.NEW, None, days, late)
    silent = max(0, (today - last_contact).days)
    if days is None:
        return Standing(State.NONE, silent, None)
    if due is None:
        return Standing(State.CALM, silent, days)
    of = (due - last_contact).days
    if late:
        return Standing(State.LATE, silent, of, late)
    is_soon = (due - today).days * 100 <= days * (100 - SOON)
    return Standing(State.SOON if is_soon else State.CALM, silent, of)


def spread(ids: Iterable[int], days: int) -> dict[int, int]:
    """In how many days each of these never-contacted people is due, who get a cadence of `days` in one change.

    All after `days`; when more than twelve, the k-th of n by id after ceil(k·days/n), so that they don't come at once.
    `cadence_since` is then today plus that, less `days`.
    """
    ordered = sorted(set(ids))
    count = len(ordered)
    if count <= SPREAD_OVER:
        return dict.fromkeys(ordered, days)
    return {person: -(-k * days // count) for k, person in enumerate(ordered, 1)}
