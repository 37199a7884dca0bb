"""What a test must not touch, as protocols. Adapters fulfil them; tests bring their own by hand."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """The present instant, UTC."""
        ...

    def zone(self) -> tzinfo:
        """The machine's time zone; the user's own setting goes before it."""
        ...


class Autostart(Protocol):
    """Whether the system starts the app with this file when the user logs in."""

    def is_on(self) -> bool:
        """As the system would do it at the next login."""
        ...

    def turn_on(self) -> None:
        """From the next login on. Raises KnownError when the system's place for that can't be written."""
        ...

    def turn_off(self) -> None:
        """No more. Raises KnownError; that it was off already is no error."""
        ...


class RegistryValues(Protocol):
    """The text values of one key of the Windows registry. Each method raises OSError where the system refuses."""

    def read(self, name: str) -> str | None:
        """The value; None when there is none of that name."""
        ...

    def write(self, name: str, value: str) -> None:
        """Sets it as REG_SZ; the key is made when missing."""
        ...

    def delete(self, name: str) -> None:
        """Takes it away, if it is there."""
        ...
