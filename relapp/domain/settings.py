"""Every option once: its key, its default, the values it may take, and one sentence for the settings page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from relapp.domain.cadence import DEFAULT_DAYS
from relapp.domain.errors import Refused
from relapp.domain.people import Channel
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
            raise Refused(tr("“{value}” does not fit here: {sentence}").format(value=value, sentence=self.sentence()))
        return value


def _is_zone(name: str) -> bool:
    try:
        return name == "" or bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def _is_cadence(days: int) -> bool:
    return 1 <= days <= 3650


def _is_week(text: str) -> bool:
    from relapp.domain.boundaries.week_text import read

    return read(text) is not None


def _is_window(text: str) -> bool:
    from relapp.domain.boundaries.week_text import read_window

    return read_window(text) is not None


def _is_pause(text: str) -> bool:
    start, _, until = text.partition("/")
    return text == "" or (start.isdecimal() and until.isdecimal() and int(start) < int(until))


def _are_tiers(text: str) -> bool:
    return all(part in set(Tier) for part in text.split(",") if part)


def _are_channels(text: str) -> bool:
    return all(part in set(Channel) for part in text.split(",") if part)


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
    lambda: tr("The day your weeks begin with."),
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
HOURS_ZONE_SEEN = Option(
    "hours.zone_seen", "", lambda: tr("The computer's time zone when your hours were last confirmed."), _is_zone
)
WEEK = Option("hours.week", "mon-fri 09:00-17:00", lambda: tr("Your business hours."), _is_week)
HOURS_ASKED = Option("hours.asked", False, lambda: tr("Whether your hours were asked for."))
HOLIDAYS = Option("hours.holidays", "", lambda: tr("Country and region of your public holidays, like DE-BE."))
PAUSE = Option(
    "hours.pause", "", lambda: tr("The pause in reminders: from and until, seconds since 1970 UTC."), _is_pause
)
URGENT_TIERS = Option(
    "urgent.tiers", "A", lambda: tr("Clients whose urgent matters come through quiet time."), _are_tiers
)
URGENT_CHANNELS = Option(
    "urgent.channels", "call", lambda: tr("Channels by which urgent matters come through quiet time."), _are_channels
)
URGENT_BETWEEN = Option(
    "urgent.between", "08:00-20:00", lambda: tr("Hours in which urgent matters come through quiet time."), _is_window
)
URGENT_WORDS = Option("urgent.words", "", lambda: tr("What counts as urgent, in your own words."))
DAILY_CAP = Option(
    "reminders.cap", 12, lambda: tr("Held-back reminders a day, at most."), lambda count: 1 <= count <= 500
)
DIGEST = Option("reminders.digest", True, lambda: tr("One digest for what comes with the same opening."))
NEUTRAL = Option("reminders.neutral", False, lambda: tr("Reminders without names, for shared screens."))
OWN_WINDOW = Option("reminders.own_window", False, lambda: tr("Show reminders in Relapp's own window."))
ANSWER_HOURS = Option(
    "answers.hours", 4, lambda: tr("Business hours within which you answer."), lambda hours: 1 <= hours <= 200
)
LEAD_DAYS = Option(
    "occasions.lead",
    0,
    lambda: tr("Days before an occasion on which its reminder comes."),
    lambda days: 0 <= days <= 60,
)
ATTEMPTS_COUNT = Option("cadence.attempts_count", False, lambda: tr("Attempts count as contact for the cadence too."))
CURRENCY = Option(
    "me.currency",
    "EUR",
    lambda: tr("The currency of your sales, as its code of three letters."),
    lambda code: len(code) == 3 and code.isascii() and code.isalpha() and code.isupper(),
)
WEEKLY_DAY = Option(
    "weekly.day",
    5,
    lambda: tr("The day of your weekly session."),
    lambda day: 1 <= day <= 7,
)
WEEKLY_AT = Option(
    "weekly.at",
    "15:00",
    lambda: tr("The hour of your weekly session."),
    lambda hour: hour != "24:00" and _is_window(f"{hour}-24:00"),
)
WEEKLY_MINUTES = Option(
    "weekly.minutes",
    15,
    lambda: tr("The minutes of your weekly session."),
    lambda minutes: 5 <= minutes <= 120,
)
HOUSEKEEPING = Option(
    "weekly.housekeeping",
    "Read your website as a client would\nLook at your profiles: photo, role, what you offer\n"
    "Call your own number and hear your voicemail text\nRead the automatic reply of your e-mail",
    lambda: tr("Your own entrance: what to look at, one line each, one of them a month."),
)
PHRASES_OWN = Option("phrases.own", False, lambda: tr("Whether the sample phrases were taken over."))
KEEP_IN_TRAY = Option("app.keep_in_tray", True, lambda: tr("Closing the window keeps Relapp in the tray."))
OPTIONS: tuple[Option[str] | Option[int] | Option[bool], ...] = (
    ME_NAME,
    ME_SIGNATURE,
    ME_ZONE,
    LOOK,
    HOURS,
    FIRST_WEEKDAY,
    *CADENCES.values(),
    HIDE_PRIVATE,
    HOURS_ZONE_SEEN,
    WEEK,
    HOURS_ASKED,
    HOLIDAYS,
    PAUSE,
    URGENT_TIERS,
    URGENT_CHANNELS,
    URGENT_BETWEEN,
    URGENT_WORDS,
    DAILY_CAP,
    DIGEST,
    NEUTRAL,
    OWN_WINDOW,
    ANSWER_HOURS,
    LEAD_DAYS,
    ATTEMPTS_COUNT,
    CURRENCY,
    WEEKLY_DAY,
    WEEKLY_AT,
    WEEKLY_MINUTES,
    HOUSEKEEPING,
    PHRASES_OWN,
    KEEP_IN_TRAY,
)
