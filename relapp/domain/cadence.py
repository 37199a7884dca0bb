"""How often to be in touch, and how it stands. Days are local dates; entries in the future are not to be passed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

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
    """What the chip shows: `days` since the last contact (None: never), `of` the cadence (None: no cadence).

    `late` are the days past the due day, 0 until then, also for somebody new.
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


def due_day(last_contact: date | None, since: date | None, days: int | None) -> date | None:
    """The day the next contact is due: `days` after the last one, else after getting the cadence (`since`)."""
    start = last_contact or since
    if days is None or start is None:
        return None
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def standing(last_contact: date | None, since: date | None, days: int | None, today: date) -> Standing:
    """How it stands on `today`; on the due day itself it is due, not late."""
    silent = None if last_contact is None else max(0, (today - last_contact).days)
    due = due_day(last_contact, since, days)
    late = max(0, (today - due).days) if due is not None else 0
    if silent is None:
        return Standing(State.NEW, None, days, late)
    if days is None:
        return Standing(State.NONE, silent, None)
    if late:
        return Standing(State.LATE, silent, days, late)
    return Standing(State.SOON if silent * 100 >= days * SOON else State.CALM, silent, days)


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
