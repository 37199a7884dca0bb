"""Names of time zones as people and other programs write them. No clock, no zone of one's own."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_NO_PLACES = {"localtime", "posixrules", "Factory"}
"""Files beside the zones that stand for the zone of the machine at hand, or for none."""


@lru_cache(maxsize=1024)
def is_known(name: str) -> bool:
    """Whether this is a zone of the IANA data; what an address book brings along may be none."""
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def find(text: str) -> str | None:
    """The IANA name meant, in any case and with blanks for underscores: "europe/berlin", "America/New York"."""
    wanted = "_".join(text.split())
    known = available_timezones() - _NO_PLACES
    if is_known(wanted) and wanted in known:
        return wanted
    return next((name for name in sorted(known) if name.casefold() == wanted.casefold()), None)
