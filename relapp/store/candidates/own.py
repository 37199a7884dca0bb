"""What is about nobody: the lines of my own list, as the settings have them."""

from __future__ import annotations

from relapp.domain.insights.housekeeping import Candidate
from relapp.store.candidates.free import Asked
from relapp.store.connection import Database


def housekeeping(db: Database, asked: Asked) -> list[Candidate]:
    """Every line that says something, in my order."""
    lines = (line.strip() for line in asked.options.get("housekeeping", "").splitlines())
    return [Candidate(line) for line in lines if line]
