"""What the header of a personal file says, in words: positions, local time, cadence."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from relapp.domain.cadence import Standing, State, standing
from relapp.domain.file import PersonalFile
from relapp.domain.people import Position
from relapp.domain.permissions import channel_permissions, summary
from relapp.domain.relative import date_words
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone

TONES = {State.CALM: Tone.GREEN, State.SOON: Tone.AMBER, State.LATE: Tone.RED, State.NEW: Tone.BLUE}


def positions_line(file: PersonalFile) -> str:
    """ "COO at Keller Werk since 2021 · before: Northgate"."""
    now = [_position(one) for one in file.positions if not one.past]
    before = [one.organisation or one.title for one in file.positions if one.past]
    parts = [", ".join(now)] if now else []
    if before:
        parts.append(tr("before: {places}").format(places=", ".join(dict.fromkeys(before))))
    return " · ".join(parts)


def _position(one: Position) -> str:
    if one.title and one.organisation:
        words = tr("{title} at {organisation}").format(title=one.title, organisation=one.organisation)
    else:
        words = one.title or one.organisation
    return words if one.since is None else tr("{words} since {date}").format(words=words, date=date_words(one.since))


def place_of(zone_name: str) -> str:
    """ "Oslo" of "Europe/Oslo", "New York" of "America/New_York"."""
    return zone_name.rsplit("/", 1)[-1].replace("_", " ")


def here_and_now(file: PersonalFile, now: datetime, moments: Moments) -> str:
    """ "10:12 in Oslo · call or e-mail"; only what is known of it."""
    parts: list[str] = []
    zone = _zone(file.person.time_zone)
    if zone is not None:
        parts.append(
            tr("{time} in {place}").format(time=moments.time(now, zone), place=place_of(file.person.time_zone))
        )
    ways = summary(channel_permissions(file.points, file.permissions))
    if ways:
        parts.append(ways)
    return " · ".join(parts)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def standing_of(file: PersonalFile, today: date, zone: tzinfo) -> Standing:
    """How the silence stands against the cadence, today in my zone."""
    last = file.rhythm.last_contact
    return standing(
        None if last is None else last.astimezone(zone).date(), file.person.cadence_since, file.cadence_days, today
    )
