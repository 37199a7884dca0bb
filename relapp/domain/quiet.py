"""Who is going quiet, and why, in a sentence. Days are local dates of mine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from relapp.domain.relative import counted
from relapp.domain.tiers import Tier
from relapp.domain.words import tr


class Silence(NamedTuple):
    """What is known of a silence: the last day of contact, the usual gap, attempts since then, the last delivery.

    `by_attempts`: it is the unanswered attempts that make it one, not its length.
    """

    tier: Tier | None
    last_day: date | None
    median: float | None
    attempts: int
    by_attempts: bool
    delivered: date | None = None


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody who has gone quiet since `quiet_on`. `silent` days since the last contact, None where there was none.

    `spark` are days of contact a quarter, over a year, the latest last; `has_photo` whether there is a picture.
    """

    person: int
    shown: str
    subtitle: str
    tier: Tier | None
    silent: int | None
    sentence: str
    spark: tuple[int, ...]
    quiet_on: date
    has_photo: bool = False


def whole_days(days: float) -> int:
    """A usual gap as it is said, at least 1: half a day counts as one."""
    return max(1, int(days + 0.5))


def every_words(days: float) -> str:
    """ "every 21 days"."""
    return counted(whole_days(days), tr("every day"), tr("every {n} days"))


def sentence(silence: Silence, today: date) -> str:
    """Why, in a few words: no talk since a delivery, no answer, or how long it is against the usual gap."""
    last = silence.last_day
    if silence.delivered is not None and (last is None or last <= silence.delivered):
        if silence.tier is None:
            return tr("no talk since delivery")
        return tr("{tier} client, no talk since delivery").format(tier=silence.tier)
    if silence.by_attempts or silence.median is None or last is None:
        return counted(silence.attempts, tr("your message had no answer"), tr("your last {n} messages had no answer"))
    silent = str((today - last).days)
    return tr("usually {often}; silent for {n}").format(often=every_words(silence.median), n=silent)
