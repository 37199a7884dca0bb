"""Options, and what the window remembers of itself."""

from __future__ import annotations

from typing import Any

from relapp.domain.changes import Area
from relapp.domain.settings import ATTEMPTS_COUNT, CADENCES, ME_ZONE, Option, T
from relapp.domain.words import phrase
from relapp.services.desk import Desk
from relapp.store import remembered, stored_settings


def store(desk: Desk, option: Option[T], value: T) -> None:
    """Within a change: keeps the value, and makes anew what it decides. Raises Refused for a value that isn't one."""
    stored_settings.put(desk.db, option.key, None if option.check(value) == option.default else value)
    desk.forget_settings()
    if option is ME_ZONE or option in CADENCES.values():
        from relapp.store import derived

        derived.mark_all_stale(desk.db, desk.basis())
        derived.refresh(desk.db, desk.basis())
    elif option is ATTEMPTS_COUNT:
        from relapp.store import derived

        derived.count_attempts(desk.db, desk.basis())


class Settings:
    """Every option is declared in `domain.settings`; changing one is a change like any other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, option: Option[T]) -> T:
        """What was set, else the default."""
        return self._desk.option(option)

    def set(self, option: Option[T], value: T, origin: object = None) -> None:
        """Raises Refused for a value that isn't one of the option's."""
        option.check(value)
        if value == self.get(option):
            return
        title = phrase("Setting: {sentence}", sentence=option.sentence().rstrip("."))
        with self._desk.write(title, (Area.SETTINGS, Area.PEOPLE), origin):
            store(self._desk, option, value)

    def remembered(self, key: str) -> Any:
        """What the window kept under `key`, or None."""
        return remembered.get(self._desk.db, key)

    def remember(self, key: str, value: Any) -> None:
        """Keeps a size, an order, a last choice. Not journalled."""
        remembered.put(self._desk.db, key, value)
