"""Reminders: what comes when, the log of what came, and what one does with it when it is there.

Showing them is the window's; it tells each step here (`intend`, `shown`, `confirm` or `failed`), and all of it is on
disk before it goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from relapp.domain import reminder_words
from relapp.domain.changes import Area, Change
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.reminders import Logged, Planned, Reminder, Shown, Status
from relapp.domain.settings import NEUTRAL
from relapp.services.desk import Desk
from relapp.services.standing import end_of_day, status
from relapp.store import deliveries, next_delivery
from relapp.store.deliveries import Moment
from relapp.store.lookup import shown as names_of

if TYPE_CHECKING:
    from relapp.domain.boundaries.snooze import Choice
    from relapp.domain.timeline import NewEntry
    from relapp.services.follow_ups import FollowUps
    from relapp.services.occasions import Occasions
    from relapp.services.outlook import Outlook

_OCCASIONS_STAND = timedelta(days=7)
"""How long an occasion that was shown counts as open, unless it is put away."""
_READY_HOLDS = timedelta(seconds=2)
"""So long after its moment what was made ready is shown as it is; later the plan is asked anew."""
_NOTHING_ELSE = frozenset({Area.DELIVERIES})
_OLD = frozenset({Area.DELIVERIES, Area.FOLLOW_UPS})


class _Quiet(NamedTuple):
    """Nothing is due in `[since, until)` as long as the file is in this state; `first` is what then comes."""

    state: object
    since: datetime
    until: datetime
    first: datetime | None


class _Ready(NamedTuple):
    """What is due at `moment` as long as the file is in this state, noted as intended since `since`."""

    state: object
    since: datetime
    moment: datetime
    due: list[Planned]


class Reminders:
    """Who collects what is due, from follow-ups and occasions, and keeps the log of its delivery."""

    def __init__(self, desk: Desk, follow_ups: Callable[[], FollowUps], occasions: Callable[[], Occasions]) -> None:
        self._desk = desk
        self._follow_ups = follow_ups
        self._occasions = occasions
        self._seen: Outlook | None = None
        self._flight: dict[Moment, datetime] = {}
        self._mine: set[Moment] = set()
        self._shown_before: set[Moment] = set()
        self._others_until: datetime | None = None
        self._quiet: _Quiet | None = None
        self._ready: _Ready | None = None

    # --- what comes

    def upcoming(self, start: datetime, until: datetime) -> list[Planned]:
        """What will pop up in `[start, until)`, in order; what is overdue and undelivered at its next opening."""
        return [one for one in self._outlook().before(until, self._desk.now()) if one.at >= start]

    def due_now(self) -> list[Planned]:
        """What is to be shown at once and isn't being shown already. Costs next to nothing while nothing is due."""
        now = self._desk.now()
        if self._ready is not None and self._ready.moment <= now and self._is_good(self._ready, now):
            return self._next_of_each(self._ready.due, now)
        if self._is_quiet(now):
            return []
        return self._next_of_each([one for one in self._today(now) if one.at <= now], now)

    def _today(self, now: datetime) -> list[Planned]:
        """What comes today; where nothing is due it is noted until when that stays so."""
        end = end_of_day(self._desk, now)
        planned = self._outlook().before(end, now)
        if not planned or planned[0].at > now:
            first = planned[0].at if planned else self._outlook().left_over(end, now)
            self._quiet = _Quiet(self._state(), now, min(first or end, end), first)
        return planned

    def _next_of_each(self, due: Sequence[Planned], now: datetime) -> list[Planned]:
        """Of one follow-up one moment after the other, and nothing that is in flight."""
        lease = timedelta(seconds=deliveries.LEASE)
        busy = {key for (key, _), since in self._flight.items() if abs(now - since) < lease}
        heads = {one.reminder.key: one for one in reversed(due)}
        return [one for one in due if heads[one.reminder.key] is one and one.reminder.key not in busy]

    def next_at(self) -> datetime | None:
        """When the next delivery after now is; None when nothing waits. Pause and cap count as far as today goes."""
        now = self._desk.now()
        planned = [] if self._is_quiet(now) else self._today(now)
        if not self._is_quiet(now):
            return self._next_of_many(planned, now)
        assert self._quiet is not None
        if self._quiet.first is not None:
            return self._quiet.first
        found = next_delivery.next_after(self._desk.db, int(self._quiet.until.timestamp()) - 1)
        return None if found is None else datetime.fromtimestamp(found, UTC)

    def _next_of_many(self, planned: Iterable[Planned], now: datetime) -> datetime:
        """While something is due: what comes after it today, or when another process's hold on it ends."""
        moments = [one.at for one in planned]
        if self._others_until is not None:
            moments.append(self._others_until)
        return min((one for one in moments if one > now), default=end_of_day(self._desk, now))

    def _is_quiet(self, now: datetime) -> bool:
        known = self._quiet
        return known is not None and known.since <= now < known.until and known.state == self._state()

    def _state(self) -> object:
        """Differs when anybody wrote to the file since, or my zone is another."""
        db = self._desk.db
        return db.data_version(), db.connection.total_changes, str(self._desk.zone())

    # --- made ready

    def prepare(self, back_end: str) -> None:
        """Shortly before `next_at`: plans what is due then and notes durably that this back end is about to show it.

        At that moment `due_now` and `intend` only look whether anything has changed since, and wait for no disk. It
        is not shown before, and what has changed is planned anew. Raises KnownError.
        """
        self.take_back()
        now, moment = self._desk.now(), self.next_at()
        if moment is None or not self._is_quiet(now):
            return
        planned = self._outlook().before(end_of_day(self._desk, moment), moment)
        due = self._next_of_each([one for one in planned if one.at <= moment], moment)
        taken = self._intend(due, back_end, now)
        if self._quiet is not None:
            self._quiet = self._quiet._replace(state=self._state())  # our own note moves nothing
        self._ready = _Ready(self._state(), now, moment, taken)
        if len(taken) < len(due):
            self.take_back()

    def take_back(self, *, unless_good: bool = False) -> None:
        """Forgets what was made ready and was not shown, and its note; with `unless_good` only what no longer holds."""
        ready = self._ready
        if ready is None or (unless_good and self._is_good(ready, self._desk.now())):
            return
        self._mine -= deliveries.take_back(self._desk.db, [_moment(one) for one in ready.due])
        self._ready = None

    def _is_good(self, ready: _Ready, now: datetime) -> bool:
        return ready.since <= now < ready.moment + _READY_HOLDS and ready.state == self._state()

    # --- being shown

    def intend(self, planned: Sequence[Planned], back_end: str, *, showing: bool = False) -> list[Planned]:
        """Notes durably what is about to be shown by this back end, and returns what may be.

        Left out is what was delivered already, and what another process is just about to deliver. `showing` notes that
        the back end is given them, as `shown` does: for those who give them to it at once.
        """
        now, ready = self._desk.now(), self._ready
        if showing and ready is not None and planned == ready.due and self._is_good(ready, now):
            moments = [_moment(one) for one in planned]
            deliveries.shown_soon_on_disk(self._desk.db, moments, now)
            self._ready = None
            self._flight.update(dict.fromkeys(moments, now))
            return list(planned)
        taken = self._intend(planned, back_end, now, showing=showing)
        self._flight.update(dict.fromkeys(map(_moment, taken), now))
        return taken

    def _intend(
        self, planned: Sequence[Planned], back_end: str, now: datetime, *, showing: bool = False
    ) -> list[Planned]:
        taken = deliveries.intend(self._desk.db, planned, now, back_end, self._mine, showing=showing)
        kept = {_moment(one.planned) for one in taken}
        self._others_until = None
        if len(taken) < len(planned):
            self._others_until = self._hold_ends({_moment(one) for one in planned} - kept, now)
        for one in taken:
            moment = _moment(one.planned)
            if one.again and moment not in self._mine:
                self._shown_before.add(moment)
        self._mine |= kept
        return [one.planned for one in taken]

    def _hold_ends(self, left: set[Moment], now: datetime) -> datetime:
        """When the first of these is no longer in the hands of another process, which may have been killed."""
        since = [one.intended_at for one in deliveries.unconfirmed(self._desk.db) if (one.key, one.moment) in left]
        return min(since, default=now) + timedelta(seconds=deliveries.LEASE)

    def again(self, planned: Planned) -> bool:
        """Whether it may have been seen before, by somebody whose Relapp was ended before it could note that."""
        return _moment(planned) in self._shown_before

    def shown(self, keys: Iterable[str]) -> None:
        """A back end was given these; whether anybody sees them is not known yet."""
        deliveries.shown(self._desk.db, self._moments(keys), self._desk.now())

    def confirm(self, keys: Iterable[str], back_end: str) -> None:
        """These were delivered: the daemon gave them an id, or our window has painted them. They never come again."""
        moments = self._moments(keys)
        if not moments:
            return
        deliveries.confirm(self._desk.db, moments, self._desk.basis(), back_end)
        for moment in moments:
            self._flight.pop(moment, None)
        self._desk.publish(Change(_NOTHING_ELSE))

    def failed(self, keys: Iterable[str], back_end: str) -> None:
        """This back end did not take them; the next one is tried, and they are still due."""
        moments = self._moments(keys)
        deliveries.fail(self._desk.db, moments)
        for moment in moments:
            self._flight.pop(moment, None)

    def unconfirmed(self) -> list[Logged]:
        """What somebody intended, or showed, who did not live to confirm it; where still due it comes again."""
        return [one for one in deliveries.unconfirmed(self._desk.db) if (one.key, one.moment) not in self._mine]

    def _moments(self, keys: Iterable[str]) -> list[Moment]:
        """What these keys are about: of what is being shown, else of what was to be shown last."""
        known = dict(self._flight)
        flying = {key: moment for key, moment in known}
        found = []
        for key in keys:
            moment = flying.get(key) or deliveries.latest_moment(self._desk.db, key)
            if moment is not None:
                found.append((key, moment))
        return found

    # --- shown and still open

    def open_shown(self) -> list[Shown]:
        """What was delivered and is still open, the earliest delivery first: the tray's number."""
        from relapp.store import open_follow_ups

        db = self._desk.db
        zone = getattr(self._desk.zone(), "key", "UTC")
        logged = {one.key: one for one in deliveries.open_follow_ups(db)}
        which = "SELECT follow_up_id AS id FROM next_delivery WHERE shown = 1"
        found = [
            self._as_shown(replace(one.reminder, due=log.due), log)
            for _, one in open_follow_ups.read(db, which, zone)
            if (log := logged.get(one.reminder.key)) is not None
        ]
        return sorted([*found, *self._special_days()], key=lambda one: (one.at, one.reminder.key))

    def _special_days(self) -> list[Shown]:
        since = self._desk.now() - _OCCASIONS_STAND
        logged = {(one.key, one.moment): one for one in deliveries.open_occasions(self._desk.db, since)}
        if not logged:
            return []
        days = [one.due.date() if isinstance(one.due, datetime) else one.due for one in logged.values()]
        coming = self._occasions().reminders(min(days), max(days) + timedelta(days=1))
        return [self._as_shown(one, log) for one in coming if (log := logged.get((one.key, one.moment))) is not None]

    def of_planned(self, planned: Planned) -> Shown:
        """What is about to be shown, as our own window shows it."""
        one = planned.reminder
        return Shown(one, self._name(one.person), planned.at, planned.reason, planned.late, self.again(planned))

    def _as_shown(self, reminder: Reminder, log: Logged) -> Shown:
        at = log.confirmed_at or log.intended_at
        return Shown(reminder, self._name(reminder.person), at, log.reason, log.late, log.again)

    def names(self, planned: Iterable[Planned]) -> dict[int, str]:
        """The names of the people they are about."""
        return {person: self._name(person) for person in {one.reminder.person for one in planned}}

    def _name(self, person: int) -> str:
        return "".join(names_of(self._desk.db, (person,)))

    def title_of(self, one: Planned | Shown) -> str:
        """The first line of a notification; neutral where the user wants that."""
        if self._desk.option(NEUTRAL):
            return reminder_words.neutral_title(one.reminder)
        return reminder_words.title(one.reminder, self._name(one.reminder.person))

    def text_of(self, one: Planned | Shown) -> str:
        """The lines below it: what or with whom, how late, why now. Empty where the user wants it neutral."""
        if self._desk.option(NEUTRAL):
            return ""
        again = one.again if isinstance(one, Shown) else self.again(one)
        name = self._name(one.reminder.person)
        return reminder_words.text(one.reminder, name, one.reason, again, self._desk.today(), self._desk.zone())

    # --- what one does with it

    def done(self, key: str, log: NewEntry | None = None, origin: object = None) -> int | None:
        """Done; logs the contact when one is given. Returns the next follow-up of a repeat. Raises KnownError."""
        if (id_ := _follow_up(key)) is not None:
            return self._follow_ups().done(id_, log, origin)
        if log is not None:
            from relapp.services.entries import Entries

            Entries(self._desk).log(log, origin)
        self.dismiss(key)
        return None

    def snooze(self, key: str, until: datetime, anyway: bool = False, origin: object = None) -> None:
        """Brings it again at `until`. An occasion becomes a follow-up of that moment. Raises KnownError."""
        if (id_ := _follow_up(key)) is not None:
            self._follow_ups().snooze(id_, until, anyway, origin)
            return
        for one in self._special_days():
            if one.reminder.key == key:
                new = NewFollowUp(one.reminder.person, one.reminder.what, until, anyway=anyway)
                self._follow_ups().add(new, origin)
        self.dismiss(key)

    def dismiss(self, key: str) -> None:
        """Puts the popup away. A follow-up stays open and counted; an occasion has been told."""
        deliveries.dismiss(self._desk.db, key, self._desk.now())
        self._desk.publish(Change(_NOTHING_ELSE))

    def snooze_choices(self, key: str) -> tuple[Choice, ...]:
        """Until when this can be snoozed, computed from my hours, and its person's where both are needed."""
        from relapp.domain.boundaries.snooze import choices
        from relapp.store import open_follow_ups

        zone = getattr(self._desk.zone(), "key", "UTC")
        found = open_follow_ups.read(self._desk.db, "SELECT ? AS id", zone, (_follow_up(key),))
        reminder = found[0][1].reminder if found else None
        return choices(self._outlook().mine().hours, self._desk.now(), reminder)

    # --- how I stand, and what is derived

    def status(self) -> Status:
        """Open, quiet or paused, until when, and how many stand at the door."""
        return status(self._desk, next_delivery.shown_count(self._desk.db) + len(self._special_days()))

    def stale_count(self) -> int:
        """How many stored next deliveries were made by other hours than mine are now, or by older zone data."""
        return next_delivery.stale_count(self._desk.db, self._desk.zone())

    def recompute(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Makes them anew, 200 in a transaction; interrupted (by what `progress` raises) it goes on the next time."""
        total = self.stale_count()
        done = 0
        while made := next_delivery.recompute_some(self._desk.db, self._desk.basis()) if total else 0:
            done += made
            if progress is not None:
                progress(min(done, total), total)
        if done:
            self._desk.publish(Change(_OLD))

    def _outlook(self) -> Outlook:
        if self._seen is None:
            from relapp.services.outlook import Outlook  # the rules wait until something is to be delivered

            self._seen = Outlook(self._desk, self._occasions())
        return self._seen


def _moment(one: Planned) -> Moment:
    return one.reminder.key, one.reminder.moment


def _follow_up(key: str) -> int | None:
    return int(key[2:]) if key.startswith("f:") else None
