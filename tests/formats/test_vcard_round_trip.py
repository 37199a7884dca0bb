"""What is written comes back equal, whatever it is, and what is written is vCard 4.0."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.people import Address, PersonName
from relapp.formats import vcard
from tests.formats.vcard_cards import cards, naughty


def there_and_back(*written: Card) -> list[Card]:
    reading = vcard.read("".join(vcard.write(written)).encode(), "back.vcf")
    assert not reading.skipped
    return [replace(card, line=0) for card in reading.cards]


@settings(max_examples=60)
@given(st.lists(cards, min_size=1, max_size=2))
def test_cards_come_back_equal(written: list[Card]) -> None:
    assert there_and_back(*written) == written


@settings(max_examples=40)
@given(cards)
def test_lines_are_short_and_end_in_crlf(card: Card) -> None:
    text = next(vcard.write([card]))
    lines = text.encode().split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCARD", b"VERSION:4.0"]
    assert lines[-2:] == [b"END:VCARD", b""]
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() for line in lines[:-1])  # no character is cut in two, no line is empty
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)


def test_naughty_strings_come_back(corpora: Path) -> None:
    strings = [text.strip() for text in naughty(corpora) if text.strip() and "\0" not in text and "\r" not in text]
    assert len(strings) > 400
    written = [
        Card(
            PersonName(text, given=text, family=text, nickname=text, spoken=text),
            emails=(Labelled(text, "work"),),
            phones=(Labelled(text, text),),
            messengers=(Labelled(text, text),),
            addresses=(LabelledAddress(Address(street=text), text),),
            affiliations=(Affiliation(text, text, text), Affiliation(title=text)),
            categories=(text,),
            note=text,
            extras=(Extra("X-NAUGHTY", text),),
        )
        for text in strings
    ]
    assert there_and_back(*written) == written


def test_a_title_of_one_job_stays_off_the_other() -> None:
    jobs = (Affiliation("Alpha"), Affiliation("Beta", "Chair", "Board"), Affiliation(title="Painter"))
    assert there_and_back(Card(PersonName("Ida"), affiliations=jobs))[0].affiliations == jobs


def test_own_labels_take_a_group_that_no_extra_has() -> None:
    kept = (Extra("ITEM1.X-ABDATE", "2001-02-03"), Extra("ITEM1.X-ABLabel", "first met"))
    card = Card(PersonName("Ida"), phones=(Labelled("1", "studio"),), extras=kept)
    assert "item2.TEL:1\r\nitem2.X-ABLabel:studio" in next(vcard.write([card]))
    assert there_and_back(card) == [card]


def test_labels_that_the_standard_knows_are_types() -> None:
    text = next(
        vcard.write([Card(PersonName("Ida"), phones=(Labelled("1", "work fax"), Labelled("2", "mobile", True)))])
    )
    assert "TEL;TYPE=work,fax:1\r\nTEL;TYPE=cell;PREF=1:2\r\n" in text


def test_line_ends_within_values_are_written_as_the_standard_wants() -> None:
    text = next(
        vcard.write([Card(PersonName("Ida"), note="one\r\ntwo\rthree", extras=(Extra("X-A\r\nFN", "b\nc\0"),))])
    )
    assert "NOTE:one\\ntwo\\nthree\r\nX-A FN:b\\nc\r\n" in text
