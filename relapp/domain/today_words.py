"""The sentences of Today, on the page and by command. Pure: the hour and the day are brought along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

from relapp.domain.dates import PartialDate
from relapp.domain.open_day import OpenDay, Phase
from relapp.domain.relative import counted, date_words, day_in_month, day_words, late_words, weekday_name
from relapp.domain.today import Occasion, Round, Waiting
from relapp.domain.words import tr


def greeting(hour: int, waiting: int, day: OpenDay, *, done: bool = False, zone: tzinfo = UTC) -> str:
    """The head of the page, by the hour of the day (0 to 23), how many people wait, and how the day stands.

    `done`: something was done today. `zone` is mine: in it the next opening has its day.
    """
    if hour in range(5, 12):
        hello = tr("Good morning.")
    else:
        hello = tr("Good afternoon.") if hour in range(12, 18) else tr("Good evening.")
    return f"{hello} {_rest(waiting, day, done, zone)}"


def _rest(waiting: int, day: OpenDay, done: bool, zone: tzinfo) -> str:
    if not waiting:
        if done:
            return tr("All done for today.")
        return tr("You are closed today.") if day.phase is Phase.CLOSED else tr("Nobody is waiting for you.")
    if day.phase is Phase.AHEAD:
        return waiting_words(waiting)
    if day.phase is Phase.CLOSED:
        one, many = tr("You are closed today; 1 person can wait"), tr("You are closed today; {n} people can wait")
    else:
        one, many = tr("The day is over; 1 person can wait"), tr("The day is over; {n} people can wait")
    said = counted(waiting, one, many)
    if day.opens is None:
        return tr("{said}.").format(said=said)
    return tr("{said} until {day}.").format(said=said, day=day_words(day.opens.astimezone(zone).date(), day.day))


def waiting_words(waiting: int) -> str:
    """How many people wait, in a sentence."""
    return counted(waiting, tr("1 person is waiting for you."), tr("{n} people are waiting for you."))


def day_line(day: OpenDay, clock: Callable[[datetime], str], soon: Callable[[datetime], str], zone: str) -> str:
    """ "Thursday 12 March · open 09:00–12:30 and 13:30–17:30 · Europe/Berlin".

    `clock` says the time of an instant, `soon` its day too where that isn't today.
    """
    parts = [long_day(day.day), _hours(day, clock)]
    if day.paused_until is not None:
        parts.append(tr("paused until {when}").format(when=soon(day.paused_until)))
    return " · ".join([*parts, zone])


def _hours(day: OpenDay, clock: Callable[[datetime], str]) -> str:
    if not day.spans:
        return tr("closed today: {title}").format(title=day.closed) if day.closed else tr("closed today")
    if day.spans == ((day.start, day.end),):
        return tr("open all day")
    *heads, last = (f"{clock(start)}–{clock(end)}" for start, end in day.spans)
    said = tr("{some} and {last}").format(some=", ".join(heads), last=last) if heads else last
    return tr("open {hours}").format(hours=said)


def people_words(count: int) -> str:
    """ "1 person", "7 people"."""
    return counted(count, tr("1 person"), tr("{n} people"))


def day_heading(day: date, today: date) -> str:
    """ "Today", "Tomorrow", else "Monday 16 March"."""
    distance = (day - today).days
    return (tr("Today"), tr("Tomorrow"))[distance] if distance in (0, 1) else long_day(day)


def long_day(day: date) -> str:
    """ "Thursday 12 March"."""
    return f"{weekday_name(day.weekday())} {date_words(PartialDate(None, day.month, day.day))}"


def lateness(one: Waiting, today: date) -> str:
    """What the chip says: how late, due today, or that there never was contact."""
    late = (today - date.fromisoformat(one.due_on)).days
    return late_words(late) if late > 0 else tr("due today")


def rhythm(one: Waiting) -> str:
    """ "A client · every 30 days"."""
    often = counted(one.cadence_days, tr("every day"), tr("every {n} days"))
    return tr("{tier} client").format(tier=one.tier) + " · " + often if one.tier else often


def tried(attempts: int) -> str:
    """ "2 attempts"; nothing without any."""
    return counted(attempts, tr("1 attempt"), tr("{n} attempts")) if attempts else ""


def occasion_words(one: Occasion) -> str:
    """ "Elif Brandt turns 40", "10 years: anniversary of Jonas Lind"."""
    if one.what is Round.BIRTHDAY:
        if one.years is None:
            return tr("{name}: birthday").format(name=one.shown)
        return tr("{name} turns {years}").format(name=one.shown, years=one.years)
    if one.what is Round.RENEWAL:
        return tr("{name}: {title}").format(name=one.shown, title=one.title)
    if one.years is None:
        return tr("{name}: anniversary").format(name=one.shown)
    years = counted(one.years, tr("1 year"), tr("{n} years"))
    return tr("{name}: anniversary, {years}").format(name=one.shown, years=years)


def occasion_day(day: date, today: date) -> str:
    """ "today", "tomorrow", else "Sun 15"."""
    distance = (day - today).days
    return (tr("today"), tr("tomorrow"))[distance] if distance in (0, 1) else day_in_month(day)
