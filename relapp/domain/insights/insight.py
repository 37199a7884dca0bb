"""What every rule of suggestions tells about itself; one rule is one file beside this one.

A rule gets candidates, which the store picked by index, and the local day; it decides, and says why. It asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from relapp.domain.people import Channel

FOREVER = "9999-12-31"
"""The day until which something rests that was asked for never again."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An act of nurturing with its reason. `person` is None for one's own housekeeping only.

    `title` is the act ("Thank Hanna Grau"), `short` its reason in a few words for a list, `why` in a sentence or two,
    `facts` what the rule went by, one line each. `about` tells acts of one rule about one person apart (a sale and a
    day); with it the same act never comes twice, without it the rule rests. `weight` orders findings of one rule,
    higher first. `fields` fill the phrase beside those every person has.
    """

    person: int | None
    title: str
    short: str
    why: str
    facts: tuple[str, ...] = ()
    about: str = ""
    weight: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Insight:
    """A rule. `key` is stored and names its file; `label` is for the screen.

    `minutes` it takes about; `rest` days before it comes again for the same person (done); `rank` orders rules, higher
    first; `phrase` is the kind of phrase a draft is made from; `channels` by which it may be done, best first, none
    for what is nobody's business but mine; `most` in one session; `then` days after which a follow-up is proposed.
    """

    key: str
    label: Callable[[], str]
    find: Callable[[Sequence[Any], date], Iterable[Finding]]
    minutes: int
    rest: int
    rank: int
    phrase: str = ""
    channels: tuple[Channel, ...] = ()
    most: int = 1
    then: int | None = None
