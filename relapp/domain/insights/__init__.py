"""All rules of suggestions, listed by hand: a new rule is one new file, one new line here and one of candidates."""

from __future__ import annotations

from relapp.domain.insights import (
    after_sale,
    answer_idea,
    ask_idea,
    ask_referral,
    congratulate,
    going_quiet,
    handwritten,
    housekeeping,
    linkedin,
    meet,
    new_connection,
    occasions,
    recommend,
    refresh_fact,
    ripe_opener,
    second_person,
    standing,
    successor,
    thank_referrer,
    thank_spender,
    top_ten,
    welcome,
)
from relapp.domain.insights.insight import Insight

INSIGHTS: tuple[Insight, ...] = (
    thank_spender.INSIGHT,
    after_sale.INSIGHT,
    welcome.INSIGHT,
    top_ten.INSIGHT,
    ask_referral.INSIGHT,
    thank_referrer.INSIGHT,
    occasions.INSIGHT,
    recommend.INSIGHT,
    handwritten.INSIGHT,
    meet.INSIGHT,
    second_person.INSIGHT,
    congratulate.INSIGHT,
    ripe_opener.INSIGHT,
    successor.INSIGHT,
    linkedin.INSIGHT,
    new_connection.INSIGHT,
    ask_idea.INSIGHT,
    answer_idea.INSIGHT,
    going_quiet.INSIGHT,
    standing.INSIGHT,
    refresh_fact.INSIGHT,
    housekeeping.INSIGHT,
)
