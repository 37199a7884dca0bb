"""By which channel to turn to somebody: what they prefer first, only what they allow, and the address for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relapp.domain.people import CHANNELS_OF_POINT, Channel, ContactPoint, Permission, PointKind
from relapp.domain.permissions import channel_permissions, effective

_WELCOME = (Permission.PREFERRED, Permission.ALLOWED)
_ADDRESSED = frozenset((Channel.CALL, Channel.EMAIL, Channel.MESSAGE, Channel.LETTER, Channel.SOCIAL))
"""Channels that need an address; for the others one simply meets."""


class Way(NamedTuple):
    """A channel with the address for it, as it is shown; empty where none is known or needed."""

    channel: Channel
    reach: str


def ways(
    wanted: Sequence[Channel], points: Sequence[ContactPoint], said: Mapping[Channel, Permission]
) -> tuple[Way, ...]:
    """All of `wanted` that are welcome, best first: preferred ones, then those with an address, then as wanted.

    A channel that is not allowed, or for urgent matters only, is never among them.
    """
    permissions = channel_permissions(points, said)
    found = []
    for place, channel in enumerate(wanted):
        permission = permissions.get(channel, Permission.ALLOWED)
        if permission not in _WELCOME:
            continue
        reach = address_for(channel, points, said)
        if channel is Channel.SOCIAL and not reach and any(map(_is_profile, points)):
            continue
        lacking = channel in _ADDRESSED and not reach
        found.append((lacking, _WELCOME.index(permission), place, Way(channel, reach)))
    return tuple(way for *_, way in sorted(found, key=lambda one: one[:3]))


def address_for(channel: Channel, points: Sequence[ContactPoint], said: Mapping[Channel, Permission]) -> str:
    """The most welcome address of that channel; for social media the first profile's link. Empty without one."""
    if channel is Channel.SOCIAL:
        profiles = (one for one in points if _is_profile(one) and one.permission in _WELCOME)
        return next((one.value for one in profiles), "")
    fitting = [
        (_WELCOME.index(permission), place, point.shown())
        for place, point in enumerate(points)
        if channel in CHANNELS_OF_POINT[point.kind] and (permission := effective(point, said)) in _WELCOME
    ]
    return min(fitting)[2] if fitting else ""


def _is_profile(point: ContactPoint) -> bool:
    return point.kind is PointKind.URL and "linkedin.com/" in point.value.casefold()
