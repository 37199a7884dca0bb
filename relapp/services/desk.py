"""What every service stands on: the open file, the clock, and whom to tell about a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from relapp.domain.changes import Area, Publish
from relapp.domain.settings import ATTEMPTS_COUNT, CADENCES, ME_ZONE, Option, T
from relapp.domain.words import Phrase
from relapp.ports import Clock
from relapp.store import stored_settings
from relapp.store.connection import Database

if TYPE_CHECKING:
    from relapp.store.derived import Basis
    from relapp.store.writing import Writing


class Desk:
    """Handed to each service's constructor; belongs to one thread, as its file does."""

    def __init__(self, db: Database, clock: Clock, publish: Publish) -> None:
        self.db = db
        self.clock = clock
        self.publish = publish
        self._settings: dict[str, object] | None = None

    def now(self) -> datetime:
        """The present instant, UTC."""
        return self.clock.now()

    def seconds(self) -> int:
        """The present instant in whole seconds since 1970 UTC."""
        return int(self.clock.now().timestamp())

    def zone(self) -> tzinfo:
        """My time zone: the setting, else the machine's."""
        name = self.option(ME_ZONE)
        return ZoneInfo(name) if name else self.clock.zone()

    def today(self) -> date:
        """The date in my zone."""
        return self.now().astimezone(self.zone()).date()

    def option(self, option: Option[T]) -> T:
        """The value of an option: what was set, else its default."""
        if self._settings is None:
            self._settings = stored_settings.all_of(self.db)
        found = self._settings.get(option.key, option.default)
        return found if isinstance(found, type(option.default)) else option.default

    def forget_settings(self) -> None:
        """After they changed, here or in another process."""
        self._settings = None

    def basis(self) -> Basis:
        """What derived rows are made by."""
        from relapp.store.derived import Basis  # what is only needed to write waits until something is written

        cadences = {tier: self.option(cadence) for tier, cadence in CADENCES.items()}
        return Basis(self.now(), self.zone(), cadences, self.option(ATTEMPTS_COUNT))

    @contextmanager
    def write(self, title: Phrase, areas: Iterable[Area], origin: object = None) -> Iterator[Writing]:
        """One change that can be undone; see `store.writing.write`."""
        from relapp.store import writing

        try:
            with writing.write(self.db, self.publish, self.basis(), title, areas, origin) as one:
                yield one
        except BaseException:
            self.forget_settings()  # one may have been set in what was just taken back
            raise
