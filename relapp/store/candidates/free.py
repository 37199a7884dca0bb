"""Whom a rule may look at: people of the list without a hold for whom the rule does not rest, by the parameters below.

`:today` is an ISO day, `:rule` the rule's key, `:limit` how many candidates at most. Each query of this room joins
`roster AS r` and `person AS p` and says FREE, so that resting people never use up the limit. The plus in it keeps the
indexes of the whole list out of questions about few people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo

LIMIT = 200
"""So many candidates a rule gets at most."""

WHO = "p.id, r.shown, coalesce(nullif(p.given_name, ''), r.shown)"
"""The first columns of a candidate: the person, the name shown and how to address them."""
FREE = """
+r.scope = 0 AND (p.hold_until IS NULL OR p.hold_until <= :today)
AND NOT EXISTS (SELECT 1 FROM suggestion AS s
  WHERE s.person_id = r.person_id AND s.rule = :rule AND s.rests_until > :today)
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What candidates are picked for: a rule, the local day, the instant in seconds since 1970 UTC and my zone.

    `options` hold what rules need of the settings: "currency", "housekeeping".
    """

    rule: str
    today: date
    now: int
    zone: tzinfo
    options: Mapping[str, str]

    def params(self, **more: object) -> dict[str, object]:
        """The parameters every query of this room knows, and more."""
        return {"today": self.today.isoformat(), "rule": self.rule, "limit": LIMIT, "now": self.now, **more}
