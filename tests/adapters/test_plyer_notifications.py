"""What is said by plyer is made safe for it, and whatever it raises reaches nobody."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.adapters.plyer_notifications import PlyerNotifications, safe


class Plyer:
    """Writes down what it is given."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []

    def __call__(self, **words: Any) -> None:
        self.said.append(words)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("--version", "version"),
        ("- t", "t"),
        ("Call\nTom\x00", "Call Tom"),
        ("<b>Tom</b> & 'Ida'", "‹b›Tom‹/b› + ’Ida’"),
        ("\u202eTom", "Tom"),
    ],
)
def test_what_plyer_would_take_for_something_else_is_changed(text: str, made: str) -> None:
    assert safe(text, 60) == made


@given(st.text(), st.integers(2, 300))
def test_any_text_is_within_the_limit_and_no_option(text: str, longest: int) -> None:
    made = safe(text, longest)
    assert len(made.encode("utf-16-le", "surrogatepass")) <= 2 * longest
    assert not made.startswith("-")
    assert not set("<>&'\n\x00") & set(made)


@pytest.mark.parametrize(("system", "title", "body"), [("win32", 63, 255), ("darwin", 60, 250), ("plan9", 60, 250)])
def test_it_is_cut_to_what_the_system_takes(system: str, title: int, body: int) -> None:
    plyer = Plyer()
    PlyerNotifications(plyer, system).announce("T" * 999, "B" * 999)
    assert (len(plyer.said[0]["title"]), len(plyer.said[0]["message"])) == (title, body)


def test_that_it_fails_is_nobodys_trouble() -> None:
    def raising(**words: object) -> None:
        raise NotImplementedError("No usable implementation found!")

    PlyerNotifications(raising).announce("Call Tom", "The roof")
