"""Business hours: mine, public holidays, and the hours of the people I work with."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import Closure, Hours, Week
from relapp.domain.boundaries.wording import tell_clients
from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchPerson, Refused
from relapp.domain.people import PointKind
from relapp.domain.settings import HOLIDAYS
from relapp.domain.tiers import Tier
from relapp.domain.words import phrase, tr
from relapp.domain.zones import is_known
from relapp.ports import Holidays, Places
from relapp.services.desk import Desk
from relapp.services.my_hours import HOURS, MyTime
from relapp.services.settings import store
from relapp.store import hours, lookup, personal_file, remembered

YEARS_BACK, YEARS_AHEAD = 1, 5
"""Years of public holidays that are kept."""

_EDITION = "hours.holidays_edition"
_THEIRS = (Area.PEOPLE, Area.HOURS)


class BusinessHours(MyTime):
    """All of it as one service; what is only mine stands in `MyTime`."""

    def __init__(self, desk: Desk, holidays: Holidays, places: Places) -> None:
        super().__init__(desk)
        self._holidays = holidays
        self._places = places

    # --- public holidays

    def regions(self) -> dict[str, list[str]]:
        """The countries whose holidays are known, by ISO code, each with its regions."""
        return self._holidays.regions()

    def region_names(self, country: str) -> dict[str, str]:
        """What the regions of a country are called, by code, where a name is known."""
        return self._holidays.region_names(country)

    def holidays_of(self) -> tuple[str, str] | None:
        """Country and region ("" for the whole country) whose holidays are kept."""
        country, _, region = self._desk.option(HOLIDAYS).partition("-")
        return (country, region) if country else None

    def choose_holidays(
        self, country: str, region: str | None = None, origin: object = None, *, off: tuple[str, ...] = ()
    ) -> int:
        """Keeps the holidays of last year to five years ahead as closures; how many days. What was off stays off.

        `off` are names to switch off, English or the country's own. Raises Refused for a place or name not known.
        """
        country, region = self._holidays.place(country, region)
        days = self._holidays.days(country, region, self._years())
        rows = self._with_off(days, off)
        place = f"{country}-{region}" if region else country
        with self._desk.write(phrase("Public holidays: {place}", place=place), HOURS, origin):
            self._replace_holidays(rows)
            store(self._desk, HOLIDAYS, place)
        self._remember_edition()
        return len(rows)

    def holidays_in(self, country: str, region: str) -> list[Closure]:
        """What `choose_holidays` would keep, all of it closed. Raises Refused for a place not known."""
        return self._with_off(self._holidays.days(*self._holidays.place(country, region), self._years()), ())

    def no_holidays(self, origin: object = None) -> None:
        """Keeps none."""
        with self._desk.write(phrase("No public holidays"), HOURS, origin):
            self._replace_holidays([])
            store(self._desk, HOLIDAYS, "")

    def switch_holiday(self, title: str, off: bool, origin: object = None) -> None:
        """Every holiday of that name closes no more, or again. Raises Refused when none is called so."""
        wanted = title.strip().casefold()
        found = [one for one in self.closures() if one.holiday and one.title.casefold() == wanted]
        if not found:
            raise _no_holiday(title)
        words = (
            phrase("{holiday}: open", holiday=found[0].title)
            if off
            else phrase("{holiday}: closed", holiday=found[0].title)
        )
        with self._desk.write(words, HOURS, origin):
            for one in found:
                hours.set_closure(self._desk.db, Closure(one.first, one.last, one.title, True, off, one.id))

    def renew_holidays(self) -> bool:
        """Once a year, and with another edition of the calendar: the kept years move on. Whether anything changed."""
        chosen = self.holidays_of()
        if chosen is None or remembered.get(self._desk.db, _EDITION) == self._edition():
            return False
        before = {(one.first, one.title) for one in self.closures() if one.holiday}
        country, region = chosen
        days = self._holidays.days(country, region or None, self._years())
        if before == {(day, title) for day, title, _ in days}:
            self._remember_edition()
            return False
        self.choose_holidays(country, region or None)
        return True

    # --- theirs

    def theirs(self, person: int) -> Hours | None:
        """A person's own hours, in my zone when theirs is not known; None when no hours are known."""
        found = hours.of_person(self._desk.db, person)
        if found is None or not found.week:
            return None
        week = week_text.read(found.week)
        zone = found.zone if is_known(found.zone) else self.mine().zone
        return None if week is None else _their_hours(zone, week, tuple(hours.closures(self._desk.db, person)))

    def set_person_hours(self, person: int, week: Week | None, origin: object = None) -> None:
        """Their week; None, or an empty one, when it is not known. Raises NoSuchPerson."""
        text = "" if week is None else week_text.write(week)
        title = phrase("{name}: hours {week}", name=self._name(person), week=text or "–")
        from relapp.store import people  # peewee waits until something is written

        with self._desk.write(title, _THEIRS, origin):
            people.update(self._desk.db, (person,), hours=text)

    def set_person_zone(self, person: int, zone: str, origin: object = None) -> None:
        """Their zone by its IANA name, or "" when not known. Raises NoSuchPerson, Refused."""
        if zone and not is_known(zone):
            raise Refused(tr("“{zone}” is no time zone; write it like Europe/Berlin.").format(zone=zone))
        title = phrase("{name}: time zone {zone}", name=self._name(person), zone=zone or "–")
        from relapp.store import people  # peewee waits until something is written

        with self._desk.write(title, _THEIRS, origin):
            people.update(self._desk.db, (person,), time_zone=zone)

    def suggested_zone(self, person: int) -> tuple[str, str] | None:
        """The zone that the country of an address or the prefix of a phone tells, and a sentence why; else None."""
        points = personal_file.points(self._desk.db, person)
        countries = [one.address.country for one in points if one.address is not None and one.address.country.strip()]
        from_country = [(found, one) for one in countries if (found := self._places.zone_of_country(one))]
        for (zone, only), country in from_country:
            if only:
                return zone, tr("The address is in {country}.").format(country=country)
        for phone in (one.value for one in points if one.kind is PointKind.PHONE):
            if zone_by_prefix := self._places.zone_of_phone(phone):
                return zone_by_prefix, tr("The phone number is {number}.").format(number=phone)
        for (zone, _), country in from_country:
            return zone, tr("The address is in {country}.").format(country=country)
        return None

    def sentence(self, person: int | None = None) -> str:
        """What to tell clients; for a person in their zone, and how to be urgent only for whom urgent comes through."""
        rule, now = self.urgent(), self._desk.now()
        if person is None:
            return tell_clients(self.mine(), None, now, rule if rule.tiers else None)
        found = hours.of_person(self._desk.db, person)
        if found is None:
            raise NoSuchPerson(person)
        through = found.tier is not None and Tier(found.tier) in rule.tiers
        return tell_clients(self.mine(), found.zone if is_known(found.zone) else None, now, rule if through else None)

    # --- within

    def _name(self, person: int) -> str:
        found = lookup.shown(self._desk.db, (person,))
        if not found:
            raise NoSuchPerson(person)
        return found[0]

    def _years(self) -> range:
        year = self._desk.today().year
        return range(year - YEARS_BACK, year + YEARS_AHEAD + 1)

    def _edition(self) -> str:
        return f"{self._holidays.edition()} {self._desk.today().year}"

    def _remember_edition(self) -> None:
        remembered.put(self._desk.db, _EDITION, self._edition())

    def _with_off(self, days: list[tuple[date, str, str]], off: tuple[str, ...]) -> list[Closure]:
        """As closures. Off is what is asked for, what was off as a whole by its name, and single days that were."""
        wanted = {name.strip().casefold(): name for name in off}
        known = {name.casefold() for _, title, own in days for name in (title, own)}
        for folded, name in wanted.items():
            if folded not in known:
                raise _no_holiday(name)
        kept = [one for one in self.closures() if one.holiday]
        names = {one.title for one in kept} - {one.title for one in kept if not one.off}
        single = {(one.first, one.title) for one in kept if one.off}
        return [
            Closure(
                day,
                day,
                title,
                holiday=True,
                off=title in names or (day, title) in single or not wanted.keys().isdisjoint(_folded(title, own)),
            )
            for day, title, own in days
        ]

    def _replace_holidays(self, rows: list[Closure]) -> None:
        db = self._desk.db
        hours.delete_closures(db, [one.id for one in self.closures() if one.holiday])
        hours.add_closures(db, rows)


def _folded(*names: str) -> set[str]:
    return {name.casefold() for name in names}


def _no_holiday(name: str) -> Refused:
    return Refused(tr("No public holiday there is called “{name}”.").format(name=name))


@lru_cache(maxsize=1024)
def _their_hours(zone: str, week: Week, closures: tuple[Closure, ...]) -> Hours:
    """The same object for the same content, so that open time is worked out once."""
    return Hours(zone, week, closures)
