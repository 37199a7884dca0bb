"""My own time: the week, closures and extra openings, what is urgent, the pause. Days are local dates of mine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import Closure, Hours, Opening, Pause, UrgentRule, Week, Window
from relapp.domain.boundaries.spans import Span, open_spans, opening_after
from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchRecord, Refused
from relapp.domain.people import Channel
from relapp.domain.settings import (
    HOURS_ASKED,
    HOURS_ZONE_SEEN,
    ME_ZONE,
    PAUSE,
    URGENT_BETWEEN,
    URGENT_CHANNELS,
    URGENT_TIERS,
    URGENT_WORDS,
    WEEK,
)
from relapp.domain.tiers import Tier
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.desk import Desk
from relapp.services.settings import store
from relapp.store import hours, my_hours

HOURS = (Area.HOURS, Area.SETTINGS)
DAYS = (Area.HOURS, Area.PEOPLE)


class MyTime:
    """Each change is one that can be undone; what is read follows the file, whoever wrote to it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: tuple[object, my_hours.MyHours] | None = None

    # --- the week

    def mine(self) -> Hours:
        """My hours with all closures and openings. The same object as long as nothing of them changes."""
        return self._now_read().hours

    def version(self) -> int:
        """Another number for other hours, closures, openings, zone or urgent rule; the old one for the old ones."""
        return self._now_read().version

    def spans(self, start: datetime, end: datetime) -> list[Span]:
        """When I am open within `[start, end)`, UTC."""
        return open_spans(self.mine(), start, end)

    def set_week(self, week: Week, origin: object = None) -> None:
        """Replaces the week; an empty one is never open."""
        text = week_text.write(week)
        with self._desk.write(phrase("Business hours: {week}", week=text or "–"), HOURS, origin):
            store(self._desk, WEEK, text)

    def set_zone(self, name: str, origin: object = None) -> None:
        """My zone by its IANA name; "" follows this computer. Raises Refused for a name that is none."""
        ME_ZONE.check(name)
        areas = (*HOURS, Area.PEOPLE)
        with self._desk.write(phrase("Time zone: {zone}", zone=name or self._machine()), areas, origin):
            store(self._desk, ME_ZONE, name)
            store(self._desk, HOURS_ZONE_SEEN, self._machine())

    def asked(self) -> bool:
        """Whether I was asked for my hours."""
        return self._desk.option(HOURS_ASKED)

    def confirm_asked(self, origin: object = None) -> None:
        """I was, and know of the zone this computer is in."""
        if self.asked() and self.zone_moved() is None and self._desk.option(HOURS_ZONE_SEEN):
            return
        with self._desk.write(phrase("Business hours confirmed"), HOURS, origin):
            store(self._desk, HOURS_ASKED, True)
            store(self._desk, HOURS_ZONE_SEEN, self._machine())

    def zone_moved(self) -> tuple[str, str] | None:
        """The zone this computer was in when I confirmed last and the one it is in now, if it is another."""
        seen, now = self._desk.option(HOURS_ZONE_SEEN), self._machine()
        return (seen, now) if seen and seen != now else None

    # --- closures and openings

    def closures(self) -> list[Closure]:
        """Mine, by day: leave and public holidays, those that are off included."""
        return hours.closures(self._desk.db)

    def close(self, first: date, last: date, title: str = "", origin: object = None) -> int:
        """Closes these days, both included, past ones too. Returns the id. Raises Refused when `last` is earlier."""
        closure = Closure(*_in_order(first, last), title.strip())
        with self._desk.write(_closed(first, last), DAYS, origin):
            return hours.add_closure(self._desk.db, closure)

    def reopen(self, first: date, last: date, origin: object = None) -> bool:
        """Takes these days out of every closure of mine; holidays on them are switched off. Whether any was closed."""
        _in_order(first, last)
        met = [one for one in self.closures() if one.first <= last and first <= one.last and not one.off]
        title = _open_again(first, last)
        with self._desk.write(title, DAYS, origin):
            for one in met:
                self._cut(one, first, last)
        return bool(met)

    def edit_closure(self, closure: Closure, origin: object = None) -> None:
        """Makes the closure with that id, mine or a person's, what is given. Raises NoSuchRecord, Refused."""
        first, last = _in_order(closure.first, closure.last)
        title = _closed(first, last)
        with self._desk.write(title, DAYS, origin):
            if not hours.set_closure(self._desk.db, closure):
                raise NoSuchRecord

    def delete_closure(self, closure: int, origin: object = None) -> None:
        """Mine or a person's. Raises NoSuchRecord."""
        found = hours.closure(self._desk.db, closure)
        if found is None:
            raise NoSuchRecord
        title = _open_again(found.first, found.last)
        with self._desk.write(title, DAYS, origin):
            hours.delete_closures(self._desk.db, (closure,))

    def openings(self) -> list[Opening]:
        """Extra openings, by day."""
        return list(self.mine().openings)

    def open_extra(
        self, day: date, window: Window, channel: Channel | None = None, title: str = "", origin: object = None
    ) -> int:
        """A window more on that date, for one channel or all. Returns the id."""
        return self.open_extras((Opening(day, window, channel, title.strip()),), origin)[0]

    def open_extras(self, openings: Iterable[Opening], origin: object = None) -> list[int]:
        """Several at once, as one change. Returns their ids."""
        many = list(openings)
        with self._desk.write(_opened(many[0]), DAYS, origin):
            return [hours.add_opening(self._desk.db, one) for one in many]

    def edit_opening(self, opening: Opening, origin: object = None) -> None:
        """Makes the opening with that id what is given. Raises NoSuchRecord."""
        with self._desk.write(_opened(opening), DAYS, origin):
            if not hours.set_opening(self._desk.db, opening):
                raise NoSuchRecord

    def delete_opening(self, opening: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        with self._desk.write(phrase("Extra opening deleted"), DAYS, origin):
            if not hours.delete_opening(self._desk.db, opening):
                raise NoSuchRecord

    # --- urgent, pause

    def urgent(self) -> UrgentRule:
        """What comes through quiet time."""
        return self._now_read().rule

    def set_urgent(self, rule: UrgentRule, origin: object = None) -> None:
        """Another rule."""
        with self._desk.write(phrase("What is urgent"), HOURS, origin):
            store(self._desk, URGENT_TIERS, ",".join(tier for tier in Tier if tier in rule.tiers))
            store(self._desk, URGENT_CHANNELS, ",".join(way for way in Channel if way in rule.channels))
            store(self._desk, URGENT_BETWEEN, week_text.write_window(rule.window))
            store(self._desk, URGENT_WORDS, rule.words.strip())

    def pause(self) -> Pause | None:
        """The pause that is on; None when there is none, or when it is over."""
        start, _, until = self._desk.option(PAUSE).partition("/")
        if not until or int(until) <= self._desk.now().timestamp():
            return None
        return Pause(datetime.fromtimestamp(int(start), UTC), datetime.fromtimestamp(int(until), UTC))

    def pause_until(self, until: datetime, origin: object = None) -> None:
        """No reminders from now until then. Raises Refused when that is past."""
        start, end = self._desk.seconds(), int(until.timestamp())
        if end <= start:
            raise Refused(tr("A pause ends in the future."))
        said = until.astimezone(self._desk.zone()).strftime("%Y-%m-%d %H:%M")
        with self._desk.write(phrase("Paused until {until}", until=said), HOURS, origin):
            store(self._desk, PAUSE, f"{start}/{end}")

    def pause_until_opening(self, origin: object = None) -> datetime:
        """Until the next open time begins, the present one not counted. Returns when. Raises Refused when none does."""
        opening = opening_after(self.mine(), self._desk.now())
        if opening is None:
            raise Refused(tr("No open time begins within 400 days; say until when."))
        self.pause_until(opening, origin)
        return opening

    def resume(self, origin: object = None) -> None:
        """Ends the pause, if there is one."""
        with self._desk.write(phrase("Pause ended"), HOURS, origin):
            store(self._desk, PAUSE, "")

    # --- within

    def _now_read(self) -> my_hours.MyHours:
        db, zone = self._desk.db, self._desk.zone()
        if db.connection.in_transaction:  # what is half written may yet be taken back
            return my_hours.read(db, zone)
        state = (hours.state(db), str(zone))
        if self._read is None or self._read[0] != state:
            self._read = state, my_hours.read(db, zone)
        return self._read[1]

    def _machine(self) -> str:
        return str(getattr(self._desk.clock.zone(), "key", "UTC"))

    def _cut(self, closure: Closure, first: date, last: date) -> None:
        db, day = self._desk.db, timedelta(days=1)
        if closure.holiday:
            hours.set_closure(db, replace(closure, off=True))
            return
        left = [replace(closure, last=first - day)] if closure.first < first else []
        right = [replace(closure, first=last + day)] if last < closure.last else []
        if not left and not right:
            hours.delete_closures(db, (closure.id,))
        for place, part in enumerate(left + right):
            if place == 0:
                hours.set_closure(db, part)
            else:
                hours.add_closure(db, part)


def _in_order(first: date, last: date) -> tuple[date, date]:
    if last < first:
        raise Refused(tr("The last day, {last}, is before the first, {first}.").format(first=first, last=last))
    return first, last


def _closed(first: date, last: date) -> Phrase:
    if first == last:
        return phrase("Closed on {first}", first=str(first))
    return phrase("Closed from {first} to {last}", first=str(first), last=str(last))


def _open_again(first: date, last: date) -> Phrase:
    if first == last:
        return phrase("Open again on {first}", first=str(first))
    return phrase("Open again from {first} to {last}", first=str(first), last=str(last))


def _opened(one: Opening) -> Phrase:
    return phrase("Open on {day}, {window}", day=str(one.day), window=week_text.write_window(one.window))
