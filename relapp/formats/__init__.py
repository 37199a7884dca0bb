"""One file per format: bytes in, dataclasses out, and back. Never the store."""

from __future__ import annotations

from relapp.domain.errors import Refused
from relapp.domain.words import tr
from relapp.formats import foreign_csv, google_csv, notes_csv, vcard
from relapp.formats.csv_rows import HEAD_BYTES
from relapp.formats.format import Format

FORMATS: tuple[Format, ...] = (
    vcard.FORMAT,
    google_csv.FORMAT,
    notes_csv.FORMAT,
)
_MARKS = b"\xef\xbb\xbf\xff\xfe\x00"
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def recognise(data: bytes, file_name: str) -> Format:
    """The format of a file's content, whatever it is called. Raises Refused with a sentence when it is none."""
    head = data[:HEAD_BYTES]
    for one in FORMATS:
        if one.claims(head, file_name):
            return one
    raise Refused(_refusal(data, head, file_name))


def _refusal(data: bytes, head: bytes, file: str) -> str:
    if not data.strip(_MARKS + b" \t\r\n"):
        return tr("“{file}” is empty. Export the address book again and choose the new file.").format(file=file)
    if head.startswith(b"PK\x03\x04"):
        return tr("“{file}” is a ZIP archive or an Excel workbook: unpack it, or save its sheet as CSV.").format(
            file=file
        )
    if _is_binary(head):
        return tr(
            "“{file}” is no text file. Choose a vCard (.vcf), a Google Contacts CSV or a notes CSV of Relapp."
        ).format(file=file)
    if program := foreign_csv.program(head):
        return tr(
            "“{file}” is a CSV of {program}, which Relapp can't read: bring the people in as vCard or Google CSV."
        ).format(file=file, program=program)
    return tr(
        "“{file}” is neither a vCard nor a CSV that Relapp can read: its first line has neither BEGIN:VCARD "
        "nor the columns of Google Contacts or of Relapp's notes. Export it again in one of these."
    ).format(file=file)


def _is_binary(head: bytes) -> bool:
    """Whether control characters abound. UTF-16 has them by nature."""
    if head.startswith(_UTF16_MARKS):
        return False
    if 3 * head.count(0) > len(head):  # may be UTF-16 without its mark
        head = head.replace(b"\0", b"")
    return len(head.translate(None, _CONTROLS)) < 0.99 * len(head)
