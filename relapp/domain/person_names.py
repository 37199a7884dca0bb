"""The parts of a person's name, and nothing of the person: what reads names needs no more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name, in any script. `full` is what is shown."""

    full: str = ""
    prefix: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    spoken: str = ""  # how to say it
    sort: str = ""  # what it is sorted by, when the user set it
