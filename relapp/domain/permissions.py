"""What a person lets me use: the permission of each address and channel together, and the line that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from relapp.domain.people import CHANNELS_OF_POINT, Channel, ContactPoint, Permission
from relapp.domain.words import tr

_ORDER = tuple(Permission)


def effective(point: ContactPoint, channels: Mapping[Channel, Permission]) -> Permission:
    """The permission of an address: its own or its channel's, whichever is stricter.

    A channel nothing is said of changes nothing. Where one address serves several, the most welcome one counts.
    """
    served = [channels[channel] for channel in CHANNELS_OF_POINT[point.kind] if channel in channels]
    return point.permission.stricter(min(served, key=_ORDER.index)) if served else point.permission


def channel_permissions(
    points: Iterable[ContactPoint], channels: Mapping[Channel, Permission]
) -> dict[Channel, Permission]:
    """What each channel comes down to that has an address or of which something is said, in the order of `Channel`.

    Its most welcome address counts. A channel that is preferred stays so with an address that is merely allowed.
    """
    best: dict[Channel, Permission] = {}
    for point in points:
        for channel in CHANNELS_OF_POINT[point.kind]:
            best[channel] = min(best.get(channel, point.permission), point.permission, key=_ORDER.index)
    return {
        channel: _together(best.get(channel), channels.get(channel))
        for channel in Channel
        if channel in best or channel in channels
    }


def _together(address: Permission | None, channel: Permission | None) -> Permission:
    if address is None or channel is None:
        return address or channel or Permission.ALLOWED
    if channel is Permission.PREFERRED and address is Permission.ALLOWED:
        return channel
    return address.stricter(channel)


def with_permission(permissions: Mapping[Channel, Permission], *wanted: Permission) -> tuple[Channel, ...]:
    """The channels of these permissions, in the order they are asked for."""
    return tuple(channel for permission in wanted for channel, said in permissions.items() if said is permission)


def may_use(permissions: Mapping[Channel, Permission], channel: Channel, urgent: bool = False) -> bool:
    """Whether this channel may be used; one nothing is known of may."""
    said = permissions.get(channel, Permission.ALLOWED)
    return said is not Permission.NOT_ALLOWED and (urgent or said is not Permission.URGENT_ONLY)


def summary(permissions: Mapping[Channel, Permission]) -> str:
    """One line, preferred ones first: "call or e-mail", "e-mail; urgent only: call". Empty when nothing is known."""
    welcome = with_permission(permissions, Permission.PREFERRED, Permission.ALLOWED)
    urgent = with_permission(permissions, Permission.URGENT_ONLY)
    parts = [one_of([channel_word(channel) for channel in welcome])] if welcome else []
    if urgent:
        parts.append(tr("urgent only: {channels}").format(channels=one_of([channel_word(each) for each in urgent])))
    if not parts and permissions:
        return tr("no channel allowed")
    return "; ".join(parts)


def one_of(words: Sequence[str]) -> str:
    """ "call", "call or e-mail", "call, e-mail or message"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} or {last}").format(first=", ".join(words[:-1]), last=words[-1])


def channel_word(channel: Channel) -> str:
    """The channel within a sentence."""
    return {
        Channel.CALL: tr("call"),
        Channel.VIDEO: tr("video"),
        Channel.EMAIL: tr("e-mail"),
        Channel.MESSAGE: tr("message"),
        Channel.MEETING: tr("meeting"),
        Channel.LUNCH: tr("lunch"),
        Channel.VISIT: tr("visit"),
        Channel.LETTER: tr("letter"),
        Channel.GIFT: tr("gift"),
        Channel.SOCIAL: tr("social media"),
    }[channel]


def permission_label(permission: Permission) -> str:
    """The permission as it stands beside an address or channel."""
    return {
        Permission.PREFERRED: tr("preferred"),
        Permission.ALLOWED: tr("allowed"),
        Permission.URGENT_ONLY: tr("urgent only"),
        Permission.NOT_ALLOWED: tr("not allowed"),
    }[permission]
