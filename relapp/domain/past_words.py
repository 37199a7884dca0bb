"""When something was, within a sentence: "on Monday", "in November"; and how long: "64 days", "4 months".

Local days in, plain words out; days alone and ages are in `relative`.
"""

from __future__ import annotations

from datetime import date

from relapp.domain.relative import counted, day_words, month_name
from relapp.domain.words import tr

EXACT_DAYS = 30
"""So far back a day is named; before that the month says enough."""
_BY_DAYS, _YEAR = 92, 365


def on_words(day: date, today: date) -> str:
    """ "today", "yesterday", "tomorrow", "on Monday" within six days either way, "on 2 March", "on 2 March 2025"."""
    words = day_words(day, today)
    return words if abs((day - today).days) <= 1 else tr("on {day}").format(day=words)


def around_words(day: date, today: date) -> str:
    """The day within 30 days, else "in November"; with the year once that month's name could mean a later one."""
    if abs((today - day).days) <= EXACT_DAYS:
        return on_words(day, today)
    if (today.year - day.year) * 12 + today.month - day.month < 12:
        return tr("in {month}").format(month=month_name(day.month))
    return tr("in {month} {year}").format(month=month_name(day.month), year=day.year)


def span_words(days: int) -> str:
    """ "one day", "64 days", from 92 days on "3 months", "a year", "16 months", from 730 on "2 years"."""
    if days < _BY_DAYS:
        return counted(days, tr("one day"), tr("{n} days"))
    if days >= 2 * _YEAR:
        return tr("{n} years").format(n=days // _YEAR)
    months = days * 12 // _YEAR
    return tr("a year") if months == 12 else tr("{n} months").format(n=months)
