"""The sample portfolio, put together. It reads its data through the reader it is given and asks nobody for the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from relapp.domain.sample.business import business
from relapp.domain.sample.cast import roles, scenes
from relapp.domain.sample.diary import happened, planned
from relapp.domain.sample.moments import Moments
from relapp.domain.sample.phrases import phrases
from relapp.domain.sample.plans import plans
from relapp.domain.sample.shapes import Portfolio, SampleMe
from relapp.domain.sample.timelines import timelines

ME = SampleMe(
    name="Nora Feldkamp",
    signature="Nora Feldkamp\nOperations and organisation\nMon–Thu 9:00–12:30 and 13:30–17:30, Fri 9:00–14:00",
    zone="Europe/Berlin",
    hours="mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00",
    urgent="“Production is down”, “Legal deadline today”",
)


def portfolio(now: datetime, read: Callable[[str], str]) -> Portfolio:
    """The whole sample as it stands at `now` (an aware instant); the same now gives the same portfolio.

    `read` turns the name of a data file ("people-core.toml") into its text. Raises ValueError for a naive `now`.
    """
    moments = Moments(now, ZoneInfo(ME.zone))
    places = scenes(read)
    cast = roles(moments, places, read)
    told = happened(moments, read)
    entries = (*timelines(cast, told, phrases(read), moments), *told, *planned(moments, read))
    return Portfolio(
        me=ME,
        organisations=tuple(scene.organisation for scene in places.values()),
        people=tuple(role.person for role in cast.values()),
        entries=tuple(sorted(entries, key=lambda entry: (entry.at, entry.people, entry.kind))),
        plans=plans(moments, read),
        business=business(moments, read),
    )
