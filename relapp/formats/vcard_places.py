"""Time zones and languages of a card: only names that the app can use; offsets and free text are not."""

from __future__ import annotations

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_ZONE = re.compile(r"[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+)+|UTC")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@lru_cache(maxsize=1000)
def is_zone(name: str) -> bool:
    """Whether it is an IANA name known here, such as `Europe/Berlin`."""
    if len(name) > 64 or not _ZONE.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def is_language(tag: str) -> bool:
    """Whether it looks like a language tag (BCP 47), such as `de` or `pt-BR`."""
    return len(tag) <= 64 and _LANGUAGE.fullmatch(tag) is not None
