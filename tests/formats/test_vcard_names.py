"""Names, jobs, dates, places and pictures of a card, as each program writes them."""

from __future__ import annotations

import pytest

from relapp.domain.cards import Affiliation
from relapp.domain.dates import PartialDate
from relapp.domain.people import PersonName, Photo
from tests.formats.vcard_texts import extras, one

GIF = Photo("image/gif", b"GIF89a\x01")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ["FN:Dr. Max Mustermann", "N:Mustermann;Max;Horst;Dr.;jr."],
            PersonName("Dr. Max Mustermann", "Dr.", "Max", "Horst", "Mustermann", "jr."),
        ),
        (["N:Doe;John;;Mr.;"], PersonName("Mr. John Doe", "Mr.", "John", family="Doe")),
        (["N:Doe;John"], PersonName("John Doe", given="John", family="Doe")),
        (["N:Cher"], PersonName("Cher", family="Cher")),
        (["FN:", "N:;;;;", "UID:1"], PersonName()),
        (["FN: Ana  Castéll "], PersonName("Ana  Castéll")),
        (
            ["FN:x", r"N:Doe;John;Richter\, James;Mr.;Jr.,M.D."],
            PersonName("x", "Mr.", "John", "Richter, James", "Doe", "Jr. M.D."),
        ),
        (["FN:x", "NICKNAME:Johny\\,JayJay"], PersonName("x", nickname="Johny,JayJay")),
        (["FN:x", "NICKNAME:Jo", "NICKNAME:Jay"], PersonName("x", nickname="Jo, Jay")),
        (["FN:x", "X-PHONETIC-LAST-NAME:Dow", "X-PHONETIC-FIRST-NAME:Jon"], PersonName("x", spoken="Jon Dow")),
        (["FN:x", "X-SPOKEN:yon"], PersonName("x", spoken="yon")),
        (["FN:x", "SORT-STRING:Harten"], PersonName("x", sort="Harten")),
        (
            ["FN:x", 'N;SORT-AS="Harten,Rene":van der Harten;Rene;;;'],
            PersonName("x", given="Rene", family="van der Harten", sort="Harten,Rene"),
        ),
        (
            ["FN:x", "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Tommy;1;;;;;;;;;;;;;"],
            PersonName("x", nickname="Tommy"),
        ),
    ],
)
def test_names(lines: list[str], name: PersonName) -> None:
    assert one(*lines).name == name


def test_a_second_name_is_kept() -> None:
    card = one("FN:Tom", "FN:Thomas", "FN:Tom", "N:Keller;Tom;;;", "N:Keller;Thomas;;;", "UID:1", "UID:2")
    assert (card.name.full, card.name.given, card.uid) == ("Tom", "Tom", "1")
    assert extras(card) == [("FN", "Thomas"), ("N", "Keller;Thomas;;;"), ("UID", "2")]


def test_another_language_is_kept_beside_the_first() -> None:
    card = one(
        "N;ALTID=1;LANGUAGE=jp:山田;太郎;;;",
        "N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;",
        "TITLE;ALTID=2:社長",
        "TITLE;ALTID=2:Boss",
    )
    assert (card.name.family, [job.title for job in card.affiliations]) == ("山田", ["社長"])
    assert extras(card) == [("N;ALTID=1;LANGUAGE=en", "Yamada;Taro;;;"), ("TITLE;ALTID=2", "Boss")]


@pytest.mark.parametrize(
    ("lines", "jobs"),
    [
        (["ORG:IBM;Accounting", "TITLE:Counter"], [Affiliation("IBM", "Counter", "Accounting")]),
        (["ORG:Apple;"], [Affiliation("Apple")]),
        (["ORG:IBM;Research;Zürich"], [Affiliation("IBM", department="Research, Zürich")]),
        (["ORG:;"], []),
        (["TITLE:Painter"], [Affiliation(title="Painter")]),
        (["TITLE:Painter", "ORG:IBM"], [Affiliation("IBM", "Painter")]),
        (
            ["ORG:One;A", "ORG:Two", "TITLE:First", "TITLE:Second"],
            [Affiliation("One", "First", "A"), Affiliation("Two", "Second")],
        ),
        (
            ["item1.ORG:One", "item2.ORG:Two", "item2.TITLE:Second", "item1.TITLE:First"],
            [Affiliation("One", "First"), Affiliation("Two", "Second")],
        ),
        (["item1.ORG:One", "TITLE:First"], [Affiliation("One", "First")]),
        ([r"ORG:Smith\, Sons\; Co"], [Affiliation("Smith, Sons; Co")]),
    ],
)
def test_jobs(lines: list[str], jobs: list[Affiliation]) -> None:
    assert list(one("FN:x", *lines).affiliations) == jobs


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("BDAY:1980-03-22", PartialDate(1980, 3, 22)),
        ("BDAY:19800322", PartialDate(1980, 3, 22)),
        ("BDAY;VALUE=date:1980-3-2", PartialDate(1980, 3, 2)),
        ("BDAY:1980-03-22T00:00:00Z", PartialDate(1980, 3, 22)),
        ("BDAY:19531015T231000Z", PartialDate(1953, 10, 15)),
        ("BDAY:1980-03-22 00:00:00", PartialDate(1980, 3, 22)),
        ("BDAY:--0322", PartialDate(None, 3, 22)),
        ("BDAY:--03-22", PartialDate(None, 3, 22)),
        ("BDAY:--0229", PartialDate(None, 2, 29)),
        ("BDAY:--03", PartialDate(None, 3)),
        ("BDAY:1980", PartialDate(1980)),
        ("BDAY:1980-03", PartialDate(1980, 3)),
        ("BDAY:1604-02-29", PartialDate(None, 2, 29)),
        ("BDAY:0000-02-29", PartialDate(None, 2, 29)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-16", PartialDate(None, 4, 16)),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-16", PartialDate(None, 4, 16)),
        ("BDAY:22.3.1980", PartialDate(1980, 3, 22)),
        ("BDAY;VALUE=text:2016-08-01", PartialDate(2016, 8, 1)),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1989-02-02;3;;;", PartialDate(1989, 2, 2)),
    ],
)
def test_birthdays(line: str, date: PartialDate) -> None:
    card = one(line)
    assert (card.birthday, card.extras) == (date, ())


