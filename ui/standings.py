"""How follow-ups stand, in the few words of chips, and when they are due or come."""

from __future__ import annotations

from datetime import date, datetime

from relapp.core import Core
from relapp.domain.follow_ups import FollowUpLine, Standing
from relapp.domain.relative import counted, late_words, weekday_short
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone

Chip = tuple[str, Tone, str]
"""Text, tone and icon."""
_NEAR_DAYS = 6


def standing_words(standing: Standing) -> str:
    """The standing as a filter says it."""
    return {
        Standing.OVERDUE: tr("Overdue"),
        Standing.TODAY: tr("Today"),
        Standing.NEXT: tr("Next"),
        Standing.SNOOZED: tr("Snoozed"),
        Standing.DONE: tr("Done"),
        Standing.SKIPPED: tr("Skipped"),
    }[standing]


class Standings:
    """Words for one core; make one a view."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._moments = Moments(core)

    def when(self, due: datetime | date) -> str:
        """ "10:30" today, "Tue 16:00" within six days, else "Mon 16 March"; all-day ones without the hour."""
        clock = self._moments.time(due) if isinstance(due, datetime) else ""
        day, today = self._day(due), self._core.desk.today()
        if day == today:
            return clock or tr("today")
        if abs((day - today).days) <= _NEAR_DAYS:
            return f"{weekday_short(day.weekday())} {clock}".strip()
        return self._moments.day(day)

    def chips(self, line: FollowUpLine) -> list[Chip]:
        """What its row says below the name, the reason why it stands there first."""
        found = [*self._standing(line), *self._moved(line)]
        if line.missed:
            found.append((counted(line.missed, tr("1 missed"), tr("{n} missed")), Tone.RED, ""))
        if line.urgent:
            found.append((tr("urgent"), Tone.RED, "warning"))
        if line.fixed:
            found.append((tr("by then"), Tone.GREY, "flag"))
        if line.repeat:
            found += self._repeat(line.repeat)
        if line.note.strip():
            found.append((tr("note"), Tone.GREY, "note"))
        return found

    def _repeat(self, text: str) -> list[Chip]:
        from relapp.domain import repeats  # dateutil waits until something repeats

        repeat = repeats.read(text)
        return [] if repeat is None else [(repeats.words(repeat), Tone.GREY, "arrow-counter-clockwise")]

    def _standing(self, line: FollowUpLine) -> list[Chip]:
        late = (self._core.desk.today() - self._day(line.due)).days
        if line.closed_at is not None:
            skipped = line.standing is Standing.SKIPPED
            words = tr("skipped {day}") if skipped else tr("done {day}")
            day = self._moments.day(self._moments.day_of(line.closed_at))
            return [(words.format(day=day), Tone.GREY if skipped else Tone.GREEN, "" if skipped else "check")]
        found: list[Chip] = []
        if late > 0:
            found.append((late_words(late), Tone.RED, ""))
        elif isinstance(line.due, datetime) and line.due <= self._core.desk.now():
            found.append((tr("due since {time}").format(time=self.when(line.due)), Tone.AMBER, ""))
        if line.snoozed_to is not None and line.snoozed_to > self._core.desk.now():
            found.append((tr("snoozed until {when}").format(when=self.when(line.snoozed_to)), Tone.PLUM, "moon"))
        return found

    def _moved(self, line: FollowUpLine) -> list[Chip]:
        """That quiet time moves it, while it has not come yet."""
        at = line.deliver_at
        if at is None or line.snoozed_to is not None or at <= self._core.desk.now():
            return []
        if isinstance(line.due, datetime):
            before, after = at < line.due, at > line.due
        else:
            before, after = self._moments.day_of(at) < line.due, self._moments.day_of(at) > line.due
        if before:
            return [(tr("brought forward: {when}").format(when=self.when(at)), Tone.AMBER, "bell")]
        return [(tr("quiet then: {when}").format(when=self.when(at)), Tone.PLUM, "moon")] if after else []

    def _day(self, due: datetime | date) -> date:
        return self._moments.day_of(due) if isinstance(due, datetime) else due
