"""What tables of rules stand on: today is Thursday, 12 March 2026, and the order of candidates never matters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from relapp.domain.insights.insight import Finding, Insight

TODAY = date(2026, 3, 12)


def back(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def found(insight: Insight, *candidates: Any, today: date = TODAY) -> list[Finding]:
    """What the rule finds, the weightiest first, ties by person; the same whichever way round it is told of them."""
    forward, backward = (ranked(insight, order, today) for order in (candidates, candidates[::-1]))
    assert forward == backward
    return forward


def ranked(insight: Insight, candidates: Sequence[Any], today: date) -> list[Finding]:
    findings = list(insight.find(candidates, today))
    return sorted(findings, key=lambda one: (-one.weight, one.person or 0, one.about))
