"""Google Contacts CSV of both generations: everything in it is read or kept."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.cards import Affiliation, Card, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.errors import Cancelled, Refused
from relapp.domain.people import Address
from relapp.formats import vcard
from relapp.formats.google_csv import claims, read

GOOGLE = "FolkerKinzel__Contacts.IO/src/FolkerKinzel.Contacts.IO.Tests/TestFiles/Google.csv"
NEWER = [
    *("First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name"),
    *("Name Prefix", "Name Suffix", "Nickname", "File As"),
    *("Organization Name", "Organization Title", "Organization Department"),
    *("Birthday", "Notes", "Photo", "Labels"),
    *("E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value"),
    *("Phone 1 - Label", "Phone 1 - Value"),
    *("Address 1 - Label", "Address 1 - Formatted", "Address 1 - Street", "Address 1 - City"),
    *(
        "Address 1 - PO Box",
        "Address 1 - Region",
        "Address 1 - Postal Code",
        "Address 1 - Country",
        "Address 1 - Extended Address",
    ),
    *("Relation 1 - Label", "Relation 1 - Value"),
    *("Website 1 - Label", "Website 1 - Value"),
    *("Event 1 - Label", "Event 1 - Value"),
    *("Custom Field 1 - Label", "Custom Field 1 - Value"),
]


def table(*rows: dict[str, str], header: list[str] = NEWER, separator: str = ",") -> str:
    """A CSV with this header and these cells in it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def one(**cells: str) -> Card:
    """The card made of these cells; a key `E_mail_1__Value` is the column `E-mail 1 - Value`."""
    named = {
        key.replace("E_mail", "E-mail").replace("__", " - ").replace("_", " "): text for key, text in cells.items()
    }
    header = NEWER + [name for name in named if name not in NEWER]
    return read(table(named, header=header).encode(), "contacts.csv").cards[0]


def extras(card: Card) -> dict[str, str]:
    return {extra.name: extra.value for extra in card.extras}


def test_a_real_file_of_the_older_generation_is_read_whole(corpora: Path) -> None:
    expected = json.loads((corpora / "expected.json").read_text("utf-8"))["files"][GOOGLE]
    reading = read((corpora / GOOGLE).read_bytes(), "Google.csv")
    assert (reading.format, reading.encoding, reading.skipped) == ("google-csv", "utf-8", ())
    assert [as_expected(card) for card in reading.cards] == [known(person) for person in expected]


def known(person: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in person.items() if key != "check"}


def as_expected(card: Card) -> dict[str, Any]:
    return {
        "full_name": card.name.full,
        "given": card.name.given,
        "family": card.name.family,
        "nickname": card.name.nickname,
        "emails": [one.value for one in card.emails],
        "phones": [one.value for one in card.phones],
        "birthday": str(card.birthday),
        "org": card.affiliations[0].organisation,
        "title": card.affiliations[0].title,
        "note": card.note,
        "groups": list(card.categories),
        "addresses": [parts(one.address) for one in card.addresses],
    }


def parts(address: Address) -> dict[str, str]:
    named = {key: getattr(address, key) for key in ("street", "extended", "pobox", "city", "postcode", "country")}
    return {key: value for key, value in named.items() if value}


def test_what_the_app_does_not_use_is_kept_and_the_rest_finds_its_place(corpora: Path) -> None:
    (card,) = read((corpora / GOOGLE).read_bytes(), "Google.csv").cards
    assert Labelled("privat@folker-kinzel.de", "home", preferred=True) in card.emails
    assert Labelled("Fax privat", "home fax") in card.phones
    assert [one.label for one in card.messengers] == ["qq", "skype", "icq", "jabber", ""]
    assert card.anniversary == PartialDate(2001, 1, 4)
    assert extras(card)['X-CSV-COLUMN;NAME="Relation 1 - Value"'] == "Petra"
    assert extras(card)['X-CSV-COLUMN;NAME="Custom Field 1 - Type"'] == "Bezeichnung"
    assert len(card.extras) == 5


