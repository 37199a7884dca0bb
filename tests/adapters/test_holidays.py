"""Public holidays of real countries, whatever language the machine speaks."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.adapters.holidays import PublicHolidays
from relapp.domain.errors import Refused

BOOK = PublicHolidays()


def test_countries_and_their_regions() -> None:
    regions = BOOK.regions()
    assert "BE" in regions["DE"]
    assert {"US", "GB", "NO"} <= regions.keys()
    assert BOOK.edition()


@pytest.mark.parametrize(
    ("country", "region", "meant"),
    [
        ("DE", None, ("DE", None)),
        (" de ", "be", ("DE", "BE")),
        ("DEU", "Berlin", ("DE", "BE")),
        ("us", "CA", ("US", "CA")),
    ],
)
def test_a_place_by_code_or_name(country: str, region: str | None, meant: tuple[str, str | None]) -> None:
    assert BOOK.place(country, region) == meant


@pytest.mark.parametrize(("country", "region"), [("XX", None), ("", None), ("DE", "ZZ"), ("Germany?", "BE")])
def test_a_place_that_is_not_known(country: str, region: str | None) -> None:
    with pytest.raises(Refused):
        BOOK.place(country, region)


def test_days_have_an_english_name_and_their_own() -> None:
    days = BOOK.days("DE", None, [2026])
    assert (date(2026, 4, 3), "Good Friday", "Karfreitag") in days
    assert (date(2026, 4, 6), "Easter Monday", "Ostermontag") in days
    assert days == sorted(days)
    assert not any(name == "Women's Day" for _, name, _ in days)
    assert date(2026, 3, 8) in [day for day, _, _ in BOOK.days("DE", "BE", [2026])]


def test_every_country_can_be_asked() -> None:
    for country in BOOK.regions():
        for day, name, own in BOOK.days(country, None, [2026]):
            assert day.year == 2026
            assert name.strip() and own.strip()
