"""Handing a call or an e-mail to the system, and the way to somebody by a channel. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol
from urllib.parse import quote
from zoneinfo import ZoneInfo

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from relapp.core import Core
from relapp.domain.boundaries.spans import is_open, meet
from relapp.domain.entries import kind_of
from relapp.domain.people import Channel, ContactPoint, Permission, PointKind
from relapp.domain.permissions import effective
from relapp.domain.words import tr
from ui.moments import Moments
from ui.opening import open_link
from ui.palette import Tone
from ui.shell import Shell

_LOOK_AHEAD = 30
"""Days within which both must be open once; as for delivery."""
Opener = Callable[[QUrl], bool]
"""Whether a program of the system took a link."""
_POINTS = {Channel.CALL: PointKind.PHONE, Channel.EMAIL: PointKind.EMAIL}


class Say(Protocol):
    """As `Shell.say` does it."""

    def __call__(self, text: str, *, also: Sequence[tuple[str, Callable[[], object]]] = ()) -> None: ...


def link_of(point: ContactPoint) -> QUrl:
    """What the system is given to open: tel:, mailto: or the link itself."""
    if point.kind is PointKind.URL:
        return QUrl.fromUserInput(point.value)
    url = QUrl()
    url.setScheme("tel" if point.kind is PointKind.PHONE else "mailto")
    url.setPath("".join(point.value.split()) if point.kind is PointKind.PHONE else point.value)
    return url


def hand_over(say: Say, point: ContactPoint, opener: Opener = open_link) -> None:
    """Lets the system call, write or open; without a program for that it says so, and offers to copy."""
    if opener(link_of(point)):
        return

    def copy() -> None:
        QGuiApplication.clipboard().setText(point.value)
        say(tr("Copied: {text}").format(text=point.value))

    sentence, way_out = {
        PointKind.PHONE: (tr("No program on this computer makes calls."), tr("Copy the number")),
        PointKind.EMAIL: (tr("No program on this computer writes e-mails."), tr("Copy the address")),
    }.get(point.kind, (tr("No program on this computer opens this link."), tr("Copy the link")))
    say(sentence, also=((way_out, copy),))


def mail_link(address: str, subject: str, body: str) -> QUrl:
    """A mailto: link as RFC 6068 has it, line ends as %0D%0A."""
    fields = {"subject": subject, "body": body.replace("\n", "\r\n")}
    said = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    return QUrl.fromEncoded(f"mailto:{quote(address, safe='@')}{'?' if said else ''}{said}".encode("ascii"))


def channel_icon(channel: Channel | None) -> str:
    """The icon of a channel, or of writing something down."""
    return "note-pencil" if channel is None else kind_of(channel.value).icon


def point_for(core: Core, person: int, channel: Channel | None, *, urgent: bool = True) -> ContactPoint | None:
    """The most welcome number or address for a channel that the system can open; None when there is none.

    With `urgent` false, one that is for urgent matters only is none.
    """
    kind = None if channel is None else _POINTS.get(channel)
    if kind is None:
        return None
    file = core.people.file(person)
    order = tuple(Permission)
    ways = [(order.index(effective(point, file.permissions)), point) for point in file.points if point.kind is kind]
    refused = {order.index(Permission.NOT_ALLOWED)} | (set() if urgent else {order.index(Permission.URGENT_ONLY)})
    allowed = [way for way in ways if way[0] not in refused]
    return min(allowed, key=lambda way: way[0])[1] if allowed else None


def reach(shell: Shell, person: int, channel: Channel | None, about: str = "") -> None:
    """Calls or writes where the system can; else begins to log a contact by that channel."""
    point = point_for(shell.core, person, channel)
    if point is None:
        shell.log_contact(line_to_log(shell.core, person, channel, about))
    else:
        hand_over(shell.say, point)


def line_to_log(core: Core, person: int, channel: Channel | None, about: str = "") -> str:
    """How quick entry begins for a contact: "call Tom Keller: trip"; without a channel a call is supposed."""
    word = kind_of((channel or Channel.CALL).value).words[0]
    return f"{word} {core.people.name(person)}: {about}"


def reachable(core: Core, person: int, moments: Moments) -> tuple[str, Tone, str] | None:
    """ "reachable now · 10:12 in Oslo", or when they are open for me next; None where their hours aren't known."""
    theirs = core.hours.theirs(person)
    if theirs is None:
        return None
    now = core.desk.now()
    place = theirs.zone.rsplit("/", 1)[-1].replace("_", " ")
    here = tr("{time} in {place}").format(time=moments.time(now, ZoneInfo(theirs.zone)), place=place)
    if is_open(theirs, now):
        return tr("reachable now · {here}").format(here=here), Tone.GREEN, "sun"
    both = meet(core.hours.mine(), theirs, now, now + timedelta(days=_LOOK_AHEAD))
    if not both:
        return tr("{here} · your hours never meet").format(here=here), Tone.PLUM, "moon"
    at = both[0][0]
    when = moments.time(at) if moments.day_of(at) == core.desk.today() else moments.day_and_time(at)
    return tr("{here} · opens {when} for you").format(here=here, when=when), Tone.PLUM, "moon"
