"""What Today shows. Reads only; days are local dates of my zone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from relapp.domain import today as domain
from relapp.domain.follow_ups import day_of
from relapp.domain.open_day import OpenDay, open_day
from relapp.domain.settings import DAILY_CAP
from relapp.services.desk import Desk
from relapp.services.follow_ups import FollowUps
from relapp.services.pausing import pause_at
from relapp.store import follow_up_lines, my_hours
from relapp.store import today as store

if TYPE_CHECKING:
    from relapp.services.reminders import Reminders

SHOWN = 12
"""How many of each kind of waiting people are listed; the rest is a number."""
PLANNED_DAYS = 7
COMING_DAYS = 14
NEXT_DAYS = 7
ANSWERS_SHOWN = 8
FOLLOW_UPS_SHOWN = 30
"""How many follow-ups are listed as overdue and as today's; of the next ones a few."""


class Today:
    """The page in one piece, and the number beside its name."""

    def __init__(self, desk: Desk, follow_ups: FollowUps, reminders: Callable[[], Reminders]) -> None:
        """`reminders` are asked for when the day's are first looked at."""
        self._desk = desk
        self._follow_ups = follow_ups
        self._reminders = reminders

    def read(self, shown: int = SHOWN) -> domain.Today:
        """Everything as of now: at most `shown` of each kind of waiting people, plans of a week, two weeks' days.

        Of what is overdue there are never more follow-ups and people in the lists than the daily cap.
        """
        db, day = self._desk.db, self._desk.today()
        today, cap = day.isoformat(), self._desk.option(DAILY_CAP)
        follow_ups = follow_up_lines.of_today(db, self._follow_ups.frame(), FOLLOW_UPS_SHOWN, NEXT_DAYS, cap=cap)
        room = max(0, cap - len(follow_ups.overdue))
        late = store.overdue(db, today, min(shown, room))
        overdue, due, never = store.counts(db, today)
        end = datetime.combine(day + timedelta(days=PLANNED_DAYS + 1), time(), self._desk.zone())
        dated = store.dated(db, domain.month_days(day, COMING_DAYS))
        unanswered = self._follow_ups.unanswered()
        count = self._count({one.person for one in unanswered}, (overdue, due, never))
        return domain.Today(
            overdue=tuple(late),
            due=tuple(store.due(db, today, shown)),
            never=tuple(store.never(db, today, min(shown, room - len(late)))),
            overdue_count=overdue,
            due_count=due,
            never_count=never,
            planned=tuple(store.planned(db, self._desk.seconds(), int(end.timestamp()))),
            occasions=tuple(domain.coming_round(dated, day, COMING_DAYS)),
            day=self.day(),
            follow_ups=follow_ups,
            answers=tuple(self._follow_ups.due_answers(unanswered[:ANSWERS_SHOWN])),
            answers_count=len(unanswered),
            people_count=count,
            done=self._done_today(),
            next_up=None if count else self._next_up(),
        )

    def day(self) -> OpenDay:
        """The present day: when it is open, or why it is closed."""
        now, zone = self._desk.now(), self._desk.zone()
        return open_day(my_hours.read(self._desk.db, zone).hours, now, zone, pause_at(self._desk, now))

    def reminders(self) -> domain.DayReminders:
        """What came today and what is still to come, as it will: this looks through all that is due."""
        from relapp.services.day_reminders import day_reminders

        return day_reminders(self._desk, self.day(), self._reminders())

    def _done_today(self) -> bool:
        begun = self._follow_ups.frame()
        return store.done_since(self._desk.db, int(begun.midnight(begun.today).timestamp()), self._desk.seconds())

    def _next_up(self) -> domain.NextUp | None:
        """What comes next: the next follow-up, or whose cadence comes due sooner."""
        frame = self._follow_ups.frame()
        line = follow_up_lines.first_coming(self._desk.db, frame)
        person = store.next_due(self._desk.db, frame.today.isoformat())
        if line is None or (person is not None and date.fromisoformat(person.due_on) < day_of(line.due, frame.zone)):
            if person is None:
                return None
            return domain.NextUp(person.person, person.shown, "", date.fromisoformat(person.due_on))
        return domain.NextUp(line.person, line.shown, line.what, line.due)

    def waiting_count(self) -> int:
        """How many people wait today: by cadence, for a follow-up or for an answer, each once."""
        db = self._desk.db
        answering = {one.person for one in self._follow_ups.unanswered()}
        return self._count(answering, store.counts(db, self._desk.today().isoformat()))

    def _count(self, answering: Iterable[int], by_cadence: Iterable[int]) -> int:
        return sum(by_cadence) + follow_up_lines.waiting_count(self._desk.db, self._follow_ups.frame(), answering)
