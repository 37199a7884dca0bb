"""Writes what the sample tells of sales, marks, ideas and referrals, and the log of its sessions.

Expects to be inside a transaction; refuses to know what a key or a uid is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from relapp.domain.business import Idea, Referral, Sale, Satisfaction, StandingMark, WinBack
from relapp.domain.sample.shapes import SampleAct, SampleBusiness, Told
from relapp.domain.weekly import Act, Said
from relapp.store import (
    ideas,
    recommendations,
    referrals,
    sales,
    satisfaction,
    standing_marks,
    suggestions,
    win_backs,
)
from relapp.store.connection import Database


def write(db: Database, business: SampleBusiness, ids: Mapping[str, int], uid: Callable[[str], str]) -> None:
    """`ids` are those of the people by key; `uid` makes one of a key."""
    for number, told in enumerate(business.told):
        _noun(db, told, ids, uid(f"noun-{number}"))
    listed = {
        one.title: recommendations.insert(db, one, uid(f"recommendation-{number}"))
        for number, one in enumerate(business.recommendations)
    }
    for given in business.given:
        recommendations.give(db, listed[given.title], ids[given.person], given.day)
    for act in business.acts:
        _act(db, act, ids[act.person] if act.person else None)


def _noun(db: Database, told: Told, ids: Mapping[str, int], uid: str) -> None:
    record = replace(told.record, person=ids[told.person])
    match record:
        case Sale():
            sales.insert(db, record, uid)
        case Satisfaction():
            satisfaction.insert(db, record, uid)
        case Idea():
            ideas.insert(db, record, uid)
        case Referral():
            referrals.insert(db, replace(record, referred=ids[told.other] if told.other else 0), uid)
        case StandingMark():
            standing_marks.insert(db, record, uid)
        case WinBack():
            win_backs.insert(db, record, uid)


def _act(db: Database, one: SampleAct, person: int | None) -> None:
    rests = one.day + timedelta(days=one.rest)
    name = one.rule if person is None else f"{one.rule}:{person}"
    said = Said.DONE
    suggestions.insert(
        db, Act(0, name, one.rule, person, "", said, one.day, one.at, one.minutes, one.title, one.why, rests)
    )
