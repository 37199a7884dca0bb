"""What one can do with occasions: say how they are announced, add renewals, see what comes round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from relapp.domain import today as domain
from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused
from relapp.domain.occasions import Occasion, OccasionKind, reminders
from relapp.domain.reminders import Reminder
from relapp.domain.settings import LEAD_DAYS
from relapp.domain.words import phrase, tr
from relapp.services.desk import Desk
from relapp.store import lookup
from relapp.store import occasions as store
from relapp.store import today as store_today

_FOLLOW_UPS = (Area.FOLLOW_UPS,)
COMING_DAYS = 14
MOST_LEAD = 365


class Occasions:
    """Birthdays and anniversaries themselves are edited with the person; here is what is said about them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_person(self, person: int) -> list[Occasion]:
        """Birthday, anniversary and renewals of a person, with the defaults where nothing was said."""
        return store.of_person(self._desk.db, person, self._desk.option(LEAD_DAYS))

    def set(self, occasion: Occasion, origin: object = None) -> int:
        """Keeps it as given; a renewal without an id is a new one. Returns its id. Raises Refused, NoSuchPerson."""
        title = occasion.title.strip()
        if occasion.kind is OccasionKind.RENEWAL and not title:
            raise Refused(tr("A renewal needs to say what is renewed."))
        if occasion.day.day is None:
            raise Refused(tr("An occasion needs a day and a month."))
        if not 0 <= occasion.lead_days <= MOST_LEAD:
            raise Refused(tr("A reminder can come up to {days} days before.").format(days=MOST_LEAD))
        named = lookup.shown(self._desk.db, (occasion.person,))
        if not named:
            raise NoSuchPerson(occasion.person)
        said = phrase("Occasion of {name}: {title}", name=named[0], title=title or str(occasion.kind))
        kept = Occasion(
            occasion.person, occasion.kind, occasion.day, title, occasion.lead_days, occasion.popup, occasion.id
        )
        with self._desk.write(said, _FOLLOW_UPS, origin):
            return store.put(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Deletes a renewal, or what was said about a birthday or anniversary. Raises NoSuchRecord."""
        found = store.get(self._desk.db, id_)
        if found is None:
            raise NoSuchRecord
        person, kind, title = found
        name = "".join(lookup.shown(self._desk.db, (person,)))
        said = phrase("Occasion of {name} deleted: {title}", name=name, title=title or str(kind))
        with self._desk.write(said, _FOLLOW_UPS, origin):
            store.delete(self._desk.db, id_)

    def coming(self, days: int = COMING_DAYS) -> Sequence[domain.Occasion]:
        """What comes round in so many days from today on, soonest first."""
        day = self._desk.today()
        dated = store_today.dated(self._desk.db, domain.month_days(day, days))
        return tuple(domain.coming_round(dated, day, days))

    def reminders(self, first: date, last: date) -> list[Reminder]:
        """Those whose day less its lead days falls into `[first, last)`, local dates of mine: fixed and all-day.

        Only for A and B clients and where it was ticked. Due days; what falls on a closed one is delivered before it.
        """
        lead = self._desk.option(LEAD_DAYS)
        days = domain.month_days(first + timedelta(days=lead), min((last - first).days, 366))
        found = store.popping_up(self._desk.db, lead, days)
        return sorted(
            (reminder for one in found for reminder in reminders(one, first, last)),
            key=lambda reminder: (str(reminder.due), reminder.key),
        )
