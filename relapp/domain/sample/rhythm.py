"""When we spoke: turns a person's part into days of contact, newest first. It knows no texts and no kinds."""

from __future__ import annotations

import random
from datetime import date, timedelta

from relapp.domain.people import Tier
from relapp.domain.sample.cast import Role
from relapp.domain.sample.moments import scattered, working_day

_EVERY = {Tier.A: 25, Tier.B: 68, Tier.C: 125, None: 110}


def usual_gap(role: Role) -> int:
    """Days between two contacts with this person, as a rule."""
    return role.every if role.every is not None else _EVERY[role.person.tier]


def first_day(role: Role, today: date) -> date:
    """The local day from which there is something to tell."""
    return today - timedelta(days=role.start)


def last_contact(role: Role, today: date, rng: random.Random) -> date:
    """The day of the newest contact: as told, else some working day within the usual gap."""
    if role.silent is not None:
        return today - timedelta(days=role.silent)
    gap = usual_gap(role)
    return working_day(today - timedelta(days=1 + int(gap * (0.08 + 0.7 * rng.random()))))


def earlier_contacts(role: Role, newest: date, today: date, rng: random.Random) -> tuple[date, ...]:
    """The contacts before `newest`, back to the first: regular, sometimes hurried, seldom a long gap."""
    gap = usual_gap(role)
    first = first_day(role, today)
    days: list[date] = []
    day = newest
    while True:
        pace = rng.random()
        stretch = 0.25 + 0.3 * pace if pace < 0.15 else 0.7 + 0.6 * rng.random()
        if pace > 0.94:
            stretch *= 1.7
        day = scattered(day - timedelta(days=max(2, round(gap * stretch))), rng.random())
        if day < first:
            return tuple(days)
        days.append(day)
