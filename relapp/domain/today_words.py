"""The sentences of Today, on the page and by command. Pure: the hour and the day are brought along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, tzinfo

from relapp.domain.dates import PartialDate
from relapp.domain.open_day import OpenDay, Phase
from relapp.domain.relative import counted, date_words, day_in_month, day_words, late_words, weekday_name
from relapp.domain.today import NextUp, Occasion, Round, Waiting
from relapp.domain.weekly import Act, Session, Suggestion
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


def next_words(
    coming: NextUp, today: date, day_of: Callable[[datetime], date], clock: Callable[[datetime], str]
) -> str:
    """ "Next: Tom Keller, Friday 10:00: call about the trip"; `day_of` and `clock` say an instant in my zone."""
    if isinstance(coming.due, datetime):
        day = day_words(day_of(coming.due), today)
        when = tr("{day} {time}").format(day=day, time=clock(coming.due))
    else:
        when = day_words(coming.due, today)
    if not coming.what:
        return tr("Next: {name}, {when}").format(name=coming.shown, when=when)
    return tr("Next: {name}, {when}: {what}").format(name=coming.shown, when=when, what=coming.what)


def session_words(found: Session) -> str:
    """What the weekly session holds: "Four ideas fit into 15 minutes: thank Halden GmbH, welcome Noor Aziz.".

    Questions come last, so that the sentence ends with their mark.
    """
    if not found.session:
        return (
            _held(found.done) if found.done else tr("No idea comes up this week. What you note brings the next ones.")
        )
    count = len(found.session)
    ideas = tr("One idea") if count == 1 else tr("{n} ideas").format(n=_number(count))
    if found.done:
        said = tr("{ideas} left this week")
    else:
        said = tr("{ideas} fits into {minutes}") if count == 1 else tr("{ideas} fit into {minutes}")
    said = said.format(ideas=ideas, minutes=counted(found.minutes, tr("1 minute"), tr("{n} minutes")))
    titles = sorted(map(_in_a_line, found.session), key=lambda title: title.endswith("?"))
    end = "?" if titles[-1].endswith("?") else "."
    return tr("{said}: {titles}").format(said=said, titles=", ".join(title.rstrip("?") for title in titles) + end)


def _held(done: Sequence[Act]) -> str:
    people = len({one.person for one in done if one.person is not None})
    if not people:
        return tr("Held this week.")
    return counted(
        people, tr("Held this week: 1 person heard from you."), tr("Held this week: {n} people heard from you.")
    )


def _number(count: int) -> str:
    """At the beginning of a sentence."""
    words = (
        tr("Two"), tr("Three"), tr("Four"), tr("Five"), tr("Six"), tr("Seven"), tr("Eight"), tr("Nine"), tr("Ten"),
    )  # fmt: skip
    return words[count - 2] if count - 2 < len(words) else str(count)


def _in_a_line(one: Suggestion) -> str:
    """A title in the middle of a sentence: "thank Halden GmbH"; names keep their capital."""
    title = one.title
    first = title.split("’")[0].split(" ")[0]
    return title if first in one.shown.split() else title[:1].lower() + title[1:]
