"""What one can do with follow-ups. Everything of one act is one change: Done closes a repeat and plans its next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from relapp.domain.changes import Area
from relapp.domain.errors import Refused
from relapp.domain.follow_ups import FollowUp, NewFollowUp, Spread, State, as_new
from relapp.domain.instants import instant
from relapp.domain.open_day import working_days
from relapp.domain.settings import DAILY_CAP
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.follow_ups_seen import FollowUpsSeen, instant_rounded
from relapp.store import follow_up_lines, lookup
from relapp.store import follow_ups as store

if TYPE_CHECKING:
    from relapp.domain.timeline import NewEntry

_FOLLOW_UPS = (Area.FOLLOW_UPS,)
_LOGGED = (Area.FOLLOW_UPS, Area.ENTRIES, Area.PEOPLE)
LONGEST = 500
"""Letters of what is to be done; more belongs into the note."""


class FollowUps(FollowUpsSeen):
    """Planning, closing, snoozing and moving follow-ups, and all that is read of them."""

    def add(self, new: NewFollowUp, origin: object = None) -> int:
        """A new follow-up. Returns the id. Raises Refused, NoSuchPerson."""
        new = self.checked(new)
        with self._desk.write(self._title("Follow-up with {name}: {what}", new), _FOLLOW_UPS, origin):
            return store.insert(self._desk.db, new, self._desk.seconds())

    def edit(self, id_: int, new: NewFollowUp, origin: object = None) -> None:
        """Makes the follow-up what is given. With another due moment a snooze is over, and a repeat counts from it.

        Raises NoSuchRecord, Refused, NoSuchPerson.
        """
        before = self.get(id_)
        new = self.checked(new)
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

    def spread(self, origin: object = None) -> Spread:
        """Puts the overdue ones beyond the daily cap that may be moved on my next open days, as many a day as the cap
        allows, at their hours: by tier, then the oldest. Raises Refused when there are none.
        """
        cap, today = self._desk.option(DAILY_CAP), self._desk.today()
        beyond = [one for one in follow_up_lines.late(self._desk.db, self.frame())[cap:] if one.movable]
        if not beyond:
            raise Refused(tr("No more is overdue than a day takes; there is nothing to spread."))
        days = list(islice(working_days(self._hours().mine(), today, self._desk.zone()), -(-len(beyond) // cap)))
        moved = [(one.id, self._on_day(one.due, days[place // cap])) for place, one in enumerate(beyond)]
        found = Spread(len(moved), len(days), days[-1])
        with self._desk.write(_spread_title(found), _FOLLOW_UPS, origin):
            store.move(self._desk.db, moved, self._desk.seconds())
        return found

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
        plan = None if plan is None else self.checked(plan)
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

        repeat = repeats.read(found.repeat)
        due = self._as_due_now(found).due
        following = None if repeat is None else repeats.following(repeat, found.anchor, due, now, self._desk.zone())
        if following is None:
            return None
        new = replace(as_new(found), due=following)
        return store.insert(db, new, self._desk.seconds(), series=found.series, anchor=found.anchor)

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

    def checked(self, new: NewFollowUp) -> NewFollowUp:
        """As it is stored: words without space around, the repeat in its normal form, whole seconds.

        Raises Refused, NoSuchPerson.
        """
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

    def _title(self, key: str, of: NewFollowUp | FollowUp) -> Phrase:
        return phrase(key, name="".join(lookup.shown(self._desk.db, (of.person,))), what=of.what)

    def _title_of(self, one: str, many: str, found: Sequence[FollowUp]) -> Phrase:
        return self._title(one, found[0]) if len(found) == 1 else phrase(many, count=len(found))


def _spread_title(found: Spread) -> Phrase:
    if found.days > 1:
        return phrase("{count} follow-ups spread over {days} days", count=found.moved, days=found.days)
    if found.moved > 1:
        return phrase("{count} follow-ups moved to the next open day", count=found.moved)
    return phrase("1 follow-up moved to the next open day")


def _check_year(due: datetime | date) -> None:
    """What lies beyond has no local date in every zone."""
    if not 1900 <= due.year < 9000:
        raise Refused(tr("A follow-up can't be due in the year {year}.").format(year=due.year))
