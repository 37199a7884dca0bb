"""What the header of a personal file says, in words: positions, local time, cadence."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from relapp.domain.business import StandingMark
from relapp.domain.cadence import Standing, State, standing
from relapp.domain.file import PersonalFile
from relapp.domain.permissions import channel_permissions, summary
from relapp.domain.relative import date_words
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone
from ui.people.filter_words import stage_word

TAGS = 2
TRUSTED = 4
"""From this mark on somebody sees an adviser in me."""
TONES = {State.CALM: Tone.GREEN, State.SOON: Tone.AMBER, State.LATE: Tone.RED, State.NEW: Tone.BLUE}


def chips_of(file: PersonalFile, today: date, mark: StandingMark | None = None) -> list[tuple[str, Tone, str]]:
    """What the chips say: words, tone, icon. What matters most for being in touch comes first."""
    person = file.person
    chips: list[tuple[str, Tone, str]] = []
    if person.trashed is not None:
        chips.append((tr("in the trash"), Tone.RED, "trash"))
    if person.deceased:
        chips.append((tr("deceased"), Tone.GREY, ""))
    if person.archived:
        chips.append((tr("archived"), Tone.GREY, "archive-box"))
    if person.tier is not None:
        chips.append((tr("{tier} client").format(tier=person.tier), Tone.GREEN, ""))
    if person.stage is not None:
        chips.append((stage_word(person.stage), Tone.GREY, ""))
    chips += [] if mark is None else [(_standing(mark.score), Tone.GREY, "handshake")]
    if person.hold_until is not None and person.hold_until > today:
        chips.append((tr("no contact before {date}").format(date=date_words(person.hold_until)), Tone.PLUM, "moon"))
    if file.rhythm.attempts:
        chips.append((tr("{n} without answer").format(n=file.rhythm.attempts), Tone.AMBER, ""))
    chips += [(tag, Tone.GREY, "tag") for tag in file.tags[:TAGS]]
    if len(file.tags) > TAGS:
        chips.append((tr("{n} more").format(n=len(file.tags) - TAGS), Tone.GREY, "tag"))
    return chips


def _standing(score: int) -> str:
    words = tr("trusted adviser {score}/5") if score >= TRUSTED else tr("standing {score}/5")
    return words.format(score=score)


def place_of(zone_name: str) -> str:
    """ "Oslo" of "Europe/Oslo", "New York" of "America/New_York"."""
    return zone_name.rsplit("/", 1)[-1].replace("_", " ")


def here_and_now(file: PersonalFile, now: datetime, moments: Moments, reach: str = "") -> str:
    """ "10:12 in Oslo · reachable until 16:00 · call or e-mail"; only what is known of it."""
    parts: list[str] = []
    zone = _zone(file.person.time_zone)
    if zone is not None:
        parts.append(
            tr("{time} in {place}").format(time=moments.time(now, zone), place=place_of(file.person.time_zone))
        )
    if reach:
        parts.append(reach)
    ways = summary(channel_permissions(file.points, file.permissions))
    if ways:
        parts.append(ways)
    return " · ".join(parts)


def is_day_at(zone_name: str, now: datetime) -> bool:
    """Whether most people are awake there."""
    zone = _zone(zone_name)
    return zone is None or now.astimezone(zone).hour in range(7, 21)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def standing_of(file: PersonalFile, today: date, zone: tzinfo) -> Standing:
    """How the silence stands against the cadence, today in my zone."""
    last = file.rhythm.last_contact
    due = None if file.due_on is None else date.fromisoformat(file.due_on)
    return standing(None if last is None else last.astimezone(zone).date(), due, file.cadence_days, today)
