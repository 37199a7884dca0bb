"""What a source says and what is kept, united: filled, never overwritten, nothing lost, and only once."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.merging import Difference, field_label, merge
from relapp.domain.people import Address, PersonName, Photo

TOM = PersonName(full="Tom Keller")


def test_an_empty_field_is_filled() -> None:
    merged = merge(Card(TOM), Card(TOM, birthday=PartialDate(1978, 6, 4), note="likes trails", uid="u1"))
    assert merged.card == Card(TOM, birthday=PartialDate(1978, 6, 4), note="likes trails", uid="u1")
    assert merged.filled == ("uid", "birthday", "note")
    assert merged.differing == ()


def test_a_differing_field_stays_and_is_told() -> None:
    kept, found = Card(TOM, note="likes trails", time_zone="Europe/Oslo"), Card(TOM, note="runs", uid="u2")
    merged = merge(replace(kept, uid="u1"), found)
    assert merged.card == replace(kept, uid="u1")
    assert merged.filled == ()
    assert merged.differing == (Difference("note", "likes trails", "runs"),)


def test_what_the_user_takes_is_replaced() -> None:
    merged = merge(Card(TOM, note="old", language="de"), Card(TOM, note="new", language="no"), frozenset({"note"}))
    assert (merged.card.note, merged.card.language) == ("new", "de")
    assert merged.filled == ("note",)
    assert merged.differing == (Difference("language", "de", "no"),)


def test_blanks_alone_are_no_difference() -> None:
    assert merge(Card(TOM, note="a  b\n"), Card(TOM, note="a b")).differing == ()


def test_a_date_better_known_completes_the_kept_one() -> None:
    yearless, whole = PartialDate(None, 6, 4), PartialDate(1978, 6, 4)
    assert merge(Card(TOM, birthday=yearless), Card(TOM, birthday=whole)).card.birthday == whole
    merged = merge(Card(TOM, birthday=whole), Card(TOM, birthday=yearless))
    assert (merged.filled, merged.differing) == ((), ())
    other = merge(Card(TOM, birthday=whole), Card(TOM, birthday=PartialDate(1978, 6, 5)))
    assert other.differing == (Difference("birthday", "1978-06-04", "1978-06-05"),)


def test_another_name_is_told_and_its_parts_are_not_mixed_in() -> None:
    kept, found = PersonName(full="Tom Keller"), PersonName(full="Thomas K.", given="Thomas", nickname="Tommy")
    merged = merge(Card(kept), Card(found))
    assert merged.card.name == PersonName(full="Tom Keller", nickname="Tommy")
    assert merged.differing == (Difference("name", "Tom Keller", "Thomas K."),)
    taken = merge(Card(kept), Card(found), frozenset({"name"}))
    assert taken.card.name == found
    assert taken.filled == ("name", "nickname")


def test_parts_of_the_same_name_are_filled_unless_one_contradicts() -> None:
    split = PersonName(full="Tom Keller", given="Tom", family="Keller")
    assert merge(Card(TOM), Card(split)).card.name == split
    assert merge(Card(TOM), Card(PersonName(given="Tom", family="Keller"))).card.name == split
    unsplit = PersonName(full="tom keller", given="Tom Keller")
    merged = merge(Card(unsplit), Card(split))
    assert merged.card.name == unsplit
    assert merged.differing == (Difference("given", "Tom Keller", "Tom"),)
    assert merge(Card(unsplit), Card(split), frozenset({"given"})).card.name == replace(split, full="tom keller")


def test_who_has_no_name_gets_it() -> None:
    assert merge(Card(), Card(TOM)).card.name == TOM
    assert merge(Card(TOM), Card()) == merge(Card(TOM), Card(TOM))


def test_lists_are_united_without_doubles() -> None:
    kept = Card(
        TOM,
        emails=(Labelled("Tom@x.example", "work"),),
        phones=(Labelled("+47 22 12 34 56"),),
        urls=(Labelled("https://Keller.example/A"),),
        categories=("Clients",),
        addresses=(LabelledAddress(Address(street="Storgata 1", city="Oslo")),),
    )
    found = Card(
        TOM,
        emails=(Labelled("tom@X.example", "home"), Labelled("tk@x.example")),
        phones=(Labelled("0047 22123456", "mobile"), Labelled("")),
        urls=(Labelled("HTTPS://keller.example/A/"), Labelled("https://keller.example/a")),
        categories=("clients", "oslo"),
        addresses=(LabelledAddress(Address(street="storgata 1", city="OSLO"), "work"),),
    )
    card = merge(kept, found).card
    assert card.emails == (Labelled("Tom@x.example", "work"), Labelled("tk@x.example"))
    assert card.phones == (Labelled("+47 22 12 34 56", "mobile"),)
    assert card.urls == (Labelled("https://Keller.example/A"), Labelled("https://keller.example/a"))
    assert card.categories == ("Clients", "oslo")
    assert card.addresses == (LabelledAddress(Address(street="Storgata 1", city="Oslo"), "work"),)


def test_a_position_that_says_more_completes_one_that_says_less() -> None:
    bare, full, other = Affiliation("Keller Werk"), Affiliation("keller werk", "COO"), Affiliation("Northgate", "CFO")
    assert merge(Card(TOM, affiliations=(bare,)), Card(TOM, affiliations=(full, other))).card.affiliations == (
        full,
        other,
    )
    assert merge(Card(TOM, affiliations=(full,)), Card(TOM, affiliations=(bare,))).filled == ()


def test_a_picture_is_told_in_words() -> None:
    small, big = Photo("image/png", b"x"), Photo("image/jpeg", b"x" * 12_345)
    assert merge(Card(TOM, photo=small), Card(TOM, photo=big)).differing == (
        Difference("photo", "picture, 1 kB", "picture, 12 kB"),
    )


_word = st.sampled_from(["", "Tom", "tom ", "Keller", "A B", "Ä"])
_labelled = st.builds(Labelled, st.sampled_from(["", "a@x", "A@x", "+47 1", "00471", "http://x/", "http://x"]), _word)
_list = st.lists(_labelled, max_size=3).map(tuple)
_dates = st.sampled_from([None, PartialDate(1978), PartialDate(None, 6, 4), PartialDate(1978, 6, 4)])
_cards = st.builds(
    Card,
    name=st.builds(PersonName, _word, _word, _word, _word, _word, _word, _word, _word, _word),
    uid=_word,
    emails=_list,
    phones=_list,
    urls=_list,
    messengers=_list,
    addresses=st.lists(st.builds(LabelledAddress, st.builds(Address, _word, _word), _word), max_size=2).map(tuple),
    affiliations=st.lists(st.builds(Affiliation, _word, _word, _word), max_size=3).map(tuple),
    categories=st.lists(_word, max_size=3).map(tuple),
    birthday=_dates,
    anniversary=_dates,
    note=_word,
    photo=st.sampled_from([None, Photo("image/png", b"1"), Photo("image/png", b"2")]),
    time_zone=_word,
    language=_word,
    extras=st.lists(st.builds(Extra, _word, _word), max_size=2).map(tuple),
    line=st.integers(0, 9),
)


@given(_cards, _cards)
def test_the_same_again_fills_nothing(kept: Card, found: Card) -> None:
    first = merge(kept, found)
    again = merge(first.card, found)
    assert again.filled == ()
    assert again.card == first.card
    assert again.differing == first.differing


@given(_cards, _cards)
def test_nothing_kept_is_lost_or_changed_without_being_named(kept: Card, found: Card) -> None:
    merged = merge(kept, found)
    assert (merged.card == kept) is (merged.filled == ())
    for field in fields(Card):
        before, after = getattr(kept, field.name), getattr(merged.card, field.name)
        if isinstance(before, tuple):
            assert len(after) >= len(before)
        elif before != after and field.name != "name":
            assert field.name in merged.filled
            assert not before or isinstance(before, PartialDate) or not before.strip()


@given(_cards)
def test_a_card_has_nothing_to_tell_itself(card: Card) -> None:
    assert merge(card, card).differing == ()


@given(_cards, _cards)
def test_taking_all_that_differs_leaves_no_difference(kept: Card, found: Card) -> None:
    take = frozenset(difference.field for difference in merge(kept, found).differing)
    assert merge(kept, found, take).differing == ()


@given(_cards, _cards)
def test_each_field_has_a_name_for_the_screen(kept: Card, found: Card) -> None:
    merged = merge(kept, found)
    for field in (*merged.filled, *(difference.field for difference in merged.differing)):
        assert field_label(field)


def test_an_unknown_field_is_a_bug() -> None:
    with pytest.raises(KeyError):
        field_label("shoe size")
