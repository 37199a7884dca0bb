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
