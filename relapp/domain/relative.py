"""Dates and spans in words: "2 days late", "12 of 30 d", "4 June 1978 · 47". Local dates in, plain words out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from relapp.domain.cadence import Standing, State
from relapp.domain.words import tr

if TYPE_CHECKING:
    from relapp.domain.dates import PartialDate

_NEAR = 6
"""Days within which a weekday's name alone says which one is meant."""


def month_name(month: int) -> str:
    """The month, 1 to 12."""
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"), tr("August"),
        tr("September"), tr("October"), tr("November"), tr("December"),
    )[month - 1]  # fmt: skip


def weekday_name(weekday: int) -> str:
    """The day of the week; 0 is Monday."""
    return (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
    )[weekday]  # fmt: skip


def weekday_short(weekday: int) -> str:
    """The day of the week where there is little room; 0 is Monday."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[weekday]


def date_words(day: PartialDate | date) -> str:
    """ "4 June 1978", "4 June", "June 1978" or "1978", by what is known."""
    if day.month is None:
        return str(day.year)
    month = month_name(day.month)
    if day.day is None:
        return tr("{month} {year}").format(month=month, year=day.year) if day.year else month
    if day.year is None:
        return tr("{day} {month}").format(day=day.day, month=month)
    return tr("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def day_in_month(day: date) -> str:
    """ "Mon 2", beside an entry under its month."""
    return tr("{weekday} {day}").format(weekday=weekday_short(day.weekday()), day=day.day)


def day_words(day: date, today: date) -> str:
    """ "today", "yesterday", "tomorrow", "Monday" within six days either way, else "2 March", "2 March 2025"."""
    distance = (day - today).days
    if distance in (-1, 0, 1):
        return (tr("today"), tr("tomorrow"), tr("yesterday"))[distance]
    if abs(distance) <= _NEAR:
        return weekday_name(day.weekday())
    if day.year != today.year:
        return date_words(day)
    return tr("{day} {month}").format(day=day.day, month=month_name(day.month))


def counted(number: int, one: str, many: str) -> str:
    """`one` for 1, else `many` with the number in it; both already in the user's language."""
    return one if number == 1 else many.format(n=number)


def late_words(days: int) -> str:
    """ "2 days late"."""
    return counted(days, tr("1 day late"), tr("{n} days late"))


def silence_words(standing: Standing) -> str:
    """The chip of a list: "12 of 30 d", "12 d" without a cadence, "new" when there never was contact."""
    if standing.state is State.NEW or standing.days is None:
        return tr("new")
    if standing.of is None:
        return tr("{days} d").format(days=standing.days)
    return tr("{days} of {of} d").format(days=standing.days, of=standing.of)


def birthday_words(birthday: PartialDate, today: date) -> str:
    """ "4 June 1978 · 47": with the age on `today`, where the year is known."""
    words = date_words(birthday)
    age = birthday.years_on(today)
    if age is None or age < 0:
        return words
    if birthday.in_year(today.year) == today:
        return tr("{date} · {age} today").format(date=words, age=age)
    return tr("{date} · {age}").format(date=words, age=age)


def anniversary_words(day: PartialDate, today: date) -> str:
    """ "19 March 2019 · 7 years next week": how many years it is, or soon will be."""
    words = date_words(day)
    coming, years = day.next_from(today), day.years_on(today)
    if years is None or years < 0:
        return words
    if coming is not None and day.year is not None and coming.year > day.year:
        near = _soon(coming, today)
        if near:
            years = coming.year - day.year
            told = counted(years, tr("1 year"), tr("{n} years"))
            return tr("{date} · {years} {when}").format(date=words, years=told, when=near)
    if years == 0:
        return words
    return tr("{date} · {years}").format(date=words, years=counted(years, tr("1 year"), tr("{n} years")))


def _soon(day: date, today: date) -> str:
    """ "today", "tomorrow", "this week", "next week", by weeks that begin on Monday; empty beyond."""
    distance = (day - today).days
    if distance < 2:
        return day_words(day, today)
    weeks = (distance + today.weekday()) // 7
    return (tr("this week"), tr("next week"))[weeks] if weeks < 2 else ""


def minutes_words(minutes: int) -> str:
    """ "22 min", "1 h", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{n} min").format(n=rest)
    return tr("{n} h {rest}").format(n=hours, rest=f"{rest:02d}") if rest else tr("{n} h").format(n=hours)