@pytest.mark.parametrize("value", ["19723101", "circa 1800", "foo", "---22", "T102200", "1980-02-30", "03/22/1980"])
def test_what_is_no_date_is_kept_as_it_came(value: str) -> None:
    card = one(f"BDAY:{value}")
    assert card.birthday is None
    assert extras(card) == [("BDAY", value)]


@pytest.mark.parametrize(
    "lines",
    [
        ["ANNIVERSARY:20110113"],
        ["X-ANNIVERSARY:2011-01-13"],
        ["X-MS-ANNIVERSARY:20110113"],
        ["X-EVOLUTION-ANNIVERSARY:2011-01-13"],
        ["item1.X-ABDATE:2011-01-13", "item1.X-ABLabel:_$!<Anniversary>!$_"],
        ["item1.X-ABLabel:Anniversary", "item1.X-ABDATE;type=pref:2011-01-13"],
        ["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2011-01-13;1;;;"],
    ],
)
def test_anniversaries(lines: list[str]) -> None:
    card = one(*lines)
    assert (card.anniversary, card.extras) == (PartialDate(2011, 1, 13), ())


def test_other_dates_are_kept_with_their_label() -> None:
    card = one("item1.X-ABDATE:2000-09-12", "item1.X-ABLabel:First met", "X-ABDATE:1776-07-04")
    assert card.anniversary is None
    assert extras(card) == [
        ("item1.X-ABDATE", "2000-09-12"),
        ("item1.X-ABLabel", "First met"),
        ("X-ABDATE", "1776-07-04"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO;ENCODING=BASE64;GIF:R0lGODlhAQ==\r\n",
        "PHOTO;BASE64:\r\n  R0lG\r\n  ODlhAQ==\r\n",
        "PHOTO;BASE64:\r\nR0lG\r\nODlhAQ==\r\n",
        "PHOTO;ENCODING=b;TYPE=JPEG:R0lG\r\n ODlhAQ",
        "PHOTO;TYPE=GIF:R0lGODlhAQ==",
        "PHOTO:data:image/gif;base64,R0lGODlhAQ==",
        "PHOTO:data:image/gif\\;base64\\,R0lGODlhAQ==",
    ],
)
def test_photos(line: str) -> None:
    card = one("FN:x", line, "NOTE:after")
    assert (card.photo, card.note, card.extras) == (GIF, "after", ())


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("PHOTO;ENCODING=b;TYPE=JPEG:Zm9v", "PHOTO;ENCODING=b;TYPE=JPEG", "Zm9v"),
        ("PHOTO;BASE64;JPEG:%%%", "PHOTO;ENCODING=b;TYPE=JPEG", "%%%"),
        ("PHOTO;VALUE=uri:http://x.example/a.gif", "PHOTO;VALUE=uri", "http://x.example/a.gif"),
        ("PHOTO:data:image/gif,foo", "PHOTO", "data:image/gif,foo"),
        ("LOGO;ENCODING=b:R0lGODlhAQ==", "LOGO;ENCODING=b", "R0lGODlhAQ=="),
    ],
)
def test_what_is_no_photo_is_kept(line: str, name: str, value: str) -> None:
    card = one("FN:x", line)
    assert card.photo is None
    assert extras(card) == [(name, value)]


def test_a_second_photo_is_kept() -> None:
    card = one("PHOTO;ENCODING=b:R0lGODlhAQ==", "PHOTO;ENCODING=b:R0lGODlhAg==")
    assert card.photo == GIF
    assert extras(card) == [("PHOTO;ENCODING=b", "R0lGODlhAg==")]


def test_time_zones_and_languages_are_names_that_can_be_used() -> None:
    card = one(
        "TZ:-05:00", "TZ:Europe/Berlin", "TZ:Raleigh/North America", "LANG:de-AT", "LANG;PREF=2:fr", "LANG:none at all"
    )
    assert (card.time_zone, card.language) == ("Europe/Berlin", "de-AT")
    assert [extra.value for extra in card.extras] == ["-05:00", "Raleigh/North America", "fr", "none at all"]