def test_the_newer_generation_is_read() -> None:
    card = one(
        First_Name="Grace",
        Middle_Name="Brewster",
        Last_Name="Hopper",
        Name_Prefix="Dr.",
        Phonetic_Last_Name="HOP-er",
        Nickname="Amazing Grace",
        File_As="Hopper, Grace",
        Organization_Name="US Navy",
        Organization_Title="Rear Admiral",
        Organization_Department="Computing",
        Birthday="1906-12-09",
        Notes="Likes clocks\r\nand nanoseconds",
        Labels="* myContacts ::: Navy ::: * starred ::: Navy",
        E_mail_1__Label="* Work",
        E_mail_1__Value="grace@navy.example",
        E_mail_2__Value="grace@example.com",
        Phone_1__Label="Mobile",
        Phone_1__Value="+1 555 0199",
        Address_1__Label="Work",
        Address_1__Formatted="1 Main St\nSuite 4\nArlington, VA 22201\nUSA",
        Address_1__Street="1 Main St",
        Address_1__City="Arlington",
        Address_1__Region="VA",
        Address_1__Postal_Code="22201",
        Address_1__Country="USA",
        Address_1__Extended_Address="Suite 4",
        Website_1__Label="Profile",
        Website_1__Value="https://example.com/grace",
    )
    assert card.name.full == "Dr. Grace Brewster Hopper"
    assert (card.name.prefix, card.name.given, card.name.middle, card.name.family) == (
        *("Dr.", "Grace", "Brewster", "Hopper"),
    )
    assert (card.name.nickname, card.name.sort, card.name.spoken) == ("Amazing Grace", "Hopper, Grace", "HOP-er")
    assert card.affiliations == (Affiliation("US Navy", "Rear Admiral", "Computing"),)
    assert card.birthday == PartialDate(1906, 12, 9)
    assert card.note == "Likes clocks\nand nanoseconds"
    assert card.categories == ("myContacts", "Navy", "starred")
    assert card.emails == (Labelled("grace@navy.example", "work", True), Labelled("grace@example.com"))
    assert card.phones == (Labelled("+1 555 0199", "mobile"),)
    address = Address("", "Suite 4", "1 Main St", "Arlington", "VA", "22201", "USA")
    assert card.addresses == (LabelledAddress(address, "work"),)
    assert card.urls == (Labelled("https://example.com/grace", "Profile"),)
    assert (card.extras, card.line) == ((), 2)


@pytest.mark.parametrize("written", ["--01-31", " --01-31", "--0131"])
def test_a_birthday_may_lack_its_year(written: str) -> None:
    assert one(First_Name="Tom", Birthday=written).birthday == PartialDate(None, 1, 31)


def test_a_birthday_that_is_no_date_is_kept() -> None:
    card = one(First_Name="Tom", Birthday="in May")
    assert (card.birthday, extras(card)) == (None, {'X-CSV-COLUMN;NAME="Birthday"': "in May"})


def test_a_name_in_eastern_writing_begins_with_the_family() -> None:
    assert one(First_Name="太郎", Last_Name="山田").name.full == "山田太郎"


def test_a_photo_is_an_address_that_is_kept_and_not_fetched() -> None:
    card = one(First_Name="Tom", Photo="https://photos.example/tom")
    assert (card.photo, extras(card)) == (None, {'X-CSV-COLUMN;NAME="Photo"': "https://photos.example/tom"})


def test_two_addresses_of_one_label_come_apart() -> None:
    card = one(
        First_Name="Tom",
        Address_1__Label="* Home",
        Address_1__Street="First 1 ::: Second 2\nback door",
        Address_1__City="Oslo ::: ",
        Address_1__Country=" ::: NO",
    )
    assert card.addresses == (
        LabelledAddress(Address(street="First 1", city="Oslo"), "home", True),
        LabelledAddress(Address(street="Second 2\nback door", country="NO"), "home"),
    )


def test_an_address_given_as_text_only_is_the_street() -> None:
    card = one(First_Name="Tom", Address_1__Formatted="1 Main St\nOslo")
    assert card.addresses == (LabelledAddress(Address(street="1 Main St\nOslo")),)


def test_a_formatted_address_that_says_more_than_its_parts_is_kept() -> None:
    card = one(First_Name="Tom", Address_1__Formatted="c/o Ida\nOslo", Address_1__City="Oslo")
    assert extras(card) == {'X-CSV-COLUMN;NAME="Address 1 - Formatted"': "c/o Ida\\nOslo"}


def test_two_organisations_of_one_label_come_apart() -> None:
    card = one(First_Name="Tom", Organization_Name="Nordlys ::: Fjord", Organization_Title=" ::: Chair")
    assert card.affiliations == (Affiliation("Nordlys"), Affiliation("Fjord", "Chair"))


