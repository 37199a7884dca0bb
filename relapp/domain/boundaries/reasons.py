"""Why a reminder comes when it comes: one short sentence, true before and at its delivery. Wall times are mine."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from relapp.domain.relative import month_name, weekday_name, weekday_short
from relapp.domain.reminders import Reminder
from relapp.domain.words import tr


def due_now() -> str:
    return tr("on time")


def at_its_moment(reminder: Reminder, due: datetime, zone: tzinfo) -> str:
    """ "on time"; a snoozed one may be late by then and is not said to be."""
    if reminder.snoozed_to is None:
        return due_now()
    return tr("snoozed until {day} {clock}").format(
        day=weekday_short(due.astimezone(zone).weekday()), clock=clock(due, zone)
    )


def due_that_day() -> str:
    return tr("on its day")


def never_open() -> str:
    return tr("your hours never open")


def never_meet() -> str:
    return tr("your hours never meet: write instead")


def no_contact_before(day: date) -> str:
    return tr("you noted: no contact before {day} {month}").format(day=day.day, month=month_name(day.month))


def comes_through(reminder: Reminder) -> str:
    """In quiet time all the same."""
    if reminder.snoozed_anyway or reminder.anyway:
        return asked_for()
    return tr("urgent goes through")


def asked_for() -> str:
    return tr("you asked for it in quiet time")


def quiet_until(reminder: Reminder, due: datetime, opening: datetime, zone: tzinfo, *, theirs: bool) -> str:
    """ "Sat 11:00 is quiet: Mon 16 March 09:00"; an all-day one names its day alone."""
    day = weekday_short(due.astimezone(zone).weekday())
    when = day if reminder.all_day and reminder.snoozed_to is None else f"{day} {clock(due, zone)}"
    sentence = tr("{when} is not open for both: {opening}") if theirs else tr("{when} is quiet: {opening}")
    return sentence.format(when=when, opening=moment(opening, zone))


def brought_forward(reminder: Reminder, due: datetime, zone: tzinfo) -> str:
    """ "brought forward: you are closed on Sunday"."""
    weekday = weekday_name(due.astimezone(zone).weekday())
    if reminder.all_day:
        return tr("brought forward: you are closed on {day}").format(day=weekday)
    return tr("brought forward: {day} {clock} is quiet").format(day=weekday, clock=clock(due, zone))


def before_closing(end: datetime, zone: tzinfo) -> str:
    return tr("the last open time before it ends at {clock}").format(clock=clock(end, zone))


def paused(until: datetime, zone: tzinfo) -> str:
    return tr("paused until {moment}").format(moment=moment(until, zone))


def held_back(due: datetime, zone: tzinfo) -> str:
    """What waited while nothing could be shown."""
    return tr("waiting since {moment}").format(moment=moment(due, zone))


def over_the_cap(cap: int) -> str:
    return tr("over your {count} held-back reminders a day").format(count=cap)


def moment(at: datetime, zone: tzinfo) -> str:
    """ "Mon 16 March 09:00"."""
    local = at.astimezone(zone)
    return tr("{weekday} {day} {month} {clock}").format(
        weekday=weekday_short(local.weekday()), day=local.day, month=month_name(local.month), clock=clock(at, zone)
    )


def clock(at: datetime, zone: tzinfo) -> str:
    """ "09:00"."""
    return f"{at.astimezone(zone):%H:%M}"
