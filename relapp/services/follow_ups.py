"""What one can do with follow-ups. Everything of one act is one change: Done closes a repeat and plans its next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused
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
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.desk import Desk
from relapp.store import follow_up_lines, lookup
from relapp.store import follow_ups as store
from relapp.store.follow_up_lines import Frame

if TYPE_CHECKING:
    from relapp.domain.answers import AnswerDue
    from relapp.domain.follow_up_words import FollowUpWords
    from relapp.domain.reminders import Delivery
    from relapp.domain.timeline import NewEntry
    from relapp.services.hours import BusinessHours

_FOLLOW_UPS = (Area.FOLLOW_UPS,)
_LOGGED = (Area.FOLLOW_UPS, Area.ENTRIES, Area.PEOPLE)
LONGEST = 500
"""Letters of what is to be done; more belongs into the note."""


class FollowUps:
    """Planning, closing, snoozing and moving follow-ups."""

    def __init__(self, desk: Desk, hours: Callable[[], BusinessHours]) -> None:
        """`hours` gives my business hours; it is asked when they are first needed."""
        self._desk = desk
        self._hours = hours

    # --- reading

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
        from relapp.domain import answers as domain
        from relapp.store import answers

        waiting = answers.waiting(self._desk.db, self._desk.seconds())
        if not waiting:
            return []
        return domain.due(waiting, self._hours().mine(), timedelta(hours=self._desk.option(ANSWER_HOURS)))

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

    # --- writing

    def add(self, new: NewFollowUp, origin: object = None) -> int:
        """A new follow-up. Returns the id. Raises Refused, NoSuchPerson."""
        new = self._checked(new)
        with self._desk.write(self._title("Follow-up with {name}: {what}", new), _FOLLOW_UPS, origin):
            return store.insert(self._desk.db, new, self._desk.seconds())

    def edit(self, id_: int, new: NewFollowUp, origin: object = None) -> None:
        """Makes the follow-up what is given. With another due moment a snooze is over, and a repeat counts from it.

        Raises NoSuchRecord, Refused, NoSuchPerson.
        """
        before = self.get(id_)
        new = self._checked(new)
        if new.repeat == before.repeat and new.due == self._as_due_now(before).due:
            new = replace(new, due=before.due)  # it was shown as it is due anew, and left at that
        values = store.columns(new)
        if new.due != before.due:
            values |= {"set_at": self._desk.seconds(), "snoozed_to": None, "snoozed_anyway": 0}
        if new.due != before.due or new.repeat != before.repeat:
            values["anchor"] = store.anchor_text(new.due)
        with self._desk.write(self._title("Follow-up with {name} edited: {what}", new), _FOLLOW_UPS, origin):
            store.update(self._desk.db, (id_,), **values)

    def delete(self, ids: Sequence[int], origin: object = None) -> None:
        """Deletes follow-ups, repeats with all that is to come. Raises NoSuchRecord."""
        found = self._all(ids)
        title = self._title_of("Follow-up with {name} deleted: {what}", "{count} follow-ups deleted", found)
        with self._desk.write(title, _FOLLOW_UPS, origin):
            store.delete(self._desk.db, ids)

    def done(self, id_: int, log: NewEntry | None = None, origin: object = None) -> int | None:
        """Closes it, logs the contact when one is given, and plans the next one of a repeat, whose id is returned.

        Raises NoSuchRecord; Refused when it is closed already.
        """
        found = self._open(id_)
        areas = _FOLLOW_UPS if log is None else _LOGGED
        with self._desk.write(self._title("Follow-up with {name} done: {what}", found), areas, origin):
            if log is not None:
                self._log(log)
            return self._close(found, State.DONE)

    def many_done(self, ids: Sequence[int], origin: object = None) -> None:
        """Closes those of these that are open. Raises NoSuchRecord."""
        self._close_all(ids, State.DONE, "Follow-up with {name} done: {what}", "{count} follow-ups done", origin)

    def skip(self, ids: Sequence[int], origin: object = None) -> None:
        """Closes those of these that are open as skipped; a repeat goes on with its next. Raises NoSuchRecord."""
        self._close_all(
            ids, State.SKIPPED, "Follow-up with {name} skipped: {what}", "{count} follow-ups skipped", origin
        )

    def reopen(self, id_: int, origin: object = None) -> None:
        """Opens a closed one again; what a repeat had planned after it is taken back. Raises NoSuchRecord."""
        found = self.get(id_)
        if found.state is State.OPEN:
            return
        with self._desk.write(self._title("Follow-up with {name} open again: {what}", found), _FOLLOW_UPS, origin):
            if found.repeat:
                store.delete(self._desk.db, store.open_in_series(self._desk.db, found.series, id_))
            values = {"state": str(State.OPEN), "closed_at": None, "snoozed_to": None, "snoozed_anyway": 0}
            store.update(self._desk.db, (id_,), **values)

    def snooze(self, id_: int, until: datetime, anyway: bool = False, origin: object = None) -> None:
        """Delivers it again at `until` (with `anyway` also in quiet time); due moment and lateness stay as they are.

        Raises NoSuchRecord; Refused when it is closed or `until` is not to come.
        """
        self.snooze_all((id_,), until, anyway, origin)

    def snooze_all(self, ids: Sequence[int], until: datetime, anyway: bool = False, origin: object = None) -> None:
        """Snoozes several, as one change."""
        found = [self._open(id_) for id_ in ids]
        if until <= self._desk.now():
            raise Refused(tr("A follow-up can only be snoozed until a moment that is still to come."))
        _check_year(until)
        title = self._title_of("Follow-up with {name} snoozed: {what}", "{count} follow-ups snoozed", found)
        with self._desk.write(title, _FOLLOW_UPS, origin):
            values = {"snoozed_to": int(until.timestamp()), "snoozed_anyway": int(anyway)}
            store.update(self._desk.db, ids, **values)

    def move(self, id_: int, day: date, origin: object = None) -> None:
        """Puts it on another day at the same hour; the rule of a repeat stays. Raises NoSuchRecord, Refused."""
        self.move_all((id_,), day, origin)

    def move_all(self, ids: Sequence[int], day: date, origin: object = None) -> None:
        """Moves several, as one change."""
        found = [self._as_due_now(self._open(id_)) for id_ in ids]
        _check_year(day)
        title = self._title_of("Follow-up with {name} moved: {what}", "{count} follow-ups moved", found)
        with self._desk.write(title, _FOLLOW_UPS, origin):
            for one in found:
                due = self._on_day(one.due, day)
                values = {"set_at": self._desk.seconds(), "snoozed_to": None, "snoozed_anyway": 0}
                store.update(self._desk.db, (one.id,), **store.due_columns(due), **values)

    def _on_day(self, due: datetime | date, day: date) -> datetime | date:
        if not isinstance(due, datetime):
            return day
        return instant(day, due.astimezone(self._desk.zone()).time(), self._desk.zone())

    def log_and_close(
        self, entry: NewEntry, ids: Sequence[int], origin: object = None, *, plan: NewFollowUp | None = None
    ) -> int:
        """Logs a contact, closes the follow-ups that it settled, and plans one, as one change. Returns the entry's id.

        Raises Refused, NoSuchRecord.
        """
        from relapp.domain.entries import kind_of

        found = [one for one in self._all(ids) if one.state is State.OPEN]
        names = ", ".join(lookup.shown(self._desk.db, entry.people))
        title = phrase("{kind} with {names}", kind=kind_of(entry.kind).label(), names=names)
        plan = None if plan is None else self._checked(plan)
        with self._desk.write(title, _LOGGED if found or plan else (Area.ENTRIES, Area.PEOPLE), origin):
            logged = self._log(entry)
            if plan is not None:
                store.insert(self._desk.db, plan, self._desk.seconds())
            for one in found:
                self._close(one, State.DONE)
        return logged

    # --- inside

    def _close_all(self, ids: Sequence[int], state: State, one: str, many: str, origin: object) -> None:
        found = [follow_up for follow_up in self._all(ids) if follow_up.state is State.OPEN]
        if not found:
            return
        with self._desk.write(self._title_of(one, many, found), _FOLLOW_UPS, origin):
            for follow_up in found:
                self._close(follow_up, state)

    def _close(self, found: FollowUp, state: State) -> int | None:
        """Inside a change: closes it and inserts the next one of a repeat, whose id is returned."""
        db, now = self._desk.db, self._desk.now()
        store.update(db, (found.id,), state=str(state), closed_at=self._desk.seconds())
        if not found.repeat:
            return None
        from relapp.domain import repeats
        from relapp.domain.follow_ups import as_new

        repeat = repeats.read(found.repeat)
        due = self._as_due_now(found).due
        following = None if repeat is None else repeats.following(repeat, found.anchor, due, now, self._desk.zone())
        if following is None:
            return None
        new = replace(as_new(found), due=following)
        return store.insert(db, new, self._desk.seconds(), series=found.series, anchor=found.anchor)

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

    def _log(self, entry: NewEntry) -> int:
        from relapp.services.entries import Entries
        from relapp.store import entries

        Entries(self._desk).check(entry)
        return entries.insert(self._desk.db, entry)

    def _all(self, ids: Collection[int]) -> list[FollowUp]:
        return [self.get(id_) for id_ in dict.fromkeys(ids)]

    def _open(self, id_: int) -> FollowUp:
        found = self.get(id_)
        if found.state is not State.OPEN:
            raise Refused(tr("This follow-up is closed already."))
        return found

    def _checked(self, new: NewFollowUp) -> NewFollowUp:
        """As it is stored: words without space around, the repeat in its normal form, whole seconds."""
        what = " ".join(new.what.split())
        if not what:
            raise Refused(tr("A follow-up needs to say what is to be done."))
        if len(what) > LONGEST:
            raise Refused(
                tr("What is to be done can have {count} letters; put the rest into the note.").format(count=LONGEST)
            )
        _check_year(new.due)
        self._standing_of(new.person)
        repeat = new.repeat.strip()
        if repeat:
            from relapp.domain import repeats

            repeat = str(repeats.read_or_refuse(repeat))
        return replace(new, what=what, repeat=repeat, due=instant_rounded(new.due), note=new.note.strip())

    def _standing_of(self, person: int) -> tuple[Tier | None, date | None]:
        found = store.of_whom(self._desk.db, person)
        if found is None:
            raise NoSuchPerson(person)
        return found

    def _last_contact(self, person: int | None) -> datetime | None:
        return None if person is None else store.last_contact(self._desk.db, person)

    def _title(self, key: str, of: NewFollowUp | FollowUp) -> Phrase:
        return phrase(key, name="".join(lookup.shown(self._desk.db, (of.person,))), what=of.what)

    def _title_of(self, one: str, many: str, found: Sequence[FollowUp]) -> Phrase:
        return self._title(one, found[0]) if len(found) == 1 else phrase(many, count=len(found))


def instant_rounded(due: datetime | date) -> datetime | date:
    """Whole seconds, as they are stored."""
    return due.replace(microsecond=0) if isinstance(due, datetime) else due


def _check_year(due: datetime | date) -> None:
    """What lies beyond has no local date in every zone."""
    if not 1900 <= due.year < 9000:
        raise Refused(tr("A follow-up can't be due in the year {year}.").format(year=due.year))
