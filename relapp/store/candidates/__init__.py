"""Where the candidates of each rule come from, by the rule's key. Reads only, at most LIMIT rows each, by index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from relapp.store.candidates import (
    celebrations,
    closeness,
    interests,
    listening,
    news,
    organisations,
    own,
    referrals,
    sales,
    silence,
    social,
)
from relapp.store.candidates.free import Asked
from relapp.store.connection import Database

CANDIDATES: Mapping[str, Callable[[Database, Asked], Sequence[Any]]] = {
    "thank_spender": sales.thank_spender,
    "after_sale": sales.after_sale,
    "welcome": sales.welcome,
    "top_ten": sales.top_ten,
    "ask_referral": referrals.ask_referral,
    "thank_referrer": referrals.thank_referrer,
    "occasions": celebrations.occasions,
    "recommend": interests.recommend,
    "handwritten": closeness.handwritten,
    "meet": closeness.meet,
    "second_person": closeness.second_person,
    "congratulate": news.congratulate,
    "ripe_opener": news.ripe_opener,
    "successor": organisations.successor,
    "linkedin": social.linkedin,
    "new_connection": social.new_connection,
    "ask_idea": listening.ask_idea,
    "answer_idea": listening.answer_idea,
    "going_quiet": silence.going_quiet,
    "standing": listening.standing,
    "refresh_fact": listening.refresh_fact,
    "housekeeping": own.housekeeping,
}
