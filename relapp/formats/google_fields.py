"""The parts of a person in a row of Google Contacts CSV. Each function takes what it understands, no more."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from relapp.domain.cards import Affiliation, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.names import display
from relapp.domain.people import Address, PersonName
from relapp.formats.google_columns import Row, values

_LABELS = {
    "home": "home",
    "work": "work",
    "other": "other",
    "mobile": "mobile",
    "main": "main",
    "pager": "pager",
    "homefax": "home fax",
    "workfax": "work fax",
    "otherfax": "other fax",
}
_SERVICES = {"google talk": "gtalk", "xmpp": "jabber"}  # the rest is told apart by its name
_ADDRESS_PARTS = ("po box", "extended address", "street", "city", "region", "postal code", "country")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def person_name(row: Row) -> PersonName:
    """The newer generation has no full name; it is put together as names are shown."""
    name = PersonName(
        full=_on_one_line(row.take("name")),
        prefix=row.take("name prefix"),
        given=row.take("given name"),
        middle=row.take("additional name"),
        family=row.take("family name"),
        suffix=row.take("name suffix"),
        nickname=row.take("nickname"),
        spoken=row.take("yomi name"),
        sort=row.take("file as"),
    )
    spoken = PersonName(
        given=row.take("given name yomi"), middle=row.take("additional name yomi"), family=row.take("family name yomi")
    )
    return replace(name, full=display(name), spoken=name.spoken or display(spoken))


def labelled(row: Row, kind: str) -> tuple[Labelled, ...]:
    """E-mails, phones or links; of several values under one label the first is the preferred one."""
    found = []
    for number in row.numbers(kind):
        label, preferred = _label(row.take(f"{kind} {number} - label"))
        for value in filter(None, values(row.take(f"{kind} {number} - value"))):
            found.append(Labelled(value, label, preferred))
            preferred = False
    return tuple(found)


def messengers(row: Row) -> tuple[Labelled, ...]:
    """The service is the better label; the type is then left for the extras."""
    found = []
    for number in row.numbers("im"):
        services = values(row.take(f"im {number} - service"))
        ids = values(row.take(f"im {number} - value"))
        needed = not (any(services) and any(ids))
        label, preferred = _label(row.take(f"im {number} - label") if needed else "")
        for service, value in zip_longest(services, ids, fillvalue=""):
            if value:
                found.append(Labelled(value, _SERVICES.get(service.lower(), service.lower()) or label, preferred))
                preferred = False
    return tuple(found)


def addresses(row: Row) -> tuple[LabelledAddress, ...]:
    """Several addresses of one label stand joined in each part. Without parts the formatted text is the street."""
    found = []
    for number in row.numbers("address"):
        label, preferred = _label(row.take(f"address {number} - label"))
        parts = [values(row.take(f"address {number} - {part}").replace("\r\n", "\n")) for part in _ADDRESS_PARTS]
        if not any(map(any, parts)):
            formatted = values(row.take(f"address {number} - formatted").replace("\r\n", "\n"))
            parts = [[], [], formatted]
        elif _adds_nothing(row.peek(f"address {number} - formatted"), parts):
            row.take(f"address {number} - formatted")
        for pieces in zip_longest(*parts, fillvalue=""):
            if any(pieces):
                found.append(LabelledAddress(Address(*pieces), label, preferred))
                preferred = False
    return tuple(found)


def affiliations(row: Row) -> tuple[Affiliation, ...]:
    found = []
    for number in row.numbers("organization"):
        parts = [values(row.take(f"organization {number} - {part}")) for part in ("name", "title", "department")]
        found += [Affiliation(*pieces) for pieces in zip_longest(*parts, fillvalue="") if any(pieces)]
    return tuple(found)


def categories(row: Row) -> tuple[str, ...]:
    """Google's groups; its own ones (`* myContacts`) lose their mark."""
    groups = (group.removeprefix("*").strip() for group in values(row.take("group membership")))
    return tuple(dict.fromkeys(filter(None, groups)))


def birthday(row: Row) -> PartialDate | None:
    """Left for the extras when it is no date."""
    day = PartialDate.parse(row.peek("birthday"))
    if day is not None:
        row.take("birthday")
    return day


def anniversary(row: Row) -> PartialDate | None:
    """The first event of that label; every other event is left for the extras."""
    for number in row.numbers("event"):
        label, _ = _label(row.peek(f"event {number} - label"))
        day = PartialDate.parse(row.peek(f"event {number} - value"))
        if label.lower() == "anniversary" and day is not None:
            row.take(f"event {number} - label")
            row.take(f"event {number} - value")
            return day
    return None


def language(row: Row) -> str:
    """Only a language tag such as `de-CH`; a word for a language is left for the extras."""
    return row.take("language") if _LANGUAGE_TAG.fullmatch(row.peek("language")) else ""


@lru_cache(maxsize=1000)
def _label(text: str) -> tuple[str, bool]:
    """The label without the `* ` that marks the preferred one; the usual ones in lower case."""
    preferred = text.startswith("*")
    text = _on_one_line(text.removeprefix("*"))
    return _LABELS.get(text.lower().replace(" ", ""), text), preferred


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _adds_nothing(formatted: str, parts: list[list[str]]) -> bool:
    known = set(" ".join(piece for part in parts for piece in part).replace(",", " ").split())
    return all(word in known or word == ":::" for word in formatted.replace(",", " ").split())
