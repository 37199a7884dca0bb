"""The same person or not: own UID, source UID, name plus one e-mail or phone; a name alone when there is no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.cards import Affiliation, Card, Labelled
from relapp.domain.matching import Identity, identity_of, name_key, phone_key, same
from relapp.domain.people import PersonName


def identity(name: str = "", mail: str = "", phone: str = "", uid: str = "") -> Identity:
    def some(value: str) -> frozenset[str]:
        return frozenset(value.split())

    return Identity(some(uid), name, some(mail), some(phone))


@pytest.mark.parametrize(
    ("a", "b", "joined", "why"),
    [
        (identity("tom", uid="1"), identity("thomas", uid="1"), True, "the UID agrees"),
        (identity("tom", uid="own src1"), identity("thomas", uid="src1"), True, "a source's UID agrees"),
        (identity("tom", "t@x"), identity("tom", "t@x u@x"), True, "name and one e-mail agree"),
        (identity("tom", "t@x", uid="1"), identity("tom", "t@x", uid="2"), True, "so they do with other UIDs"),
        (identity("tom", phone="+47"), identity("tom", phone="+47 +48"), True, "name and one phone agree"),
        (identity("tom", "t@x"), identity("tom", "u@x"), False, "the name agrees, the e-mails differ"),
        (identity("tom", "t@x"), identity("tom"), False, "a name alone, and one side has more"),
        (identity("tom"), identity("tom", phone="+47"), False, "a name alone, and one side has more"),
        (identity("tom"), identity("tom"), True, "neither has more than the name"),
        (identity("tom", uid="own"), identity("tom"), True, "a table of names has no UIDs"),
        (identity("tom", uid="1"), identity("tom", uid="2"), False, "two of one name, told apart by UID"),
        (identity("tom", phone="+47"), identity("ida", phone="+47"), False, "a phone alone never joins"),
        (identity("", phone="+47"), identity("", phone="+47"), False, "nor where there are no names"),
        (identity("tom", "info@x"), identity("ida", "info@x"), False, "nor does a shared e-mail"),
        (identity(), identity(), False, "nothing is known of either"),
    ],
)
def test_who_is_the_same(a: Identity, b: Identity, joined: bool, why: str) -> None:
    assert same(a, b) is joined, why
    assert same(b, a) is joined, why


_sets = st.frozensets(st.sampled_from("abc"), max_size=2)
_identities = st.builds(Identity, _sets, st.sampled_from(["", "tom", "ida"]), _sets, _sets)


@given(_identities, _identities)
def test_sameness_goes_both_ways(a: Identity, b: Identity) -> None:
    assert same(a, b) == same(b, a)


@given(_identities)
def test_who_has_a_name_or_a_uid_is_the_same_as_himself(a: Identity) -> None:
    assert same(a, a) is bool(a.uids or a.name)


@given(_identities, _identities)
def test_without_uid_or_name_nobody_is_joined(a: Identity, b: Identity) -> None:
    if not a.uids & b.uids and a.name != b.name:
        assert not same(a, b)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("+47 22 12 34 56", "+4722123456"),
        ("0047 22123456", "+4722123456"),
        ("(0047) 22 12 34 56", "+4722123456"),
        ("+47 (0)22 12 34 56", "+4722123456"),
        ("(+47) 22-12-34-56", "+4722123456"),
        ("tel:+47-22-12-34-56", "+4722123456"),
        ("＋４７ 22123456", "+4722123456"),
        ("+٤٧ ٢٢١٢٣٤٥٦", "+4722123456"),
        ("22 12 34 56", "22123456"),
        ("030 / 1234567", "0301234567"),
        ("(0)30 1234567", "0301234567"),
        ("+1 (555) 010-1234 ext. 7", "+15550101234x7"),
        ("+1 555 010 1234 x7", "+15550101234x7"),
        ("tel:+1-555-010-1234;ext=7", "+15550101234x7"),
        ("1-800-FLOWERS", "18003569377"),
        ("1-800-MATRIX", "1800628749"),
        ("X0", "90"),
        ("²²", "22"),
        ("ask Ida", "ask ida"),
        ("+", "+"),
        ("", ""),
    ],
)
def test_one_number_has_one_key(raw: str, key: str) -> None:
    assert phone_key(raw) == key


@given(st.text())
def test_every_text_has_a_phone_key_and_it_is_stable(raw: str) -> None:
    key = phone_key(raw)
    assert phone_key(f" {raw} ") == key
    if any("0" <= sign <= "9" for sign in key) and key.isascii() and key.strip("+x0123456789") == "":
        assert phone_key(key) == key or key.startswith(("00", "+00"))


def test_identity_of_a_card() -> None:
    card = Card(
        PersonName(full="Tom  KELLER"),
        uid="urn:uuid:1",
        emails=(Labelled(" Tom@Keller-Werk.example "), Labelled("")),
        phones=(Labelled("0047 22123456"),),
    )
    assert identity_of(card) == Identity(
        frozenset({"urn:uuid:1"}), "tom keller", frozenset({"tom@keller-werk.example"}), frozenset({"+4722123456"})
    )


def test_a_card_without_a_name_goes_by_what_stands_in() -> None:
    mails = (Labelled("info@acme.example"),)
    assert identity_of(Card(affiliations=(Affiliation("Acme"),), emails=mails)).name == "acme"
    assert identity_of(Card(emails=mails)).name == "info@acme. example"
    assert same(identity_of(Card(emails=mails)), identity_of(Card(emails=mails)))
    assert identity_of(Card()).name == ""
    assert not same(identity_of(Card()), identity_of(Card()))


def test_full_stops_and_blanks_do_not_make_another_name() -> None:
    assert name_key("J.B. Hunt") == name_key("j. b.  hunt")
