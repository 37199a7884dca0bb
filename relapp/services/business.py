"""What the services of sales, marks, ideas and referrals have in common: whom it is about, and how titles name it."""

from __future__ import annotations

from textwrap import shorten
from typing import TypeVar

from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchPerson, NoSuchRecord
from relapp.services.desk import Desk
from relapp.store import lookup

BUSINESS = (Area.BUSINESS,)
_LONGEST = 60

T = TypeVar("T")


def name_of(desk: Desk, person: int) -> str:
    """The name on screen, also of somebody archived. Raises NoSuchPerson."""
    found = lookup.shown(desk.db, (person,))
    if not found:
        raise NoSuchPerson(person)
    return found[0]


def present(found: T | None) -> T:
    """What was found. Raises NoSuchRecord when it was not."""
    if found is None:
        raise NoSuchRecord
    return found


def brief(text: str) -> str:
    """A text as a title can hold it."""
    return shorten(text, _LONGEST, placeholder="…")
