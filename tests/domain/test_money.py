"""Money as it is typed and shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.errors import Refused
from relapp.domain.money import MOST, Money, money_words, read_money


@pytest.mark.parametrize(
    ("typed", "meant", "shown"),
    [
        ("9600", Money(960000, "EUR"), "€ 9,600"),
        ("9,600.00", Money(960000, "EUR"), "€ 9,600"),
        ("€ 9.600", Money(960000, "EUR"), "€ 9,600"),
        ("9600 eur", Money(960000, "EUR"), "€ 9,600"),
        ("9,5", Money(950, "EUR"), "€ 9.50"),
        ("1.234.567,89 €", Money(123456789, "EUR"), "€ 1,234,567.89"),
        ("CHF 9’600.–", Money(960000, "CHF"), "CHF 9,600"),
        ("1 234.05$", Money(123405, "USD"), "$ 1,234.05"),
        ("¥9,600", Money(9600, "JPY"), "¥ 9,600"),
        ("9,600.00 JPY", Money(9600, "JPY"), "¥ 9,600"),
        ("9.600 KWD", Money(9600, "KWD"), "KWD 9.600"),
        ("9,600 KWD", Money(9600000, "KWD"), "KWD 9,600"),
        ("0", Money(0, "EUR"), "€ 0"),
    ],
)
def test_what_is_typed_is_understood_and_shown(typed: str, meant: Money, shown: str) -> None:
    assert read_money(typed, "EUR") == meant
    assert money_words(*meant) == shown


@pytest.mark.parametrize(
    "typed",
    [
        *("", "a lot", "-5", "−5", "1,2,3", "12.5.6", "9600.123", "0.005", "1,234.567.8", "1'234,567", "9.5 JPY"),
        *("€ 5 EUR", "5 ABCD", "5 äöü", "٣", "9" * 30),
    ],
)
def test_what_could_be_misread_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_money(typed, "EUR")


@given(st.integers(0, MOST), st.sampled_from(["EUR", "USD", "GBP", "CHF", "JPY", "KWD", "XAF", "SEK"]))
def test_what_is_shown_can_be_typed_again(amount: int, currency: str) -> None:
    assert read_money(money_words(amount, currency), "PLN") == (amount, currency)


@given(st.text("0123456789.,' €", max_size=12), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_any_typing_is_refused_or_means_one_amount(typed: str, currency: str) -> None:
    try:
        meant = read_money(typed, currency)
    except Refused:
        return
    assert 0 <= meant.amount <= MOST
    assert read_money(money_words(*meant), "PLN") == meant
