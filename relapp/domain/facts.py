"""The personal file: one fact is one line in one section, with a date where it has one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relapp.domain.dates import PartialDate


class Section(StrEnum):
    """The sections of the personal file, in the order of the page."""

    FAMILY = "family"
    INTERESTS = "interests"
    MILESTONES = "milestones"
    TRAVEL = "travel"
    WORK = "work"
    PREFERENCES = "preferences"
    ACCOMPLISHMENTS = "accomplishments"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class Fact:
    """`label` is the short left side ("Partner"), `text` the right; `noted` is the UTC instant it was last written.

    `private` facts are hidden while the screen is shared. `ends` closes a span ("trip, 2 to 9 March").
    `review` is the local day on which I want to ask whether it still holds.
    """

    id: int
    person: int
    section: Section
    label: str
    text: str
    day: PartialDate | None = None
    ends: PartialDate | None = None
    private: bool = False
    noted: datetime | None = None
    review: date | None = None
