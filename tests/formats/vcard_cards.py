"""Cards for properties: whatever the app may hold, in the form in which a reader leaves it."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.people import Address, PersonName, Photo

TRICKY = [
    *(
        "\\",
        "\\n",
        "\\,",
        "\\;",
        ",",
        ";",
        ":",
        '"',
        "=",
        "=\n",
        "^",
        "^n",
        "%",
        "%41",
        " ",
        "\t",
        "\n",
        "\n ",
        "a",
        "ü",
    ),
    *("BEGIN:VCARD", "\nEND:VCARD\n", "ENCODING=QUOTED-PRINTABLE:", "TEL:", "item1.", "data:", "tel", "//", "x-apple:"),
    *("\x85", "\u2028", "\ufeff", "\x0b", "\x1f", "שלום", "👩‍👩‍👧", "日本語" * 30, "x" * 80, "\u202e", "Ω"),
]
PICTURES = [
    Photo("image/jpeg", b"\xff\xd8\xff\xe0" + bytes(range(200))),
    Photo("image/png", b"\x89PNG\r\n\x1a\n"),
    Photo("image/gif", b"GIF89a="),
    Photo("image/webp", b"RIFF\0\0\0\0WEBPVP8 "),
]

anything = st.one_of(
    st.lists(st.sampled_from(TRICKY), max_size=8).map("".join),
    st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=40),
)
words = anything.map(str.strip)
said = words.filter(bool)
one_line = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20).map(str.strip)
labels = st.one_of(
    st.sampled_from(
        ["", "home", "work", "mobile", "work fax", "home fax", "other", "pager", "main", "Home", "fax work"]
    ),
    words.filter(lambda text: not text.startswith("_$!<")),
)
services = st.one_of(st.sampled_from(["jabber", "skype", "whatsapp", "x-own", "", "home"]), labels)


def without_scheme(scheme: str) -> st.SearchStrategy[str]:
    return said.filter(lambda text: not text.lower().startswith(scheme))


def labelled(values: st.SearchStrategy[str], names: st.SearchStrategy[str] = labels) -> st.SearchStrategy[Labelled]:
    return st.builds(Labelled, values, names, st.booleans())


addresses = st.builds(Address, *[words] * 7).filter(lambda address: address != Address())
affiliations = st.builds(Affiliation, words, words, words).filter(lambda one: one != Affiliation())
dates = st.one_of(
    st.dates().filter(lambda day: day.year != 1604).map(PartialDate.of),
    st.builds(PartialDate, st.none(), st.integers(1, 12), st.none() | st.integers(1, 28)),
    st.builds(PartialDate, st.integers(1900, 2100), st.none() | st.integers(1, 12)),
)
names = st.builds(
    PersonName, said, words, words, words, words, words, words, words, one_line.filter(lambda text: '"' not in text)
)
extras = st.builds(
    Extra,
    st.sampled_from(
        [
            "X-OWN",
            "item1.X-ABDATE",
            "Item2.X-ABRELATEDNAMES;TYPE=pref",
            'X-CSV-COLUMN;NAME="a: b; ^n^\'"',
            "GEO",
            "KIND",
        ]
    ),
    anything.map(lambda text: text.replace("\n", "\\n")),
)
cards = st.builds(
    Card,
    name=names,
    uid=words,
    emails=st.lists(labelled(without_scheme("mailto:")), max_size=3).map(tuple),
    phones=st.lists(labelled(without_scheme("tel:")), max_size=3).map(tuple),
    urls=st.lists(labelled(said), max_size=3).map(tuple),
    messengers=st.lists(labelled(said, services), max_size=3).map(tuple),
    addresses=st.lists(st.builds(LabelledAddress, addresses, labels, st.booleans()), max_size=2).map(tuple),
    affiliations=st.lists(affiliations, max_size=3).map(tuple),
    categories=st.lists(said, max_size=4, unique=True).map(tuple),
    birthday=st.none() | dates,
    anniversary=st.none() | dates,
    note=anything.filter(lambda text: not text or bool(text.strip())),
    photo=st.none() | st.sampled_from(PICTURES),
    time_zone=st.sampled_from(["", "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"]),
    language=st.sampled_from(["", "de", "pt-BR"]),
    extras=st.lists(extras, max_size=4).map(tuple),
)


def naughty(corpora: Path) -> list[str]:
    """Strings that broke other programs."""
    return list(json.loads((corpora / "minimaxir__big-list-of-naughty-strings" / "blns.json").read_text("utf-8")))
