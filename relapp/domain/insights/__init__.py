"""All rules of suggestions, listed by hand: a new rule is one new file, one new line here and one of candidates."""

from __future__ import annotations

from relapp.domain.insights import (
    after_sale,
    thank_spender,
    welcome,
)
from relapp.domain.insights.insight import Insight

INSIGHTS: tuple[Insight, ...] = (
    thank_spender.INSIGHT,
    after_sale.INSIGHT,
    welcome.INSIGHT,
)
