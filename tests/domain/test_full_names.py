"""A full name, taken apart: what plain rules get right, and that nothing is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.full_names import split_full
from relapp.domain.people import PersonName


@pytest.mark.parametrize(
    ("full", "prefix", "given_name", "middle", "family", "suffix"),
    [
        ("Tom Keller", "", "Tom", "", "Keller", ""),
        ("Adam", "", "Adam", "", "", ""),
        ("Keller, Tom", "", "Tom", "", "Keller", ""),
        ("von Stein, Dr. Charlotte Anna", "Dr.", "Charlotte", "Anna", "von Stein", ""),
        ("Mr Anthony R Von Fange III", "Mr", "Anthony", "R", "Von Fange", "III"),
        ("Edward Senior III", "", "Edward", "", "Senior", "III"),
        ("Edward Dale Senior II", "", "Edward", "Dale", "Senior", "II"),
        ("Dale Edward Jones Senior", "", "Dale", "Edward", "Jones", "Senior"),
        ("Dale Edward Senior II, PhD", "", "Dale", "Edward", "Senior", "II, PhD"),
        ("Jason Senior", "", "Jason", "", "Senior", ""),
        ("Prof. Ron Brown MD", "Prof.", "Ron", "", "Brown", "MD"),
        ("The Rev. Mark Williams", "The Rev.", "Mark", "", "Williams", ""),
        ("Rev Al Sharpton", "Rev", "Al", "", "Sharpton", ""),
        ("Dr. h. c. Anna Berg", "Dr. h. c.", "Anna", "", "Berg", ""),
        ("Herr Schmidt", "Herr", "", "", "Schmidt", ""),
        ("Fr. Charlotte von Stein", "Fr.", "Charlotte", "", "von Stein", ""),
        ("Hr. Juergen von der Lippe", "Hr.", "Juergen", "", "von der Lippe", ""),
        ("van Dyck", "", "", "", "van Dyck", ""),
        ("Van Morrison", "", "Van", "", "Morrison", ""),
        ("ben smith", "", "ben", "", "smith", ""),
        ("Ludwig van Beethoven", "", "Ludwig", "", "van Beethoven", ""),
        ("Maria da Silva Santos", "", "Maria", "", "da Silva Santos", ""),
        ("J. B. Hunt", "", "J.", "B.", "Hunt", ""),
        ("山田 太郎", "", "太郎", "", "山田", ""),
        ("김 철수", "", "철수", "", "김", ""),
        ("山田太郎", "", "", "", "", ""),
        ("", "", "", "", "", ""),
        (" , ", "", "", "", "", ""),
    ],
)
def test_parts_of_a_name(full: str, prefix: str, given_name: str, middle: str, family: str, suffix: str) -> None:
    name = split_full(full)
    assert (name.prefix, name.given, name.middle, name.family, name.suffix) == (
        prefix,
        given_name,
        middle,
        family,
        suffix,
    )


def test_a_nickname_in_brackets_or_quotes_is_told_apart() -> None:
    assert split_full("Jimmy (Bubba) Smith") == PersonName(
        full="Jimmy (Bubba) Smith", given="Jimmy", family="Smith", nickname="Bubba"
    )
    assert split_full("Elizabeth “Lilibet” Windsor").nickname == "Lilibet"
    assert split_full("(Bubba)").nickname == ""


def test_what_is_shown_stays_as_typed() -> None:
    assert split_full("  Keller,   Dr. Tom ").full == "Keller, Dr. Tom"


def test_every_name_of_the_corpora_has_a_person_in_it(corpora: Path) -> None:
    files = [
        "joshfraser__PHP-Name-Parser/_derived/names.txt",
        "theiconic__name-parser/_derived/names_de.txt",
    ]
    names = [line for file in files for line in (corpora / file).read_text("utf-8").splitlines()]
    assert len(names) > 45
    for full in names:
        name = split_full(full)
        assert name.given or name.family
        assert "Williams" not in full or name.family == "Williams"


_words = st.sampled_from(
    ["Tom", "Dr.", "von", "de", "Keller", "III", "PhD", "Senior", "(Bo)", "“", ")", ",", "山田", "太郎", "The", "h."]
)


@given(st.one_of(st.text(), st.lists(_words).map(" ".join)))
def test_no_word_is_lost_or_invented(full: str) -> None:
    name = split_full(full)
    assert name.full == " ".join(full.split())
    parts = " ".join((name.prefix, name.given, name.middle, name.family, name.suffix, name.nickname))
    letters = sorted(sign for sign in name.full if sign.isalnum())
    found = sorted(sign for sign in parts if sign.isalnum())
    assert found == letters or not (name.given or name.family)
