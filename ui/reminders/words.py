"""What a reminder says in the window and in the tray's menu: its two lines, and the chips that tell why now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from relapp.core import Core
from relapp.domain import reminder_words
from relapp.domain.boundaries import reasons
from relapp.domain.boundaries.spans import is_open
from relapp.domain.relative import counted, late_words
from relapp.domain.reminders import Reminder, Shown
from relapp.domain.settings import NEUTRAL
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone

if TYPE_CHECKING:
    from relapp.domain.boundaries.snooze import Choice

ChipWords = tuple[str, Tone, str]
"""Words, tone and icon of a chip."""


class Wording(NamedTuple):
    """The two lines and the chips of one reminder. A neutral one says nothing of whom and what it is about."""

    title: str
    text: str
    chips: tuple[ChipWords, ...]
    neutral: bool = False


def wording(core: Core, shown: Shown, zone_name: str, moments: Moments) -> Wording:
    """`zone_name` is the person's own zone, or "" where none is known."""
    if core.settings.get(NEUTRAL):
        title = reminder_words.neutral_title(shown.reminder)
        return Wording(title, "", tuple(_neutral_chips(core, shown)), neutral=True)
    title, text = lines(shown.reminder, shown.name)
    here = _place_chip(core, shown.reminder, zone_name, moments)
    chips = [*([here] if here else []), *_neutral_chips(core, shown)]
    if shown.reason not in ("", reasons.due_now(), reasons.due_that_day()):
        chips.append((shown.reason, Tone.GREY, ""))
    return Wording(title, text, tuple(chips))


def lines(reminder: Reminder, name: str) -> tuple[str, str]:
    """ "Call Tom Keller" and what about; without a channel what to do, and for whom."""
    title = " ".join(reminder_words.title(reminder, name).split())
    other = name if reminder.occasion or reminder.channel is None else " ".join(reminder.what.split())
    return title, "" if other.casefold() in title.casefold() else other


def line(core: Core, shown: Shown) -> str:
    """Both in one, for a menu."""
    if core.settings.get(NEUTRAL):
        return reminder_words.neutral_title(shown.reminder)
    return " · ".join(part for part in lines(shown.reminder, shown.name) if part)


def heading(count: int) -> str:
    """Beside the app's name."""
    return counted(count, tr("A follow-up is due"), tr("{n} follow-ups are due").format(n=count))


def _place_chip(core: Core, reminder: Reminder, zone_name: str, moments: Moments) -> ChipWords | None:
    name = reminder.theirs.zone if reminder.theirs else zone_name
    try:
        zone = ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        zone = None
    if zone is None:
        return None
    now = core.desk.now()
    here = tr("{time} in {place}").format(time=moments.time(now, zone), place=name.rsplit("/", 1)[-1].replace("_", " "))
    if reminder.theirs is None:
        return here, Tone.GREY, "globe"
    if is_open(reminder.theirs, now):
        return tr("{here} · reachable").format(here=here), Tone.GREEN, "sun"
    return tr("{here} · closed now").format(here=here), Tone.PLUM, "moon"


def _neutral_chips(core: Core, shown: Shown) -> list[ChipWords]:
    chips: list[ChipWords] = []
    reminder = shown.reminder
    late = _late_words(core, shown)
    if late:
        chips.append((late, Tone.RED, ""))
    if reminder.missed:
        chips.append((reminder_words.missed_words(reminder.missed), Tone.AMBER, ""))
    if shown.again:
        chips.append((tr("shown before"), Tone.GREY, ""))
    return chips


def _late_words(core: Core, shown: Shown) -> str:
    """ "2 days late", "late" on its day; nothing where it was a matter of seconds."""
    due, zone = shown.reminder.due, core.desk.zone()
    day = due.astimezone(zone).date() if isinstance(due, datetime) else due
    days = (core.desk.today() - day).days
    if days > 0 and shown.late:
        return late_words(days)
    behind = shown.at - due if isinstance(due, datetime) else timedelta()
    return tr("late") if shown.late and behind >= timedelta(minutes=1) else ""


class SnoozeOffer(NamedTuple):
    """One line of the snooze menu: its words, when it comes, and whether also in quiet time."""

    text: str
    at: datetime
    anyway: bool = False


def snooze_offers(choices: Sequence[Choice], moments: Moments) -> list[SnoozeOffer]:
    """Every choice with its moment; one in quiet time twice: at the opening instead, and all the same."""
    offers = []
    for choice in choices:
        words = {"label": choice.label, "at": _at(choice, moments)}
        if choice.instead is None:
            offers.append(SnoozeOffer(tr("{label} {at}").format(**words), choice.at))
            continue
        words["instead"] = moments.soon(choice.instead)
        offers.append(SnoozeOffer(tr("{label}: {instead} instead").format(**words), choice.instead))
        offers.append(SnoozeOffer(tr("{label}: {at}, deliver anyway").format(**words), choice.at, True))
    return offers


def _at(choice: Choice, moments: Moments) -> str:
    """The hour alone where the label names the day already."""
    named = choice.day or choice.key == "tomorrow"
    return moments.time(choice.at) if named and moments.is_near(choice.at) else moments.soon(choice.at)


def proposed(choices: Sequence[Choice]) -> Choice | None:
    """The one on the button: the first that comes in open time, and later than within the hour where there is one."""
    open_ones = [choice for choice in choices if choice.instead is None]
    later = [choice for choice in open_ones if choice.key not in ("15_minutes", "1_hour")]
    return next(iter(later or open_ones), None)
