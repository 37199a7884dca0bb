"""The vCard format as a whole: what it claims, what it reads of broken files, what it refuses."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relapp.domain.cards import Skipped
from relapp.domain.errors import Refused
from relapp.formats import vcard
from tests.formats.vcard_texts import extras, text

TOM = text("FN:Tom", "TEL:1")
NO_END = "The card that begins here has no END:VCARD; what was there of it was taken."


def names(data: bytes) -> list[str]:
    return [card.name.full for card in vcard.read(data, "some.vcf").cards]


@pytest.mark.parametrize(
    "head",
    [
        b"BEGIN:VCARD\r\n",
        b"begin:vcard\n",
        b"\xef\xbb\xbfBEGIN:VCARD",
        b"\n\n  Begin : vCard\r",
        "BEGIN:VCARD\r\n".encode("utf-16"),
        "BEGIN:VCARD\r\n".encode("utf-16-be"),
        b"FN:lost\rBEGIN:VCARD",
    ],
)
def test_cards_are_claimed_by_what_they_say(head: bytes) -> None:
    assert vcard.claims(head, "export.txt")


@pytest.mark.parametrize("head", [b"", b"Name,BEGIN:VCARD\n", b"BEGIN:VCALENDAR\n", b"\xff\xfe", b"dn: cn=x\n"])
def test_nothing_else_is_claimed(head: bytes) -> None:
    assert not vcard.claims(head, "contacts.vcf")


def test_a_file_is_read_in_its_order_with_lines() -> None:
    reading = vcard.read((TOM + "\r\n" + text("FN:Ida", "NOTE:a", " b")).encode(), "some.vcf")
    assert (reading.format, reading.encoding, reading.skipped) == ("vcard", "utf-8", ())
    assert [(card.name.full, card.line) for card in reading.cards] == [("Tom", 1), ("Ida", 7)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_any_line_end_and_encoding(end: str, codec: str) -> None:
    data = text("FN:Zoë", "NOTE:a", " b").replace("\r\n", end).encode(codec)
    (card,) = vcard.read(data, "some.vcf").cards
    assert (card.name.full, card.note) == ("Zoë", "ab")


def test_a_file_cut_short_keeps_what_is_there_and_says_so() -> None:
    reading = vcard.read((TOM + "BEGIN:VCARD\r\nFN:Ida\r\nTEL:1").encode(), "some.vcf")
    assert [card.name.full for card in reading.cards] == ["Tom", "Ida"]
    assert reading.skipped == (Skipped(6, NO_END),)


def test_a_missing_end_ends_at_the_next_card() -> None:
    reading = vcard.read(("BEGIN:VCARD\r\nFN:Ida\r\n" + TOM).encode(), "some.vcf")
    assert [card.name.full for card in reading.cards] == ["Ida", "Tom"]
    assert reading.skipped == (Skipped(1, NO_END),)


def test_a_missing_begin_is_reported() -> None:
    reading = vcard.read((TOM + "FN:Ida\r\nEND:VCARD\r\nX:y\r\nEND:VCARD\r\n").encode(), "some.vcf")
    assert [card.name.full for card in reading.cards] == ["Tom", "Ida"]
    assert [skipped.line for skipped in reading.skipped] == [7, 9]


def test_what_breaks_off_at_once_or_is_empty_is_skipped() -> None:
    data = TOM + "BEGIN:VCARD\r\nREV:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\n"
    reading = vcard.read(data.encode(), "some.vcf")
    assert len(reading.cards) == 1
    assert reading.skipped == (
        Skipped(6, "The card that begins here is empty."),
        Skipped(9, "The card that begins here breaks off before it says who it is."),
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "“x.vcf” holds no cards"),
        (b"hello\n", "no cards"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no cards"),
        (b"BEGIN:VCARD\nEND:INVALID", "Line 1: The card that begins here breaks off"),
        (b"\nBEGIN:VCARD\nEND:VCARD", "Line 2: The card that begins here is empty."),
    ],
)
def test_a_file_with_no_card_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Refused) as refusal:
        vcard.read(data, "x.vcf")
    assert says in str(refusal.value)
    assert "x.vcf" in str(refusal.value)


def test_text_around_cards_does_no_harm() -> None:
    assert names(("From: someone\r\n\r\n" + TOM + "-- \r\nbye\r\n" + TOM).encode()) == ["Tom", "Tom"]


def test_a_card_within_a_card_is_kept_and_counts_for_nobody() -> None:
    agent = "AGENT:\r\n" + text("FN:Ida", "NOTE:a;b", version="2.1").strip()
    reading = vcard.read((text("FN:Tom", agent, "TEL:1") + TOM).encode(), "some.vcf")
    first, second = reading.cards
    assert (first.name.full, len(first.phones), second.line) == ("Tom", 1, 12)
    assert extras(first) == [("AGENT", r"BEGIN:VCARD\nVERSION:2.1\nFN:Ida\nNOTE:a\;b\nEND:VCARD")]


def test_quoted_printable_goes_on_behind_soft_breaks() -> None:
    lines = [
        "FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=",
        "=AB =",
        " K=20=",
        "lar",
        "NOTE;QUOTED-PRINTABLE:ends=",
        "",
        "ORG:A=",
        " B",
        "TITLE;ENCODING=QUOTED-PRINTABLE:Chair=",
    ]
    (card,) = vcard.read(text(*lines, version="2.1").encode(), "some.vcf").cards
    assert (card.name.full, card.note) == ("Zoë  K lar", "ends")
    assert [(job.organisation, job.title) for job in card.affiliations] == [("A=B", "Chair")]


def test_a_value_broken_without_a_fold_goes_on() -> None:
    lines = [
        "ADR:;;Elm St 06",
        "834;;;;",
        "NOTE:one",
        "two = three",
        "",
        "X-A;ENCODING=QUOTED-PRINTABLE:=C3=",
        "",
        "=BC=",
    ]
    (card,) = vcard.read(text(*lines).encode(), "some.vcf").cards
    assert (card.addresses[0].address.street, card.note) == ("Elm St 06834", "one\ntwo = three")
    assert extras(card) == [("X-A", "ü")]


def test_what_only_looks_like_a_frame_is_none() -> None:
    data = text(
        "FN:Tom",
        "BEGIN\x0b:VCARD",
        "END\xa0:VCARD",
        "item1.END:VCARD",
        "BEGIN;X=1:VCARD",
        "END:\x0bVCARD",
        "",
        " END:VCARD",
    )
    reading = vcard.read(data.encode() + TOM.encode(), "some.vcf")
    assert [(card.name.full, card.line) for card in reading.cards] == [("Tom", 1), ("Tom", 12)]


def test_a_nul_byte_does_no_harm() -> None:
    assert names(TOM.replace("Tom", "T\0om").encode()) == ["Tom"]


def test_every_charset_its_own() -> None:
    data = (
        b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=windows-1251:"
        + "Кличко".encode("cp1251")
        + b"\nTITLE;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:Stra=DFe\nORG;CHARSET=murks:"
        + "Müller".encode()
        + b"\nEND:VCARD"
    )
    (card,) = vcard.read(data, "some.vcf").cards
    assert (card.name.full, card.affiliations[0].title, card.affiliations[0].organisation) == (
        "Кличко",
        "Straße",
        "Müller",
    )


def test_progress_is_told_and_may_stop() -> None:
    told: list[tuple[int, int]] = []
    vcard.read(TOM.encode() * 450, "some.vcf", lambda done, total: told.append((done, total)))
    assert told == [(0, 450), (200, 450), (400, 450), (450, 450)]

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        vcard.read(TOM.encode(), "some.vcf", stop)


FRAGMENTS = [
    *(
        b"BEGIN:VCARD\n",
        b"END:VCARD\n",
        b"VERSION:2.1\n",
        b"FN:a\n",
        b"N:a;b\n",
        b"AGENT:\n",
        b"\n",
        b" ",
        b"\t",
        b"=",
        b"=\n",
    ),
    *(
        b"\r",
        b"\0",
        b"\xff",
        b"\xc3",
        b":",
        b";",
        b'"',
        b"\\",
        b"TEL;CELL:1\n",
        b"item1.TEL:1\n",
        b"item1.X-ABLabel:a\n",
    ),
    *(
        b"X;ENCODING=QUOTED-PRINTABLE:=C3=",
        b"PHOTO;BASE64:",
        b"R0lGODlhAQ==\n",
        b"CHARSET=utf-16",
        b"BDAY:--",
        b"ALTID=1",
    ),
]


@settings(max_examples=300)
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=5)), max_size=30).map(b"".join))
def test_whatever_comes_is_read_or_refused_and_what_is_read_comes_back(data: bytes) -> None:
    try:
        cards = vcard.read(data, "some.vcf").cards
    except Refused:
        return
    again = vcard.read("".join(vcard.write(cards)).encode(), "back.vcf")
    assert [extras(card) for card in again.cards] == [extras(card) for card in cards]
    assert [card.name for card in again.cards] == [card.name for card in cards]


@pytest.mark.parametrize(
    "line",
    [
        b"NOTE:" + b"a\\,b;c " * 300_000,
        b"ADR:" + b"a\\;" * 660_000,
        b"FN:" + b"\\" * 2_000_000,
        b"a" * 2_000_000,
        b"TEL" + b'"' * 2_000_001 + b":1",
        b"TEL" + b";X=y" * 500_000 + b":1",
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=41" * 660_000,
        b"PHOTO;BASE64:\n" + (b"QUJD" * 19 + b"\n\n") * 26_000,
        b"PHOTO;ENCODING=b:" + b"/9j/" * 500_000,
    ],
    ids=["note", "address", "backslashes", "nothing", "quotes", "parameters", "quoted", "lines", "photo"],
)
def test_two_megabytes_in_one_line_take_seconds(line: bytes) -> None:
    data = b"BEGIN:VCARD\nVERSION:3.0\nN:Keller;Tom\n" + line + b"\nTEL:1\nEND:VCARD\n" + TOM.encode()
    start = time.process_time()
    reading = vcard.read(data, "big.vcf")
    assert len(reading.cards) == 2
    assert len("".join(vcard.write(reading.cards))) > 50
    assert time.process_time() - start < 12
