"""What Today shows. Reads only; days are local dates of my zone."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from relapp.domain import today as domain
from relapp.services.desk import Desk
from relapp.services.follow_ups import FollowUps
from relapp.store import answers, follow_up_lines
from relapp.store import today as store

SHOWN = 12
"""How many of each kind of waiting people are listed; the rest is a number."""
PLANNED_DAYS = 7
COMING_DAYS = 14
NEXT_DAYS = 7
FOLLOW_UPS_SHOWN = 30
"""How many follow-ups are listed as overdue and as today's; of the next ones a few."""


class Today:
    """The page in one piece, and the number beside its name."""

    def __init__(self, desk: Desk, follow_ups: FollowUps) -> None:
        self._desk = desk
        self._follow_ups = follow_ups

    def read(self, shown: int = SHOWN) -> domain.Today:
        """Everything as of now: at most `shown` of each kind of waiting people, plans of a week, two weeks' days."""
        db, day = self._desk.db, self._desk.today()
        today = day.isoformat()
        overdue, due, never = store.counts(db, today)
        end = datetime.combine(day + timedelta(days=PLANNED_DAYS + 1), time(), self._desk.zone())
        dated = store.dated(db, domain.month_days(day, COMING_DAYS))
        return domain.Today(
            overdue=tuple(store.overdue(db, today, shown)),
            due=tuple(store.due(db, today, shown)),
            never=tuple(store.never(db, today, shown)),
            overdue_count=overdue,
            due_count=due,
            never_count=never,
            planned=tuple(store.planned(db, self._desk.seconds(), int(end.timestamp()))),
            occasions=tuple(domain.coming_round(dated, day, COMING_DAYS)),
            follow_ups=follow_up_lines.of_today(db, self._follow_ups.frame(), FOLLOW_UPS_SHOWN, NEXT_DAYS),
            answers=tuple(self._follow_ups.answers_due()),
            people_count=self.waiting_count(),
        )

    def waiting_count(self) -> int:
        """How many people wait today: by cadence, for a follow-up or for an answer, each once."""
        db, today = self._desk.db, self._desk.today().isoformat()
        others = follow_up_lines.waiting_people(db, self._follow_ups.frame())
        others |= {one.person for one in answers.waiting(db, self._desk.seconds())}
        return sum(store.counts(db, today)) + sum(not store.is_waiting(db, person, today) for person in others)
