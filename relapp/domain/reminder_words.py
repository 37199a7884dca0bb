"""What a notification says: a title and the lines below it. Neutral where others look at the screen."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from relapp.domain.people import Channel
from relapp.domain.relative import late_words
from relapp.domain.reminders import Reminder
from relapp.domain.words import tr


def title(reminder: Reminder, name: str) -> str:
    """With a channel the act and the person ("Call Tom Keller"), else what is to be done."""
    if reminder.occasion or reminder.channel is None:
        return reminder.what
    return {
        Channel.CALL: tr("Call {name}"),
        Channel.VIDEO: tr("Video call with {name}"),
        Channel.EMAIL: tr("E-mail {name}"),
        Channel.MESSAGE: tr("Message {name}"),
        Channel.MEETING: tr("Meet {name}"),
        Channel.LUNCH: tr("Lunch with {name}"),
        Channel.VISIT: tr("Visit {name}"),
        Channel.LETTER: tr("Write to {name}"),
        Channel.GIFT: tr("Gift for {name}"),
        Channel.SOCIAL: tr("{name} on social media"),
    }[reminder.channel].format(name=name)


def neutral_title(reminder: Reminder) -> str:
    """Says that something is due, and nothing of whom or what."""
    return tr("An occasion is coming up") if reminder.occasion else tr("A follow-up is due")


def text(reminder: Reminder, name: str, reason: str, again: bool, today: date, zone: tzinfo) -> str:
    """What or with whom; how late, how many planned ones were missed, whether it was shown before; why now."""
    other = name if reminder.occasion or reminder.channel is None else reminder.what
    signs = [sign for sign in (_late(reminder, today, zone), missed_words(reminder.missed)) if sign]
    if again:
        signs.append(tr("shown before"))
    return "\n".join(line for line in (" · ".join([other, *signs]), reason) if line)


def missed_words(missed: int) -> str:
    """ "2 missed": planned ones of a repeat that went by."""
    return tr("{count} missed").format(count=missed) if missed else ""


def _late(reminder: Reminder, today: date, zone: tzinfo) -> str:
    due = reminder.due.astimezone(zone).date() if isinstance(reminder.due, datetime) else reminder.due
    return late_words((today - due).days) if due < today else ""
