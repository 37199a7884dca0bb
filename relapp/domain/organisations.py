"""Organisations: whom people work for."""

from __future__ import annotations

from dataclasses import dataclass

from relapp.domain.people import Stage


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; it may be a client as a whole."""

    id: int
    uid: str
    name: str
    url: str = ""
    stage: Stage | None = None
    note: str = ""
