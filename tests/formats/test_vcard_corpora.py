"""Real cards from many programs: nothing is lost, and what is known of them is read so."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from relapp.domain.cards import Card, Reading
from relapp.domain.errors import Refused
from relapp.formats import vcard

EXPECTED = [
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_ANDROID.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_BLACK_BERRY.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_GMAIL.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_IPHONE.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_LOTUS_NOTES.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_MAC_ADDRESS_BOOK.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_MS_OUTLOOK.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/gmail-single2.vcf",
    "mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/fullcontact.vcf",
    "FolkerKinzel__VCards/src/FolkerKinzel.VCards.Tests/TestFiles/MultiAnsiFilterTests/Ukrainian.vcf",
    "FolkerKinzel__VCards/src/FolkerKinzel.VCards.Tests/TestFiles/MultiAnsiFilterTests/German.vcf",
    "FolkerKinzel__VCards/src/FolkerKinzel.VCards.Tests/TestFiles/v4.vcf",
    "cozy__cozy-vcard/test/android-quotedprintable.vcf",
    "cozy__cozy-vcard/test/multiple-cards.vcf",
]
NOTHING_IN_IT = {
    "emersion__go-vcard/_extracted/decoder_test_L106.vcf",  # BEGIN and nothing more
    "sabre-io__vobject/_extracted/VCardTest_L216.vcf",  # version and maker only
    "sabre-io__vobject/_extracted/VCardConverterTest_L368.vcf",  # the same
}
CUT_SHORT = {"FolkerKinzel__VCards/src/FolkerKinzel.VCards.Tests/TestFiles/Cropped_2_1.vcf"}


@pytest.fixture(scope="module")
def expected(corpora: Path) -> dict[str, list[dict[str, Any]]]:
    files: dict[str, list[dict[str, Any]]] = json.loads((corpora / "expected.json").read_text("utf-8"))["files"]
    assert {name for name in files if name.endswith(".vcf")} == set(EXPECTED)
    return files


@pytest.fixture(scope="module")
def readings(corpora: Path) -> list[tuple[str, int, Reading]]:
    """Every vCard file of the index with the number of its cards, read."""
    with (corpora / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["kind"].startswith("vcard")]
    assert len(rows) > 180
    found = []
    for row in rows:
        data = (corpora / row["local_path"]).read_bytes()
        assert vcard.claims(data[:4096], "unnamed"), row["local_path"]
        try:
            found.append((row["local_path"], int(row["n_expected"]), vcard.read(data, row["local_path"])))
        except Refused:
            assert row["local_path"] in NOTHING_IN_IT
    return found


def test_no_card_is_lost_and_only_cut_ones_are_reported(readings: list[tuple[str, int, Reading]]) -> None:
    counts = {name: (len(reading.cards), len(reading.skipped)) for name, _, reading in readings}
    assert counts == {name: (count, int(name in CUT_SHORT)) for name, count, _ in readings}


def test_every_real_card_comes_back_equal(readings: list[tuple[str, int, Reading]]) -> None:
    for name, _, reading in readings:
        again = vcard.read("".join(vcard.write(reading.cards)).encode(), name)
        assert [replace(card, line=0) for card in again.cards] == [replace(card, line=0) for card in reading.cards], (
            name
        )


@pytest.mark.parametrize("name", EXPECTED, ids=lambda name: name.rpartition("/")[2])
def test_real_cards_are_read_as_expected(name: str, corpora: Path, expected: dict[str, list[dict[str, Any]]]) -> None:
    reading = vcard.read((corpora / name).read_bytes(), name)
    assert len(reading.cards) == len(expected[name])
    for card, wanted in zip(reading.cards, expected[name], strict=True):
        got = told(card)
        for key in got.keys() & wanted.keys():
            assert tidy(got[key]) in [tidy(wanted[key]), *map(tidy, wanted.get(f"{key}_ok", []))], key
        for address, parts in zip(card.addresses, wanted.get("addresses", []), strict=False):
            assert {part: tidy(getattr(address.address, part)) for part in parts} == {
                part: tidy(text) for part, text in parts.items()
            }
        assert len(card.addresses) >= len(wanted.get("addresses", []))


def told(card: Card) -> dict[str, Any]:
    """A card in the words of the expectations."""
    orgs = [job.organisation for job in card.affiliations if job.organisation]
    titles = [job.title for job in card.affiliations if job.title]
    return {
        "full_name": card.name.full or None,
        "given": card.name.given,
        "family": card.name.family,
        "nickname": card.name.nickname,
        "emails": [email.value for email in card.emails],
        "phones": [phone.value for phone in card.phones],
        "urls": [url.value for url in card.urls],
        "birthday": str(card.birthday) if card.birthday else None,
        "org": orgs[0] if orgs else None,
        "orgs": orgs,
        "title": titles[0] if titles else None,
        "titles": titles,
        "note": card.note,
    }


def tidy(value: Any) -> Any:
    """With white space collapsed, as the expectations ask."""
    if isinstance(value, list):
        return [tidy(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def test_both_notes_of_an_android_card_are_kept(corpora: Path) -> None:
    reading = vcard.read((corpora / EXPECTED[0]).read_bytes(), "android.vcf")
    assert reading.cards[3].note.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_BLACK_BERRY.vcf", "image/jpeg"),
        ("mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_MS_OUTLOOK.vcf", "image/jpeg"),
        ("mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_MAC_ADDRESS_BOOK.vcf", "image/jpeg"),
        ("mangstadt__ez-vcard/src/test/resources/ezvcard/io/text/John_Doe_IPHONE.vcf", "image/jpeg"),
        ("FolkerKinzel__VCards/src/FolkerKinzel.VCards.Tests/TestFiles/Library v2.vcf", "image/jpeg"),
        ("FolkerKinzel__VCards/src/FolkerKinzel.VCards.Tests/TestFiles/Photo v3.vcf", "image/jpeg"),
        ("stalwartlabs__calcard/resources/vcard/077.vcf", "image/png"),
    ],
)
def test_photos_of_real_cards(name: str, kind: str, corpora: Path) -> None:
    photo = vcard.read((corpora / name).read_bytes(), name).cards[0].photo
    assert photo is not None
    assert photo.media_type == kind


@pytest.mark.parametrize(
    ("name", "encoding", "told_as"),
    [
        ("LabelTest1.vcf", "cp1252", "Business-Straße 19"),
        ("AnsiIssue.vcf", "cp1252", "Lämmerweg 12"),
        ("MultiAnsiFilterTests/Murks.vcf", "cp1252", "Sören Täve Nüßlebaum"),
        ("MultiAnsiFilterTests/Ukrainian.vcf", "cp1251", "Віталій Володимирович Кличко"),
    ],
)
def test_encodings_of_real_cards(name: str, encoding: str, told_as: str, corpora: Path) -> None:
    folder = corpora / "FolkerKinzel__VCards" / "src" / "FolkerKinzel.VCards.Tests" / "TestFiles"
    reading = vcard.read((folder / name).read_bytes(), name)
    (card,) = reading.cards
    assert reading.encoding == encoding
    assert told_as in [card.name.full, *(labelled.address.street for labelled in card.addresses)]
