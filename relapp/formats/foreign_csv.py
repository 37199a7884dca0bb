"""CSV of other programs, told by its columns, so that a refusal can say what to do instead. Reads none of it."""

from __future__ import annotations

from relapp.formats.csv_rows import names, plain

_PROGRAMS = (
    ("LinkedIn", {"first name", "last name", "connected on"}),
    ("LinkedIn", {"conversation id", "sender profile url"}),
    ("Thunderbird", {"display name", "primary email"}),
    ("Thunderbird", {"display name", "screen name", "work phone"}),
    ("Outlook", {"first name", "last name", "e-mail address"}),
    ("Outlook", {"first name", "business phone", "mobile phone"}),
    ("Outlook", {"name", "e-mail address", "mobile phone"}),
    ("Outlook", {"vorname", "nachname", "e-mail-adresse"}),
)
_FIRST_LINES = 10  # LinkedIn explains itself before the header


def program(head: bytes) -> str:
    """The program that wrote it; empty when unknown."""
    for line in plain(head).splitlines()[:_FIRST_LINES]:
        header = names(line.encode("ascii"))
        for name, columns in _PROGRAMS:
            if columns <= header:
                return name
    return ""
