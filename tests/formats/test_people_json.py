"""People as JSON: exactly these keys, always all of them."""

from __future__ import annotations

from relapp.domain.cards import Affiliation, Card, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.people import Address, PersonName
from relapp.formats.people_json import person


def test_everything_known_is_there() -> None:
    card = Card(
        name=PersonName("Tom Keller", given="Tom", family="Keller", nickname="Tommy"),
        uid="p-1",
        emails=(Labelled("tom@example.org", "work", preferred=True), Labelled("t@example.net")),
        phones=(Labelled("+49 30 1234", "mobile"),),
        addresses=(LabelledAddress(Address("Box 1", "c/o", "Gate 1", "Oslo", "Viken", "0150", "NO"), "home"),),
        urls=(Labelled("https://example.org"),),
        affiliations=(Affiliation("Nordlys", "Buyer"), Affiliation("Fjord", "Chair")),
        categories=("Norway",),
        birthday=PartialDate(None, 2, 29),
        note="One\ntwo",
    )
    assert person(card) == {
        "uid": "p-1",
        "full_name": "Tom Keller",
        "given_name": "Tom",
        "family_name": "Keller",
        "nickname": "Tommy",
        "emails": [{"label": "work", "value": "tom@example.org"}, {"label": "", "value": "t@example.net"}],
        "phones": [{"label": "mobile", "value": "+49 30 1234"}],
        "addresses": [
            {
                "label": "home",
                "pobox": "Box 1",
                "extended": "c/o",
                "street": "Gate 1",
                "city": "Oslo",
                "region": "Viken",
                "postcode": "0150",
                "country": "NO",
            }
        ],
        "urls": [{"label": "", "value": "https://example.org"}],
        "birthday": "--02-29",
        "organisation": "Nordlys",
        "title": "Buyer",
        "categories": ["Norway"],
        "note": "One\ntwo",
    }


def test_nothing_known_is_null_or_an_empty_list() -> None:
    found = person(Card())
    assert len(found) == 14
    assert all(value is None or value == [] for value in found.values())
    assert [key for key, value in found.items() if value == []] == [
        *("emails", "phones", "addresses", "urls", "categories"),
    ]


def test_a_whole_birthday_is_iso() -> None:
    assert person(Card(birthday=PartialDate(1978, 6, 4)))["birthday"] == "1978-06-04"
