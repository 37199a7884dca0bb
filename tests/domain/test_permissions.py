"""What a person lets me use: the stricter of address and channel, and the line that says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.people import Channel, ContactPoint, Permission, PointKind
from relapp.domain.permissions import (
    channel_permissions,
    channel_word,
    effective,
    may_use,
    one_of,
    permission_label,
    summary,
    with_permission,
)

PREFERRED, ALLOWED, URGENT, NO = Permission
PHONE = ContactPoint(PointKind.PHONE, "+47 22 12 34 56")
MAIL = ContactPoint(PointKind.EMAIL, "tom@keller-werk.example")


def point(kind: PointKind, permission: Permission) -> ContactPoint:
    return ContactPoint(kind, "x", permission=permission)


@pytest.mark.parametrize(
    ("own", "channel", "together"),
    [
        (ALLOWED, None, ALLOWED),
        (PREFERRED, None, PREFERRED),
        (PREFERRED, ALLOWED, ALLOWED),
        (PREFERRED, PREFERRED, PREFERRED),
        (ALLOWED, URGENT, URGENT),
        (PREFERRED, NO, NO),
        (NO, PREFERRED, NO),
        (URGENT, ALLOWED, URGENT),
    ],
)
def test_the_stricter_of_address_and_channel_wins(
    own: Permission, channel: Permission | None, together: Permission
) -> None:
    said = {} if channel is None else {Channel.CALL: channel, Channel.EMAIL: NO}
    assert effective(point(PointKind.PHONE, own), said) is together


def test_a_link_serves_no_channel_and_keeps_its_own() -> None:
    assert effective(point(PointKind.URL, PREFERRED), {channel: NO for channel in Channel}) is PREFERRED


_permissions = st.sampled_from(list(Permission))
_said = st.dictionaries(st.sampled_from(list(Channel)), _permissions)
_points = st.lists(st.builds(point, st.sampled_from(list(PointKind)), _permissions), max_size=5)


@given(_points, _said)
def test_a_channel_is_never_more_welcome_than_said(points: list[ContactPoint], said: dict[Channel, Permission]) -> None:
    order = list(Permission)
    for channel, permission in channel_permissions(points, said).items():
        if channel in said:
            assert order.index(permission) >= order.index(said[channel])
        assert may_use({channel: permission}, channel, urgent=True) is (permission is not NO)


def test_channels_are_those_with_an_address_or_a_word_about_them() -> None:
    assert channel_permissions([PHONE, MAIL], {Channel.MESSAGE: NO}) == {
        Channel.CALL: ALLOWED,
        Channel.EMAIL: ALLOWED,
        Channel.MESSAGE: NO,
    }
    assert channel_permissions([PHONE], {Channel.CALL: PREFERRED}) == {Channel.CALL: PREFERRED}
    phones = [point(PointKind.PHONE, NO), point(PointKind.PHONE, URGENT)]
    assert channel_permissions(phones, {Channel.CALL: PREFERRED}) == {Channel.CALL: URGENT}
    assert channel_permissions([point(PointKind.PHONE, PREFERRED)], {}) == {Channel.CALL: PREFERRED}


@pytest.mark.parametrize(
    ("points", "said", "line"),
    [
        ([PHONE, MAIL], {}, "call or e-mail"),
        ([MAIL, PHONE], {Channel.EMAIL: PREFERRED}, "e-mail or call"),
        ([MAIL, PHONE], {Channel.CALL: URGENT}, "e-mail; urgent only: call"),
        ([MAIL, PHONE], {Channel.CALL: NO, Channel.LUNCH: PREFERRED}, "lunch or e-mail"),
        ([MAIL, PHONE], {Channel.MESSAGE: ALLOWED}, "call, e-mail or message"),
        ([PHONE], {Channel.CALL: URGENT}, "urgent only: call"),
        ([PHONE], {Channel.CALL: NO}, "no channel allowed"),
        ([], {}, ""),
    ],
)
def test_one_line_says_it(points: list[ContactPoint], said: dict[Channel, Permission], line: str) -> None:
    assert summary(channel_permissions(points, said)) == line


def test_channels_of_a_permission_and_whether_one_may_be_used() -> None:
    said = {Channel.CALL: URGENT, Channel.EMAIL: ALLOWED, Channel.LUNCH: PREFERRED, Channel.MESSAGE: NO}
    assert with_permission(said, PREFERRED, ALLOWED) == (Channel.LUNCH, Channel.EMAIL)
    assert may_use(said, Channel.EMAIL) and may_use(said, Channel.VIDEO)
    assert not may_use(said, Channel.CALL) and may_use(said, Channel.CALL, urgent=True)
    assert not may_use(said, Channel.MESSAGE, urgent=True)


def test_words_for_the_screen() -> None:
    assert one_of([]) == ""
    assert len({channel_word(channel) for channel in Channel}) == len(Channel)
    assert [permission_label(permission) for permission in Permission][2] == "urgent only"
