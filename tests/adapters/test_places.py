"""Zones of countries and phone numbers."""

from __future__ import annotations

import pytest

from relapp.adapters.places import Atlas

ATLAS = Atlas()


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("NO", ("Europe/Oslo", True)),
        ("no", ("Europe/Oslo", True)),
        ("Norway", ("Europe/Oslo", True)),
        (" norge ", ("Europe/Oslo", True)),
        ("United Kingdom", ("Europe/London", True)),
        ("Deutschland", ("Europe/Berlin", False)),
        ("USA", ("America/New_York", False)),
        ("New Zealand", ("Pacific/Auckland", False)),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_the_zone_of_a_country(country: str, zone: tuple[str, bool] | None) -> None:
    assert ATLAS.zone_of_country(country) == zone


@pytest.mark.parametrize(
    ("number", "zone"),
    [
        ("+47 22123456", "Europe/Oslo"),
        ("0047 22 12 34 56", "Europe/Oslo"),
        ("+1 (212) 555-1234", "America/New_York"),
        ("+1 800 555 1234", None),
        ("030 1234567", None),
        ("+", None),
        ("+999 12", None),
        ("extension 12", None),
        ("", None),
    ],
)
def test_the_zone_of_a_number(number: str, zone: str | None) -> None:
    assert ATLAS.zone_of_phone(number) == zone
