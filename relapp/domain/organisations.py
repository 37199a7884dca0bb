"""Organisations: whom people work for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

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


class OrganisationLine(NamedTuple):
    """An organisation in the list: how many are there now, when one of them was last met (seconds since 1970 UTC)."""

    id: int
    name: str
    stage: str | None
    people: int
    last_contact: int | None


class Member(NamedTuple):
    """A person at an organisation, now or before."""

    person: int
    name: str
    title: str
    past: bool
    last_contact: int | None
