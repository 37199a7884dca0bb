"""Every option once: its key, its default, the values it may take, and one sentence for the settings page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from relapp.domain.cadence import DEFAULT_DAYS
from relapp.domain.errors import Refused
from relapp.domain.tiers import Tier
from relapp.domain.words import tr

T = TypeVar("T", str, int, bool)


@dataclass(frozen=True)
class Option(Generic[T]):
    """An option. `allowed` says whether a value may be stored; `sentence` tells the user what it does."""

    key: str
    default: T
    sentence: Callable[[], str]
    allowed: Callable[[T], bool] = lambda value: True

    def check(self, value: T) -> T:
        """The value itself. Raises Refused when it isn't one of this option's."""
        if type(value) is not type(self.default) or not self.allowed(value):
            raise Refused(tr("“{value}” is not a value of the option {key}.").format(value=value, key=self.key))
        return value


def _is_zone(name: str) -> bool:
    try:
        return name == "" or bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def _is_cadence(days: int) -> bool:
    return 1 <= days <= 3650


ME_NAME = Option("me.name", "", lambda: tr("Your name, as it stands under what you write."))
ME_SIGNATURE = Option("me.signature", "", lambda: tr("What closes your e-mails."))
ME_ZONE = Option(
    "me.zone",
    "",
    lambda: tr("Your time zone. Empty follows this computer."),
    _is_zone,
)
LOOK = Option(
    "look.mode",
    "system",
    lambda: tr("Light, dark, or as the system has it."),
    lambda mode: mode in ("system", "light", "dark"),
)
HOURS = Option(
    "time.hours",
    "locale",
    lambda: tr("How hours are shown: as your language has it, 24 or 12."),
    lambda hours: hours in ("locale", "24", "12"),
)
FIRST_WEEKDAY = Option(
    "time.first_weekday",
    0,
    lambda: tr("The day your weeks begin with; 0 is as your language has it, 1 is Monday."),
    lambda day: 0 <= day <= 7,
)
CADENCES: dict[Tier, Option[int]] = {
    Tier.A: Option("cadence.a", DEFAULT_DAYS[Tier.A], lambda: tr("Days between contacts with A clients."), _is_cadence),
    Tier.B: Option("cadence.b", DEFAULT_DAYS[Tier.B], lambda: tr("Days between contacts with B clients."), _is_cadence),
    Tier.C: Option("cadence.c", DEFAULT_DAYS[Tier.C], lambda: tr("Days between contacts with C clients."), _is_cadence),
}
HIDE_PRIVATE = Option(
    "privacy.hide_private", False, lambda: tr("Hide what is marked private while your screen is shared.")
)
OPTIONS: tuple[Option[str] | Option[int] | Option[bool], ...] = (
    ME_NAME,
    ME_SIGNATURE,
    ME_ZONE,
    LOOK,
    HOURS,
    FIRST_WEEKDAY,
    *CADENCES.values(),
    HIDE_PRIVATE,
)
