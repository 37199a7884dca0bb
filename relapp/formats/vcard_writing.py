"""From a card to vCard 4.0 (RFC 6350): what the app knows in the standard's own words, then the extras as they came.

A label that TYPE can't say is written as `item1.X-ABLabel`, as Apple and Google do.
"""

from __future__ import annotations

import re

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.names import display
from relapp.domain.people import PersonName
from relapp.formats import vcard_dates, vcard_messengers, vcard_photos
from relapp.formats.content_heads import parameter
from relapp.formats.content_values import escape, fold, without_line_ends
from relapp.formats.vcard_labels import as_types

_GROUP = re.compile(r"([A-Za-z0-9_-]+)\.")
_LINE_ENDS = re.compile(r"[\r\n\0]+")


def write_card(card: Card) -> str:
    """The card as text with CRLF, lines folded at 75 octets."""
    page = _Page({found[1].lower() for extra in card.extras if (found := _GROUP.match(extra.name))})
    page.add_name(card.name)
    page.add("UID", _uri(card.uid))
    for email in card.emails:
        page.add_labelled("EMAIL", email, escape(email.value))
    for phone in card.phones:
        page.add_labelled("TEL", phone, escape(phone.value))
    for url in card.urls:
        page.add_labelled("URL", url, _uri(url.value))
    for messenger in card.messengers:
        page.add_messenger(messenger)
    for address in card.addresses:
        page.add_labelled("ADR", address, _address(address))
    page.add_affiliations(card.affiliations)
    page.add("CATEGORIES", ",".join(escape(category) for category in card.categories))
    _add_rest(page, card)
    for extra in card.extras:
        page.add_extra(extra)
    return page.text()


def _add_rest(page: _Page, card: Card) -> None:
    if card.birthday is not None:
        page.add("BDAY", vcard_dates.written(card.birthday))
    if card.anniversary is not None:
        page.add("ANNIVERSARY", vcard_dates.written(card.anniversary))
    if card.photo is not None:
        page.add("PHOTO", vcard_photos.written(card.photo))
    page.add("TZ", escape(card.time_zone))
    page.add("LANG", escape(card.language))
    page.add("NOTE", escape(card.note))


class _Page:
    """The lines of one card. Groups already used by extras are not used again."""

    def __init__(self, used_groups: set[str]) -> None:
        self._lines = ["BEGIN:VCARD", "VERSION:4.0"]
        self._used_groups = used_groups
        self._group = 0

    def text(self) -> str:
        return "".join(fold(line) for line in [*self._lines, "END:VCARD"])

    def add(self, name: str, value: str) -> None:
        if value:
            self._lines.append(f"{name}:{value}")

    def add_extra(self, extra: Extra) -> None:
        self._lines.append(f"{_LINE_ENDS.sub(' ', extra.name)}:{without_line_ends(extra.value)}")

    def add_name(self, name: PersonName) -> None:
        self._lines.append(f"FN:{escape(name.full or display(name))}")  # 4.0 demands one, even empty
        parts = (name.family, name.given, name.middle, name.prefix, name.suffix)
        if any(parts) or name.sort:
            sort = parameter("SORT-AS", name.sort) if name.sort else ""
            self._lines.append(f"N{sort}:{';'.join(escape(part) for part in parts)}")
        self.add("NICKNAME", escape(name.nickname))
        self.add("X-PHONETIC-FIRST-NAME", escape(name.spoken))

    def add_labelled(self, name: str, value: Labelled | LabelledAddress, written: str) -> None:
        preferred = ";PREF=1" if value.preferred else ""
        types = as_types(value.label)
        if types is not None:
            self.add(f"{name};TYPE={','.join(types)}{preferred}", written)
        elif value.label and written:
            group = self._next_group()
            self.add(f"{group}.{name}{preferred}", written)
            self.add(f"{group}.X-ABLabel", escape(value.label))
        else:
            self.add(f"{name}{preferred}", written)

    def add_messenger(self, messenger: Labelled) -> None:
        said, uri = vcard_messengers.written(messenger.value, messenger.label)
        if said:
            self.add(f"IMPP{said}{';PREF=1' if messenger.preferred else ''}", uri)
        else:
            self.add_labelled("IMPP", messenger, uri)

    def add_affiliations(self, affiliations: tuple[Affiliation, ...]) -> None:
        """Of several, each in a group of its own, since by order alone a title could go to the wrong one."""
        for affiliation in affiliations:
            group = f"{self._next_group()}." if len(affiliations) > 1 else ""
            units = f";{escape(affiliation.department)}" if affiliation.department else ""
            self.add(f"{group}ORG", escape(affiliation.organisation) + units)
            self.add(f"{group}TITLE", escape(affiliation.title))

    def _next_group(self) -> str:
        while True:
            self._group += 1
            group = f"item{self._group}"
            if group not in self._used_groups:
                return group


def _address(labelled: LabelledAddress) -> str:
    address = labelled.address
    parts = (
        address.pobox,
        address.extended,
        address.street,
        address.city,
        address.region,
        address.postcode,
        address.country,
    )
    return ";".join(escape(part) for part in parts)


def _uri(text: str) -> str:
    """Commas and semicolons have no meaning in a URI; a backslash has."""
    return without_line_ends(text.replace("\\", "\\\\"))
