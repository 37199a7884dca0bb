"""Unites what a source says of a person with what is kept: empty fields are filled, lists united, nothing lost.

Never overwrites by itself; what differs is told, and replaced only where the user takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.matching import name_key, phone_key
from relapp.domain.names import display, fold
from relapp.domain.people import PersonName, Photo
from relapp.domain.words import tr

_NAME_PARTS = ("prefix", "given", "middle", "family", "suffix")
_NAME_EXTRAS = ("nickname", "spoken", "sort")
_SINGLE = ("birthday", "anniversary", "note", "photo", "time_zone", "language")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that both sides fill, differently; `kept` and `found` are ready to show, `field` is a key for `take`."""

    field: str
    kept: str
    found: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The united card; `filled` are the fields that gained something (also those taken), `differing` stay as kept."""

    card: Card
    filled: tuple[str, ...] = ()
    differing: tuple[Difference, ...] = ()


def merge(kept: Card, found: Card, take: frozenset[str] = frozenset()) -> Merged:
    """Unites both. Merging the same `found` again fills nothing. `take` names the differing fields to replace.

    A list keeps its own values and order and gains those of `found` that it lacks: e-mails by address, phones by
    number, links without their last slash, addresses and positions by all their parts, leftovers by name and value.
    """
    sides = _Sides(kept, found, take)
    sides.name()
    sides.value("uid", report=False)
    for field in _SINGLE:
        sides.value(field)
    for field, (key, complete) in _LISTS.items():
        sides.values(field, key, complete)
    sides.positions()
    return Merged(replace(kept, **sides.changes), tuple(sides.filled), tuple(sides.differing))


class _Sides:
    """Both cards while they are compared; gathers what changes."""

    def __init__(self, kept: Card, found: Card, take: frozenset[str]) -> None:
        self._kept = kept
        self._found = found
        self._take = take
        self.changes: dict[str, Any] = {}
        self.filled: list[str] = []
        self.differing: list[Difference] = []

    def value(self, field: str, report: bool = True) -> None:
        new = self._settle(field, getattr(self._kept, field), getattr(self._found, field), report)
        if new is not None:
            self.changes[field] = new

    def name(self) -> None:
        kept, found = self._kept.name, self._found.name
        changes: dict[str, str] = {}
        alike = name_key(display(kept)) == name_key(display(found))
        if alike or not display(kept):
            self._settle_parts(kept, found, changes)
        elif display(found):
            self._differ_or_take_name(kept, found, changes)
        for field in _NAME_EXTRAS:
            self._settle_into(changes, field, kept, found)
        if changes:
            self.changes["name"] = replace(kept, **changes)

    def _settle_parts(self, kept: PersonName, found: PersonName, changes: dict[str, str]) -> None:
        """Fills parts only where none contradicts: half of one split and half of another make a third name."""
        if not kept.full.strip():
            self._settle_into(changes, "full", kept, found)
        both = [part for part in _NAME_PARTS if getattr(kept, part).strip() and getattr(found, part).strip()]
        differing = [part for part in both if not _agree(getattr(kept, part), getattr(found, part))]
        for part in differing if set(differing) - self._take else _NAME_PARTS:
            self._settle_into(changes, part, kept, found)

    def _settle_into(self, changes: dict[str, str], field: str, kept: PersonName, found: PersonName) -> None:
        new = self._settle(field, getattr(kept, field), getattr(found, field))
        if new is not None:
            changes[field] = new

    def _differ_or_take_name(self, kept: PersonName, found: PersonName, changes: dict[str, str]) -> None:
        if "name" in self._take:
            changes.update({part: getattr(found, part) for part in ("full", *_NAME_PARTS)})
            self.filled.append("name")
        else:
            self.differing.append(Difference("name", display(kept), display(found)))

    def values(self, field: str, key: Callable[[Any], Hashable], complete: Callable[[Any, Any], Any]) -> None:
        kept = getattr(self._kept, field)
        united = _unite(kept, getattr(self._found, field), key, complete)
        if united != kept:
            self.changes[field] = united
            self.filled.append(field)

    def positions(self) -> None:
        united = _unite_positions(self._kept.affiliations, self._found.affiliations)
        if united != self._kept.affiliations:
            self.changes["affiliations"] = united
            self.filled.append("affiliations")

    def _settle(self, field: str, kept: Any, found: Any, report: bool = True) -> Any:
        """The new value of a single field; None when it stays."""
        if _is_blank(found) or _agree(kept, found):
            return None
        if _is_blank(kept) or _is_part_of(kept, found) or field in self._take:
            self.filled.append(field)
            return found
        if report:
            self.differing.append(Difference(field, _shown(kept), _shown(found)))
        return None


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _agree(kept: Any, found: Any) -> bool:
    if isinstance(kept, str) and isinstance(found, str):
        return kept.split() == found.split()
    return bool(kept == found) or _is_part_of(found, kept)


def _is_part_of(less: Any, more: Any) -> bool:
    """Whether `more` is the same date, better known: 4 June, and 4 June 1978."""
    if not (isinstance(less, PartialDate) and isinstance(more, PartialDate)):
        return False
    pairs = ((less.year, more.year), (less.month, more.month), (less.day, more.day))
    return less != more and all(known is None or known == other for known, other in pairs)


def _shown(value: Any) -> str:
    if isinstance(value, Photo):
        return tr("picture, {size} kB").format(size=max(1, len(value.data) // 1000))
    return str(value)


def _unite(
    kept: tuple[Any, ...], found: Iterable[Any], key: Callable[[Any], Hashable], complete: Any
) -> tuple[Any, ...]:
    """`kept`, completed and extended by `found`; doubles within `kept` stay, those within `found` come once."""
    united = list(kept)
    places: dict[Hashable, list[int]] = {}
    for place, item in enumerate(kept):
        places.setdefault(key(item), []).append(place)
    for item in found:
        if not key(item):
            continue
        there = places.setdefault(key(item), [])
        if not there:
            there.append(len(united))
            united.append(item)
        elif all(complete(united[place], item) != united[place] for place in there):
            united[there[0]] = complete(united[there[0]], item)
    return tuple(united)


def _unite_positions(kept: Sequence[Affiliation], found: Iterable[Affiliation]) -> tuple[Affiliation, ...]:
    """A position that says less than another at the same organisation is that one; one that says more completes it."""
    united = list(kept)
    for position in found:
        if position == Affiliation() or any(_says_no_more(position, known) for known in united):
            continue
        place = next((at for at, known in enumerate(united) if _says_no_more(known, position)), None)
        if place is None:
            united.append(position)
        else:
            united[place] = position
    return tuple(united)


def _says_no_more(less: Affiliation, more: Affiliation) -> bool:
    if _plain(less.organisation) != _plain(more.organisation):
        return False
    pairs = ((less.title, more.title), (less.department, more.department))
    return all(not _plain(said) or _plain(said) == _plain(other) for said, other in pairs)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _with_label(kept: Any, found: Any) -> Any:
    return kept if kept.label or not found.label else replace(kept, label=found.label)


def _as_it_is(kept: Any, found: Any) -> Any:
    return kept


def _text_key(item: Labelled) -> str:
    return _plain(item.value)


def _url_key(item: Labelled) -> str:
    """Upper case counts in a path, not before it."""
    value = item.value.strip().rstrip("/")
    scheme, mark, rest = value.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{mark}{host.lower()}{slash}{path}" if mark else value


def _address_key(item: LabelledAddress) -> str:
    return _plain(item.address.one_line().replace(",", " "))


def _phone_key(item: Labelled) -> str:
    return phone_key(item.value)


def _extra_key(item: Extra) -> tuple[str, str]:
    return item.name.casefold(), item.value


def _category_key(item: str) -> str:
    return _plain(item)


_LISTS: dict[str, tuple[Callable[[Any], Hashable], Callable[[Any, Any], Any]]] = {
    "emails": (_text_key, _with_label),
    "phones": (_phone_key, _with_label),
    "urls": (_url_key, _with_label),
    "messengers": (_text_key, _with_label),
    "addresses": (_address_key, _with_label),
    "categories": (_category_key, _as_it_is),
    "extras": (_extra_key, _as_it_is),
}


def field_label(field: str) -> str:
    """What a field of `filled` or `differing` is called on the screen."""
    return {
        "uid": tr("Identifier"),
        "name": tr("Name"),
        "full": tr("Name"),
        "prefix": tr("Title"),
        "given": tr("Given name"),
        "middle": tr("Middle name"),
        "family": tr("Family name"),
        "suffix": tr("Suffix"),
        "nickname": tr("Nickname"),
        "spoken": tr("How to say it"),
        "sort": tr("Sorted as"),
        "birthday": tr("Birthday"),
        "anniversary": tr("Anniversary"),
        "note": tr("Note"),
        "photo": tr("Photo"),
        "time_zone": tr("Time zone"),
        "language": tr("Language"),
        "emails": tr("E-mails"),
        "phones": tr("Phones"),
        "urls": tr("Links"),
        "messengers": tr("Messengers"),
        "addresses": tr("Addresses"),
        "affiliations": tr("Positions"),
        "categories": tr("Tags"),
        "extras": tr("Other details"),
    }[field]
