"""Own phrases: texts with fields in braces, and how they are filled in for a person.

`{given_name}` is a field. A part in square brackets that has fields is left out whole when one of them is not known.
Braces never get through: a field nothing is known for becomes a line to fill in, and is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TemplateKind(StrEnum):
    """What a phrase is for."""

    THANK = "thank"
    WELCOME = "welcome"
    CONGRATULATE = "congratulate"
    BIRTHDAY = "birthday"
    CHECK_IN = "check_in"
    REFERRAL = "referral"
    RECOMMENDATION = "recommendation"
    SURVEY = "survey"
    DECLINE_OTHER = "decline_someone_else"
    DECLINE_TIME = "decline_another_time"
    DECLINE_SERVICE = "decline_not_my_service"
    OUT_OF_HOURS = "boundary_out_of_hours"
    HOW_LONG = "boundary_how_long"


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase of mine. `language` is a tag like "de", empty for any; `subject` is for e-mails. `id` 0 is a new one."""

    name: str
    kind: TemplateKind
    text: str
    subject: str = ""
    language: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """What came out; `missing` are the fields that nothing was known for, in order, each once."""

    text: str
    subject: str = ""
    missing: tuple[str, ...] = ()
