"""What queries of this room select of a person alike, where `roster AS r` and `person AS p` are joined."""

from __future__ import annotations

PEOPLE = "JOIN roster AS r ON r.person_id = {of} JOIN person AS p ON p.id = r.person_id"
"""The joins, by the column that holds the person."""

ORGANISATION = """
coalesce((SELECT o.name FROM position AS x JOIN organisation AS o ON o.id = x.organisation_id
  WHERE x.person_id = r.person_id AND x.past = 0 ORDER BY x.place LIMIT 1), '')
"""
"""Where they work now, or nothing."""

THANKED = """
(SELECT max(t.day) FROM suggestion AS t WHERE t.person_id = r.person_id AND t.state = 'done'
  AND t.rule IN ('thank_spender', 'top_ten', 'thank_referrer'))
"""
"""The day of the last thank-you that a rule had proposed."""
