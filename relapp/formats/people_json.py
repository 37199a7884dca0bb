"""A person as JSON, writing only: every key is always there, null or an empty list where nothing is known."""

from __future__ import annotations

from typing import TypedDict

from relapp.domain.cards import Affiliation, Card, Labelled, LabelledAddress, shown


class LabelledJson(TypedDict):
    """An e-mail, phone or link; `label` is "" when there is none."""

    label: str
    value: str


class AddressJson(TypedDict):
    """A postal address in the parts of RFC 6350; a missing part is ""."""

    label: str
    pobox: str
    extended: str
    street: str
    city: str
    region: str
    postcode: str
    country: str


class PersonJson(TypedDict):
    """`full_name` is the name on screen, so what stands in where there is none.

    `birthday` is ISO 8601, `--MM-DD` without a year; organisation and title are of the first position.
    """

    uid: str | None
    full_name: str | None
    given_name: str | None
    family_name: str | None
    nickname: str | None
    emails: list[LabelledJson]
    phones: list[LabelledJson]
    addresses: list[AddressJson]
    urls: list[LabelledJson]
    birthday: str | None
    organisation: str | None
    title: str | None
    categories: list[str]
    note: str | None


def person(card: Card) -> PersonJson:
    position = card.affiliations[0] if card.affiliations else Affiliation()
    return {
        "uid": card.uid or None,
        "full_name": shown(card) or None,
        "given_name": card.name.given or None,
        "family_name": card.name.family or None,
        "nickname": card.name.nickname or None,
        "emails": _labelled(card.emails),
        "phones": _labelled(card.phones),
        "addresses": [_address(one) for one in card.addresses],
        "urls": _labelled(card.urls),
        "birthday": str(card.birthday) if card.birthday is not None else None,
        "organisation": position.organisation or None,
        "title": position.title or None,
        "categories": list(card.categories),
        "note": card.note or None,
    }


def _labelled(values: tuple[Labelled, ...]) -> list[LabelledJson]:
    return [{"label": one.label, "value": one.value} for one in values]


def _address(one: LabelledAddress) -> AddressJson:
    address = one.address
    return {
        "label": one.label,
        "pobox": address.pobox,
        "extended": address.extended,
        "street": address.street,
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "country": address.country,
    }
