"""Writes what the sample plans: follow-ups, occasions, closures and openings. Expects to be inside a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.sample.shapes import SampleFollowUp, SampleOccasion, SamplePlans
from relapp.store import follow_ups
from relapp.store.connection import Database
from relapp.store.instants import seconds, text
from relapp.store.tables import ClosureRow, OccasionRow, OpeningRow


def write(db: Database, plans: SamplePlans, ids: Mapping[str, int]) -> None:
    """`ids` are those of the people by key."""
    for number, one in enumerate(plans.follow_ups):
        _follow_up(db, one, ids[one.person], str(uuid5(NAMESPACE_URL, f"https://relapp.example/sample/plan-{number}")))
    for occasion in plans.occasions:
        _occasion(db, occasion, ids[occasion.person])
    for closure in plans.closures:
        ClosureRow.insert(first=closure.first.isoformat(), last=closure.last.isoformat(), title=closure.title).execute(
            db.orm
        )
    for opening in plans.openings:
        OpeningRow.insert(
            day=opening.day.isoformat(),
            starts=opening.window.start,
            ends=opening.window.end,
            channel=text(opening.channel),
            title=opening.title,
        ).execute(db.orm)


def _follow_up(db: Database, one: SampleFollowUp, person: int, uid: str) -> None:
    new = NewFollowUp(
        person=person,
        what=one.what,
        due=one.due,
        fixed=one.fixed,
        urgent=one.urgent,
        channel=one.channel,
        repeat=one.repeat,
        note=one.note,
    )
    id_ = follow_ups.insert(db, new, seconds(one.set_at), uid=uid)
    snoozed_to = None if one.snoozed_to is None else seconds(one.snoozed_to)
    closed_at = None if one.closed_at is None else seconds(one.closed_at)
    follow_ups.update(db, (id_,), state=str(one.state), snoozed_to=snoozed_to, closed_at=closed_at)


def _occasion(db: Database, one: SampleOccasion, person: int) -> None:
    OccasionRow.insert(
        person=person,
        kind=str(one.kind),
        title=one.title,
        day=text(one.day),
        lead_days=one.lead_days,
        popup=None if one.popup is None else int(one.popup),
    ).execute(db.orm)
