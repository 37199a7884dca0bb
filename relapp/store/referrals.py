"""Referrals: whom people sent to me, and whether they were thanked and told how it went."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import Referral
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.instants import day, text
from relapp.store.nurturing_tables import ReferralRow

_SELECT = """
SELECT x.person_id, x.day, coalesce(x.referred_id, 0), coalesce(r.shown, x.referred_name), x.thanked, x.told, x.note,
  x.id
FROM referral AS x LEFT JOIN roster AS r ON r.person_id = x.referred_id
"""


def insert(db: Database, referral: Referral, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, ReferralRow, _columns(referral), uid)


def update(db: Database, referral: Referral) -> None:
    business.update(db, ReferralRow, referral.id, **_columns(referral))


def delete(db: Database, id_: int) -> None:
    business.delete(db, ReferralRow, id_)


def get(db: Database, id_: int) -> Referral | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _referral(row)


def newest(db: Database, person: int | None = None) -> list[Referral]:
    """Those of a person, or of everybody who isn't in the trash, newest first."""
    return [_referral(row) for row in business.newest(db, _SELECT, person)]


def _columns(referral: Referral) -> dict[str, Any]:
    return {
        "person": referral.person,
        "day": referral.day.isoformat(),
        "referred": referral.referred or None,
        "referred_name": "" if referral.referred else referral.referred_name,
        "thanked": text(referral.thanked),
        "told": text(referral.told),
        "note": referral.note,
    }


def _referral(row: Any) -> Referral:
    person, on, referred, name, thanked, told, note, id_ = row
    return Referral(person, date.fromisoformat(on), referred, name, day(thanked), day(told), note, id_)
