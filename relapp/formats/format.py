"""What every format that can be read offers, so that they can stand in one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from relapp.domain.cards import Reading

Progress = Callable[[int, int], None]


class Read(Protocol):
    """Reads a whole file. `on_progress(done, total)` counts records and may raise to stop; raises Refused."""

    def __call__(self, data: bytes, file_name: str, on_progress: Progress | None = None) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `claims` looks at a file's first bytes and its name and says whether it is one of its own."""

    name: str
    claims: Callable[[bytes, str], bool]
    read: Read
