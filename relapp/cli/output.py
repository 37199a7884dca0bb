"""What commands say: UTF-8 lines on stdout, one sentence a line on stderr. And what was typed, as text."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

LAST = datetime(9999, 1, 1, tzinfo=UTC)
"""Where the calendar leaves no room to look on; nothing can be due after it."""


def say(text: str) -> None:
    """One line on stdout."""
    sys.stdout.write(f"{text}\n")


def say_json(value: object) -> None:
    """One line of JSON on stdout."""
    say(json.dumps(value, ensure_ascii=False))


def tell(sentence: str) -> None:
    """One line on stderr, also where a name in it has line ends."""
    sys.stderr.write(" ".join(sentence.splitlines()) + "\n")


def stored_form(instant: datetime) -> str:
    """An instant as 2026-03-12T09:12:00Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_form(moment: datetime | date) -> str:
    """An instant as above, a day as 2026-03-12."""
    return stored_form(moment) if isinstance(moment, datetime) else moment.isoformat()


def typed(words: Sequence[str]) -> str:
    """What was typed, as text; bytes that are none come in otherwise, and can't be stored."""
    return " ".join(words).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
