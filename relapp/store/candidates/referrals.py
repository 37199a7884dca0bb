"""Who may be asked for a referral, and who sent somebody and has not been thanked or told how it went."""

from __future__ import annotations

from datetime import date, timedelta

from relapp.domain.insights import ask_referral as ask
from relapp.domain.insights import thank_referrer as thank
from relapp.store.candidates.columns import PEOPLE
from relapp.store.candidates.free import FREE, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import day

_ASK = f"""
SELECT {WHO}, m.score, m.day, m.words, (SELECT max(f.day) FROM referral AS f WHERE f.person_id = m.person_id) AS sent
FROM satisfaction AS m {PEOPLE.format(of="m.person_id")}
WHERE m.day >= :first AND m.day <= :today AND m.score >= :score
  AND NOT EXISTS (SELECT 1 FROM satisfaction AS n WHERE n.person_id = m.person_id AND n.day <= :today
    AND n.day >= m.day AND (n.day > m.day OR n.id > m.id))
  AND (sent IS NULL OR sent < :referred) AND {FREE}
ORDER BY m.score DESC, m.day DESC, r.person_id LIMIT :limit
"""
_THANK = f"""
SELECT {WHO}, f.id, coalesce(who.shown, f.referred_name), f.day, f.thanked, f.told,
  (SELECT min(s.day) FROM sale AS s WHERE s.person_id = f.referred_id AND s.day >= f.day AND s.day <= :today),
  (SELECT h.last_day FROM rhythm AS h WHERE h.person_id = f.referred_id AND h.last_day >= f.day)
FROM referral AS f {PEOPLE.format(of="f.person_id")} LEFT JOIN roster AS who ON who.person_id = f.referred_id
LEFT JOIN person AS w ON w.id = f.referred_id
WHERE (f.thanked IS NULL OR f.told IS NULL) AND f.day <= :today AND (f.thanked IS NULL OR f.thanked <= :thanked)
  AND coalesce(who.shown, f.referred_name) <> '' AND w.deceased IS NOT 1
  AND (f.thanked IS NULL OR w.trashed_at IS NULL) AND {FREE} ORDER BY f.day DESC, f.id DESC LIMIT :limit
"""


def ask_referral(db: Database, asked: Asked) -> list[ask.Candidate]:
    """Whose newest mark is high and fresh, and who sent nobody lately; the highest marks first."""
    first = asked.today - timedelta(days=ask.DAYS)
    referred = asked.today - timedelta(days=ask.REFERRED_DAYS)
    params = asked.params(first=first.isoformat(), referred=referred.isoformat(), score=ask.SCORE)
    rows = db.rows(_ASK, params)
    return [ask.Candidate._make((*row[:4], date.fromisoformat(row[4]), row[5], day(row[6]))) for row in rows]


def thank_referrer(db: Database, asked: Asked) -> list[thank.Candidate]:
    """Referrals without thanks, and those thanked for a month ago of which nothing was told; the newest first.

    Without those who sent somebody that has been erased since, or has died; of one in the trash nothing is told.
    """
    thanked = asked.today - timedelta(days=thank.DAYS)
    rows = db.rows(_THANK, asked.params(thanked=thanked.isoformat()))
    return [thank.Candidate._make((*row[:5], date.fromisoformat(row[5]), *map(day, row[6:]))) for row in rows]
