"""Which names are zones, and which zone is meant."""

from __future__ import annotations

import pytest

from relapp.domain.zones import find, is_known


@pytest.mark.parametrize(
    "name", ["", "+01:00", "Europe", "../etc/passwd", "/etc/localtime", "Europe/Berlin\0", "W. Europe"]
)
def test_what_is_no_zone(name: str) -> None:
    assert not is_known(name)
    assert find(name) is None


@pytest.mark.parametrize("name", ["localtime", "Localtime", "posixrules", "Factory"])
def test_what_differs_from_machine_to_machine_is_no_zone_to_keep(name: str) -> None:
    assert find(name) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("utc", "UTC"),
    ],
)
def test_the_zone_that_is_meant(text: str, name: str) -> None:
    assert find(text) == name
    assert is_known(name)
