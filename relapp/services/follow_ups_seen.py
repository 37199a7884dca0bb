"""Reading follow-ups: lists, counts, what is due soon; and when one would be delivered if it were set now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from relapp.domain.errors import NoSuchPerson, NoSuchRecord
from relapp.domain.follow_ups import (
    DeliveryRecord,
    FollowUp,
    FollowUpFilter,
    FollowUpLine,
    NewFollowUp,
    Standing,
    State,
    day_of,
)
from relapp.domain.instants import instant
from relapp.domain.people import Channel
from relapp.domain.settings import ANSWER_HOURS, FIRST_WEEKDAY
from relapp.domain.tiers import Tier
from relapp.domain.when import MONDAY
from relapp.domain.words import tr
from relapp.services.desk import Desk
from relapp.store import follow_up_lines, lookup, my_hours
from relapp.store import follow_ups as store
from relapp.store.follow_up_lines import Frame

if TYPE_CHECKING:
    from relapp.domain.answers import AnswerDue, Unanswered
    from relapp.domain.follow_up_words import FollowUpWords
    from relapp.domain.reminders import Delivery
    from relapp.services.hours import BusinessHours


class FollowUpsSeen:
    """What is read of follow-ups, and what is said when one is planned. Writes nothing."""

    def __init__(self, desk: Desk, hours: Callable[[], BusinessHours]) -> None:
        """`hours` gives my business hours; it is asked when they are first needed."""
        self._desk = desk
        self._hours = hours

    def get(self, id_: int) -> FollowUp:
        """One follow-up. Raises NoSuchRecord."""
        found = store.get(self._desk.db, id_)
        if found is None:
            raise NoSuchRecord
        return found

    def standing_now(self, id_: int) -> FollowUp:
        """One follow-up; a planned repeat that went by carries the moment at which it is due anew. NoSuchRecord."""
        return self._as_due_now(self.get(id_))

    def lines(self, wanted: FollowUpFilter | None = None, limit: int = 500) -> list[FollowUpLine]:
        """At most `limit`: overdue ones, today's, next and snoozed ones by due moment, then closed ones, latest first.

        Without standings, all that are open. Those of archived and deleted people are left out unless the filter names
        the person.
        """
        return follow_up_lines.lines(self._desk.db, wanted or FollowUpFilter(), self.frame(), limit)

    def counts(self) -> dict[Standing, int]:
        """How many there are of each standing now."""
        return follow_up_lines.counts(self._desk.db, self.frame())

    def of_person(self, person: int) -> list[FollowUp]:
        """All about a person: the open ones by due moment, then the closed ones."""
        return store.of_person(self._desk.db, person)

    def due_soon(self, person: int, days: int = 7) -> list[FollowUp]:
        """The person's open follow-ups due before `days` days from today are over, overdue ones too.

        A planned repeat carries the moment at which it is due anew.
        """
        last, zone = self._desk.today() + timedelta(days=days), self._desk.zone()
        found = [self._as_due_now(one) for one in store.of_person(self._desk.db, person, open_only=True)]
        return [one for one in found if day_of(one.due, zone) <= last]

    def history(self, id_: int) -> list[DeliveryRecord]:
        """What became of each delivery of this follow-up, the latest first."""
        return store.deliveries(self._desk.db, f"f:{id_}")

    def answers_due(self) -> list[AnswerDue]:
        """Whom I owe an answer, soonest due first."""
        return self.due_answers(self.unanswered())

    def unanswered(self) -> list[Unanswered]:
        """What waits for an answer of mine, the oldest first: the same order, without their due moments."""
        from relapp.store import answers

        return sorted(answers.waiting(self._desk.db, self._desk.seconds()), key=lambda one: (one.at, one.person))

    def due_answers(self, waiting: Sequence[Unanswered]) -> list[AnswerDue]:
        """When each of these is due."""
        from relapp.domain import answers as domain

        if not waiting:
            return []
        hours = my_hours.read(self._desk.db, self._desk.zone()).hours
        return domain.due(waiting, hours, timedelta(hours=self._desk.option(ANSWER_HOURS)))

    def check_due(self, new: NewFollowUp) -> Delivery:
        """When and why it would be delivered if it were set now; person 0 is nobody yet. Raises NoSuchPerson."""
        from relapp.domain.boundaries.delivery import delivery
        from relapp.domain.reminders import Reminder

        hours, now = self._hours(), self._desk.now()
        tier, hold_until = self._standing_of(new.person) if new.person else (None, None)
        due = instant_rounded(new.due)
        reminder = Reminder(
            key="f:0",
            person=new.person,
            what=new.what,
            due=due,
            set_at=now,
            fixed=new.fixed,
            urgent=new.urgent,
            anyway=new.anyway,
            channel=new.channel,
            tier=tier,
            theirs=hours.theirs(new.person) if new.person else None,
            hold_until=hold_until,
        )
        return delivery(reminder, hours.mine(), hours.urgent())

    def why_silent(self, person: int) -> str:
        """Why nothing reminds of this person, and how that is changed, in a sentence; "" where there are reminders."""
        archived, deceased = store.put_aside(self._desk.db, person)
        if deceased:
            sentence = tr("{name} is noted as deceased: reminders come only once “Deceased” is off in the menu “⋯”.")
        elif archived:
            sentence = tr("{name} is archived: reminders come only after “Back from the archive” in the menu “⋯”.")
        else:
            return ""
        return sentence.format(name="".join(lookup.shown(self._desk.db, (person,))))

    def times_both_open(self, person: int, channel: Channel | None, start: datetime, days: int = 14) -> list[datetime]:
        """Moments in the `days` days from `start` at which an open span of both begins, at most twelve, two a day.

        Where only I must be open (a letter, somebody without known hours) it is my spans that begin. The first may lie
        within a span, at the next quarter of an hour. Nothing before the day until which I noted no contact.
        """
        from relapp.domain.boundaries import spans
        from relapp.domain.boundaries.beginnings import beginnings
        from relapp.domain.boundaries.hours import BOTH_SIDED

        mine, theirs = self._hours().mine(), self._hours().theirs(person)
        _, hold_until = self._standing_of(person)
        if hold_until is not None:
            start = max(start, instant(hold_until, time(), self._desk.zone()))
        end = start + timedelta(days=days)
        if theirs is not None and (channel is None or channel in BOTH_SIDED):
            found = spans.meet(mine, theirs, start, end, channel=channel)
        else:
            found = spans.open_spans(mine, start, end, channel=channel)
        return beginnings(found, self._desk.zone())

    def next_opening(self, id_: int) -> datetime | None:
        """The beginning of my first open span after now, of those for its channel; None when I am never open.

        Raises NoSuchRecord.
        """
        from relapp.domain.boundaries import spans

        channel, mine, now = self.get(id_).channel, self._hours().mine(), self._desk.now()
        if spans.is_open(mine, now, channel=channel):
            end = spans.open_until(mine, now, channel=channel)
            return None if end is None else spans.next_opening(mine, end, channel=channel)
        return spans.next_opening(mine, now, channel=channel)

    def read_words(self, text: str, person: int | None = None, contact: datetime | None = None) -> FollowUpWords | None:
        """What “next fri 10:00” means now, or “30 days after the last contact” (`contact`, else the stored one)."""
        from relapp.domain.follow_up_words import read_follow_up

        chosen = self._desk.option(FIRST_WEEKDAY)
        now = self._desk.now().astimezone(self._desk.zone())
        return read_follow_up(text, now, chosen - 1 if chosen else MONDAY, contact or self._last_contact(person))

    def frame(self) -> Frame:
        """The present, as lists of follow-ups are read by."""
        return Frame(self._desk.now(), self._desk.zone())

    # --- inside

    def _as_due_now(self, found: FollowUp) -> FollowUp:
        """An open planned repeat carries the latest of its planned moments that has come."""
        if found.state is not State.OPEN or "FREQ=" not in found.repeat:
            return found
        from relapp.domain import repeats

        repeat = repeats.read(found.repeat)
        if repeat is None:
            return found
        due, _ = repeats.occurrence(found.anchor, repeat, found.due, self._desk.now(), self._desk.zone())
        return replace(found, due=due)

    def _standing_of(self, person: int) -> tuple[Tier | None, date | None]:
        found = store.of_whom(self._desk.db, person)
        if found is None:
            raise NoSuchPerson(person)
        return found

    def _last_contact(self, person: int | None) -> datetime | None:
        return None if person is None else store.last_contact(self._desk.db, person)


def instant_rounded(due: datetime | date) -> datetime | date:
    """Whole seconds, as they are stored."""
    return due.replace(microsecond=0) if isinstance(due, datetime) else due
