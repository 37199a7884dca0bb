"""Files told by their content: each is read by its format or refused in one sentence that helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from relapp.domain.errors import Refused
from relapp.formats import FORMATS, recognise

CARD = b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tom\r\nEND:VCARD\r\n"
OUTLOOK = b"First Name,Last Name,E-mail Address,Business Phone\nTom,Keller,tom@example.org,1\n"
LINKEDIN = b'Notes:\n"Some, text"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,L,,,,,\n'
THUNDERBIRD = b"\xef\xbb\xbfFirst Name,Last Name,Display Name,Nickname,Primary Email\nTom,Keller,Tom Keller,,t@x.org\n"


def refusal(data: bytes, file_name: str = "my file.csv") -> str:
    with pytest.raises(Refused) as refused:
        recognise(data, file_name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (CARD, "vcard"),
        (b"Given Name,Family Name,E-mail 1 - Type\n", "google-csv"),
        (b"First Name,Last Name,Labels,E-mail 1 - Value\n", "google-csv"),
        (b"First Name;Last Name;File As\n", "google-csv"),
        (b"entry_id,when,kind,person,text\n", "notes-csv"),
    ],
)
def test_the_content_tells_whatever_the_file_is_called(data: bytes, name: str) -> None:
    for file_name in ("", "x.csv", "x.vcf", "x.png"):
        assert recognise(data, file_name).name == name


def test_names_of_formats_are_their_own() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("data", [b"", b"\r\n \n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0\0"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert "“my file.csv” is empty" in refusal(data)


@pytest.mark.parametrize(
    ("data", "program"), [(OUTLOOK, "Outlook"), (LINKEDIN, "LinkedIn"), (THUNDERBIRD, "Thunderbird")]
)
def test_a_csv_of_another_program_is_named_with_the_way_round(data: bytes, program: str) -> None:
    for encoding in ("utf-8", "utf-16", "utf-16-le"):
        sentence = refusal(data.decode("utf-8").encode(encoding))
        assert f"“my file.csv” is a CSV of {program}" in sentence
        assert "vCard or Google CSV" in sentence


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), bytes(range(256)) * 9, b"\x7fELF\x02\x01\x01\0\0\0\0"],
)
def test_a_binary_file_is_said_to_be_no_text(data: bytes) -> None:
    assert "“my file.csv” is no text file" in refusal(data)


def test_a_workbook_is_said_to_want_saving_as_csv() -> None:
    assert "save its sheet as CSV" in refusal(b"PK\x03\x04\x14\0\x06\0")


@pytest.mark.parametrize("text", ["Hello there, {you}", "a,b\n1,2\n", '"', "Имя;Почта\nТом;x"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_any_other_text_is_refused_with_what_can_be_read(text: str, encoding: str) -> None:
    sentence = refusal(text.encode(encoding), "{odd}.csv")
    assert "“{odd}.csv” is neither a vCard nor a CSV that Relapp can read" in sentence


def test_every_csv_from_real_life_is_read_or_refused_in_one_sentence(corpora: Path) -> None:
    files = sorted(path for end in ("csv", "tsv", "txt", "md") for path in corpora.rglob(f"*.{end}"))
    assert len(files) > 50
    read = []
    for file in files:
        data = file.read_bytes()
        try:
            reading = recognise(data, file.name).read(data, file.name)
        except Refused as refused:
            assert file.name in str(refused)
            assert "\n" not in str(refused)
        else:
            read.append((file.name, reading.format))
    assert read == [("Google.csv", "google-csv")]


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("Outlook365.csv", "Outlook"),
        ("GoogleCreatedOutlook.csv", "Outlook"),
        ("outlook.csv", "Outlook"),
        ("Connections.csv", "LinkedIn"),
        ("Messages.csv", "LinkedIn"),
        ("ThunderbirdUtf8EnglishColumnsInvalidBDay.csv", "Thunderbird"),
    ],
)
def test_real_files_of_other_programs_are_named(corpora: Path, name: str, program: str) -> None:
    files = list(corpora.rglob(name))
    assert files
    for file in files:
        assert f"a CSV of {program}," in refusal(file.read_bytes(), file.name)


@pytest.mark.parametrize("size", [1, 7, 100, 65536, 65537])
@pytest.mark.parametrize(
    "piece", [b"\xff", b'"', b"BEGIN:VCARD\n", b"First Name,Last Name,Labels\n", b"a,\0", b"\xef\xbb\xbf"]
)
def test_no_content_whatever_ends_in_anything_but_a_reading_or_a_sentence(piece: bytes, size: int) -> None:
    data = (piece * size)[:200_000]
    try:
        recognise(data, "x").read(data, "x")
    except Refused as refused:
        assert str(refused).endswith((".", ".)"))
