"""People as CSV: the names of the JSON, one row a person, nothing that runs."""

from __future__ import annotations

import csv
import io

import pytest

from relapp.domain.cards import Affiliation, Card, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.people import Address, PersonName
from relapp.formats.csv_cells import SEPARATORS, Dialect
from relapp.formats.people_csv import COLUMNS, write
from relapp.formats.people_json import person

TOM = Card(
    name=PersonName("Tom Keller", given="Tom", family="Keller", nickname="Tommy"),
    uid="p-1",
    emails=(Labelled("tom@example.org", "work"), Labelled("t@example.net")),
    phones=(Labelled("+49 30 1234"),),
    addresses=(LabelledAddress(Address(street="Gate 1; back", postcode="0150", city="Oslo"), "home"),),
    urls=(Labelled("https://example.org", "own"),),
    affiliations=(Affiliation("Nordlys, AS", "Buyer", "Plants"), Affiliation("Fjord")),
    categories=("Friends", "Norway"),
    birthday=PartialDate(None, 2, 29),
    note="=SUM(1)\n-- and more",
)


def rows(*people: Card, dialect: Dialect) -> list[dict[str, str]]:
    text = "".join(write(people, dialect)).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect.separator))


@pytest.mark.parametrize("separator", SEPARATORS)
def test_everything_has_its_cell(separator: str) -> None:
    (row,) = rows(TOM, dialect=Dialect(separator, bom=True))
    assert row == {
        "uid": "p-1",
        "full_name": "Tom Keller",
        "given_name": "Tom",
        "family_name": "Keller",
        "nickname": "Tommy",
        "emails": "work: tom@example.org; t@example.net",
        "phones": "'+49 30 1234",
        "addresses": "home: Gate 1\\; back, 0150 Oslo",
        "urls": "own: https://example.org",
        "birthday": "'--02-29",
        "organisation": "Nordlys, AS",
        "title": "Buyer",
        "categories": "Friends; Norway",
        "note": "'=SUM(1)\n-- and more",
    }


def test_the_columns_are_the_keys_of_the_json() -> None:
    assert list(person(TOM)) == list(COLUMNS)


def test_nothing_known_is_an_empty_cell() -> None:
    (row,) = rows(Card(), dialect=Dialect())
    assert set(row.values()) == {""}


def test_many_people_are_written_in_pieces() -> None:
    pieces = list(write(TOM for _ in range(1000)))
    assert len(pieces) > 3
    assert len(list(csv.reader(io.StringIO("".join(pieces), newline="")))) == 1001


def test_a_mark_announces_utf_8_when_wanted() -> None:
    assert next(write([], Dialect(bom=True))).startswith("\ufeffuid,")
    assert next(write([])).startswith("uid,full_name,")
