"""What a test must not touch, as protocols. Adapters fulfil them; tests bring their own by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
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


class Holidays(Protocol):
    """Which public holidays countries and their regions keep, by ISO 3166 codes: "DE", and "BE" for Berlin."""

    def edition(self) -> str:
        """Which edition of the calendar this is; another one may know other days."""
        ...

    def regions(self) -> dict[str, list[str]]:
        """The countries, each with its regions."""
        ...

    def region_names(self, country: str) -> dict[str, str]:
        """What the regions of a country are called, by code; those without a name are missing."""
        ...

    def place(self, country: str, region: str | None) -> tuple[str, str | None]:
        """The codes meant by codes or names in any case. Raises Refused for a country or region that is not known."""
        ...

    def days(self, country: str, region: str | None, years: Iterable[int]) -> list[tuple[date, str, str]]:
        """Day, name in English where there is one, and name in the country's own language, in order of days."""
        ...


class Places(Protocol):
    """Which zone somebody is likely to be in."""

    def zone_of_country(self, country: str) -> tuple[str, bool] | None:
        """The zone in which most of a country live, and whether it is the only one; by code or name. Else None."""
        ...

    def zone_of_phone(self, number: str) -> str | None:
        """The zone of an international number (+47 …), when its prefix tells just one."""
        ...


@dataclass(frozen=True, slots=True)
class Note:
    """A notification. `key` is the caller's own name of it; `actions` are ids with their labels, the first of which is
    also what a click on the text does. The body is plain text."""

    key: str
    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    urgent: bool = False


class NoteSign(StrEnum):
    """What a desktop tells of a note."""

    TAKEN = "taken"  # it stands on the screen, or will by the desktop's own rules
    FAILED = "failed"  # it doesn't and won't
    ACTION = "action"
    DISMISSED = "dismissed"  # by the user's hand; one that ran out of time is not told of


@dataclass(frozen=True, slots=True)
class NoteEvent:
    """`action` is the id of one of the note's actions, where the sign is one."""

    sign: NoteSign
    key: str
    action: str = ""


class Notifier(Protocol):
    """Notifications of the desktop, with actions. Nothing here waits for an answer: `read` brings it."""

    def start(self) -> bool:
        """Finds the desktop's bus; False when there is none. May be called again, also after it was lost."""
        ...

    def fileno(self) -> int | None:
        """What becomes readable when `read` has something; None when not started, or lost."""
        ...

    def read(self) -> list[NoteEvent]:
        """What was told since; notes that wait when the bus is lost have failed."""
        ...

    def show(self, note: Note) -> bool:
        """Hands a note over. False: it can't be taken; True: TAKEN or FAILED follows, unless the desktop hangs."""
        ...

    def withdraw(self, key: str) -> None:
        """Takes a note away; one that is not taken yet as soon as it is, and nothing more is told of it."""
        ...

    def close(self) -> None:
        """Gives the bus back. Notes stay."""
        ...


class Announcer(Protocol):
    """Texts on the screen for a moment, of which nobody knows whether they were seen. It may wait for long."""

    def announce(self, title: str, body: str) -> None:
        """Tries to; that it failed isn't told."""
        ...