def test_an_event_that_is_no_anniversary_is_kept_and_a_label_without_value_is_not() -> None:
    card = one(First_Name="Tom", Event_1__Label="First day", Event_1__Value="2020-02-01", Relation_1__Label="Partner")
    assert extras(card) == {
        'X-CSV-COLUMN;NAME="Event 1 - Label"': "First day",
        'X-CSV-COLUMN;NAME="Event 1 - Value"': "2020-02-01",
    }


def test_a_language_is_taken_as_a_tag_only() -> None:
    assert one(First_Name="Tom", Language="de-CH").language == "de-CH"
    card = one(First_Name="Tom", Language="Swiss German")
    assert (card.language, len(card.extras)) == ("", 1)


def test_what_was_kept_stands_in_a_vcard_and_comes_back() -> None:
    header = [*NEWER, 'My "own"; column: ^ 1']
    text = "one\r\ntwo; three, four\\five"
    (card,) = read(table(dict(zip(header, ["Tom", *[""] * 39, text], strict=True)), header=header).encode(), "").cards
    (again,) = vcard.read("".join(vcard.write([card])).encode(), "x.vcf").cards
    assert again.extras == card.extras
    assert card.extras[0].value == "one\\ntwo\\; three\\, four\\\\five"
    assert card.extras[0].name == "X-CSV-COLUMN;NAME=\"My ^'own^'; column: ^^ 1\""


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20))
def test_any_column_name_and_value_makes_a_content_line(text: str) -> None:
    header = [*NEWER, text]
    (card,) = read(table({"First Name": "Tom", text: text or "x"}, header=header).encode(), "").cards
    for extra in card.extras:
        assert not {"\n", "\r"} & set(extra.name + extra.value)
        assert extra.name.count('"') == 2
    (again,) = vcard.read("".join(vcard.write([card])).encode(), "x.vcf").cards
    assert again.extras == card.extras


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_is_read(encoding: str, separator: str) -> None:
    text = table({"First Name": "Jürgen", "E-mail 1 - Value": "j@example.org"}, separator=separator)
    data = text.encode(encoding)
    assert claims(data, "x")
    assert [card.name.full for card in read(data, "x").cards] == ["Jürgen"]


def test_rows_that_name_nobody_are_skipped_and_the_others_read() -> None:
    text = table({"Labels": "* myContacts"}, {"Phone 1 - Value": "+49 30 1"}, {"Notes": "Hm"}, {"Nickname": "Bo"})
    reading = read(text.encode(), "contacts.csv")
    assert [(card.name.full, card.line) for card in reading.cards] == [("", 3), ("Bo", 5)]
    assert [one.line for one in reading.skipped] == [2, 4]


def test_columns_twice_or_without_a_name_lose_nothing() -> None:
    text = "Given Name,Family Name,,E-mail 1 - Value,E-mail 1 - Value\nTom,Keller,x,a@b.org,c@d.org\n"
    (card,) = read(text.encode(), "x").cards
    assert [one.value for one in card.emails] == ["a@b.org"]
    assert [extra.value for extra in card.extras] == ["x", "c@d.org"]


def test_a_csv_of_somebody_else_is_refused() -> None:
    with pytest.raises(Refused, match=r"“x\.csv” is no Google Contacts CSV: line 1 .* Export"):
        read(b"a,b\n1,2\n", "x.csv")


def test_a_file_of_nobody_is_refused() -> None:
    with pytest.raises(Refused, match=r"“x\.csv” holds nothing"):
        read(table().encode(), "x.csv")
    with pytest.raises(Refused, match=r"“x\.csv” .* Line 2: It has no name"):
        read(table({"Labels": "* myContacts"}).encode(), "x.csv")


def test_outlook_is_not_taken_for_google(corpora: Path) -> None:
    files = sorted((corpora / GOOGLE).parent.glob("*Outlook*.csv"))
    assert files
    assert [file.name for file in files if claims(file.read_bytes(), file.name)] == []


def test_progress_is_told_and_can_stop_the_reading() -> None:
    data = table(*[{"First Name": "Tom"}] * 450).encode()
    told: list[tuple[int, int]] = []
    read(data, "x", lambda done, total: told.append((done, total)))
    assert told == [(0, 450), (200, 450), (400, 450), (450, 450)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read(data, "x", stop)
