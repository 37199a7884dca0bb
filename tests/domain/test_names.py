"""Names shown, sorted, abbreviated, folded, and a slip forgiven: in any script."""

from __future__ import annotations

import json
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.names import display, fold, initials, slip_keys, sort_key, stand_in, within_one_slip
from relapp.domain.people import PersonName


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tom KELLER", "tom keller"),
        ("Jürgen Weiß", "jurgen weiss"),
        ("WEISS", "weiss"),
        ("Ødegård", "odegard"),
        ("Łukasz", "lukasz"),
        ("Æsa Œuvre", "aesa oeuvre"),
        ("Đặng", "dang"),
        ("Þór", "thor"),
        ("İstanbul ısı", "istanbul isi"),
        ("O’Brien", "o'brien"),
        ("Anna‑Lena", "anna-lena"),
        ("ＴＯＭ", "tom"),
        ("ﬁn", "fin"),
        ("Ёлка", "елка"),
        ("Ελένη ΟΔΥΣΣΕΥΣ", "ελενη οδυσσευσ"),
        ("مُحَمَّد", "محمد"),
        ("が", "が"),
        ("김철수", "김철수"),
        ("soft\u00adhyphen", "softhyphen"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_folding_is_idempotent_for_every_letter_there_is() -> None:
    for point in range(sys.maxunicode + 1):
        once = fold(chr(point))
        assert fold(once) == once


@given(st.text())
def test_folding_is_total_and_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_upper_case_and_lower_case_fold_alike(text: str) -> None:
    if text.isascii():
        assert fold(text.upper()) == fold(text.lower())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (PersonName(full=" Tom  Keller "), "Tom Keller"),
        (PersonName(prefix="Dr.", given="Tom", family="Keller", suffix="III"), "Dr. Tom Keller III"),
        (PersonName(given="太郎", family="山田"), "山田太郎"),
        (PersonName(nickname="Bo"), "Bo"),
        (PersonName(), ""),
    ],
)
def test_what_is_shown_of_a_name(name: PersonName, shown: str) -> None:
    assert display(name) == shown


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (PersonName(full="Tom Keller", given="Tom", family="Keller"), "keller  tom"),
        (PersonName(full="Tom Keller"), "tom keller"),
        (PersonName(full="Ödön von Horváth", given="Ödön", family="von Horváth"), "von horvath  odon"),
        (PersonName(full="Tom Keller", family="Keller", sort="Zeller"), "zeller"),
        (PersonName(full="'t Hooft", family="'t Hooft"), "t hooft"),
        (PersonName(given="Cher"), "cher"),
        (PersonName(full="山田太郎"), "山田太郎"),
        (PersonName(full="🦊"), "🦊"),
        (PersonName(), ""),
    ],
)
def test_sort_key(name: PersonName, key: str) -> None:
    assert sort_key(name) == key


def test_people_stand_in_the_order_of_family_then_given_name() -> None:
    in_order = [
        PersonName(given="Wu", family="Li"),
        PersonName(given="Anna", family="Li Berg"),
        PersonName(given="Anna", family="Li-Berg"),
        PersonName(given="Émile", family="Lind"),
        PersonName(given="Zoe", family="Lind"),
        PersonName(given="Åse", family="Ödegård"),
        PersonName(given="Bo", family="Ødegaard", sort="Zed"),
    ]
    keys = [sort_key(name) for name in in_order]
    assert all(before < after for before, after in pairwise(keys))


@pytest.mark.parametrize(
    ("full", "letters"),
    [
        ("Tom Keller", "TK"),
        ("tom", "T"),
        ("Dr. Anna Lena Berg", "AB"),
        ("Juergen von der Lippe", "JL"),
        ("Jimmy (Bubba) Smith Jr.", "JS"),
        ("Keller, Tom", "TK"),
        ("Élan Vital", "ÉV"),
        ("e\u0301lan vital", "E\u0301V"),
        ("O’Brien", "O"),
        ("山田太郎", "太郎"),
        ("山田 太郎", "山太"),
        ("김철수", "철수"),
        ("さくら", "さ"),
        ("محمد علي", "مع"),
        ("Наталья Ёлкина", "НЁ"),
        ("anna@example.com", "A"),
        ("+47 22 12 34 56", "45"),
        ("👩🏽\u200d💻", "👩🏽\u200d💻"),
        ("🇳🇴", "🇳🇴"),
        ("…", "…"),
        ("", "?"),
        ("  ", "?"),
    ],
)
def test_initials(full: str, letters: str) -> None:
    assert initials(full) == letters


@given(st.text())
def test_there_are_always_initials_and_few(full: str) -> None:
    letters = initials(full)
    assert letters
    if any(sign.isalpha() for sign in letters):
        assert sum(not unicodedata.category(sign).startswith("M") for sign in letters) <= 2


def test_naughty_strings_are_names_too(corpora: Path) -> None:
    strings = json.loads((corpora / "minimaxir__big-list-of-naughty-strings/blns.json").read_text("utf-8"))
    assert len(strings) > 500
    for text in strings:
        name = PersonName(full=text)
        assert initials(text)
        assert fold(sort_key(name)) == sort_key(name)
        assert stand_in(display(name), None, None, None)


def test_who_has_no_name_is_called_by_what_there_is() -> None:
    assert stand_in("Tom", "Acme", "t@x.example", "1") == "Tom"
    assert stand_in(" ", "Acme", "t@x.example", "1") == "Acme"
    assert stand_in("", "", "t@x.example", "1") == "t@x.example"
    assert stand_in(None, None, None, "+47 22") == "+47 22"
    assert stand_in("", None, "", "") == "No name"


@pytest.mark.parametrize(
    ("a", "b", "forgiven"),
    [
        ("keller", "keller", True),
        ("keller", "kellr", True),
        ("keller", "kelller", True),
        ("keller", "kelter", True),
        ("keller", "kelelr", True),
        ("keller", "ekller", True),
        ("keller", "kelle", True),
        ("keller", "kell", False),
        ("keller", "lekler", False),
        ("abcd", "badc", False),
        ("", "a", True),
        ("", "", True),
        ("ab", "", False),
    ],
)
def test_one_slip_is_forgiven_two_are_not(a: str, b: str, forgiven: bool) -> None:
    assert within_one_slip(a, b) is forgiven
    assert within_one_slip(b, a) is forgiven


def _distance(a: str, b: str) -> int:
    """Damerau and Levenshtein's, by the book, neighbours swapped once (optimal string alignment)."""
    rows = [[i + j for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            wrong = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, wrong)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


_few = st.text(alphabet="abc", max_size=7)


@given(_few, _few)
def test_one_slip_is_a_distance_of_one(a: str, b: str) -> None:
    assert within_one_slip(a, b) is (_distance(a, b) <= 1)


@given(_few, _few)
def test_words_within_one_slip_share_a_key(a: str, b: str) -> None:
    if min(len(a), len(b)) >= 4 and within_one_slip(a, b):
        assert slip_keys(a) & slip_keys(b)


def test_short_words_must_be_spelt_right() -> None:
    assert slip_keys("tom") == {"tom"}
    assert slip_keys("anna") == {"anna", "nna", "ana", "ann"}
