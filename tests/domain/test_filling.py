"""Filling phrases in: fields, parts that go, what is missing; braces never get through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.filling import BLANK, FIELDS, fields_of, fill, needed, unknown
from relapp.domain.templates import Template, TemplateKind

VALUES = {"given_name": "Tom", "opener": "How was the trip to Norway?", "price": ""}


def filled(text: str, subject: str = "") -> tuple[str, str, tuple[str, ...]]:
    done = fill(Template("One", TemplateKind.THANK, text, subject), VALUES)
    return done.text, done.subject, done.missing


@pytest.mark.parametrize(
    ("text", "expected", "missing"),
    [
        ("Dear {given_name},", "Dear Tom,", ()),
        ("It was {price}.", f"It was {BLANK}.", ("price",)),
        ("{price} and {price}", f"{BLANK} and {BLANK}", ("price",)),
        ("Hello[ {opener}] there", "Hello How was the trip to Norway? there", ()),
        ("Hello[, it was {price}] there", "Hello there", ()),
        ("Hello[ {given_name} {price}]", "Hello", ()),
        ("A list [1] and {braces of mine", "A list [1] and {braces of mine", ()),
        ("Dear Tom,\n\n[{price}\n\n]Regards", "Dear Tom,\n\nRegards", ()),
        ("Dear Tom,\n\n[{opener}\n\n]Regards", "Dear Tom,\n\nHow was the trip to Norway?\n\nRegards", ()),
    ],
)
def test_a_text_filled_in(text: str, expected: str, missing: tuple[str, ...]) -> None:
    assert filled(text) == (expected, "", missing)


def test_a_subject_is_one_line() -> None:
    assert filled("Hello", "For\n{given_name}") == ("Hello", "For Tom", ())


def test_fields_that_there_are_not_are_told() -> None:
    assert fields_of("{given_name} {hat} {given_name}") == ("given_name", "hat")
    assert unknown("{given_name} {hat}") == ("hat",)


@pytest.mark.parametrize("typed", ["Given_name", "given name", " given_name ", "name2", "VORNAME", "größe"])
def test_what_was_meant_to_be_a_field_is_told_too(typed: str) -> None:
    assert unknown(f"Dear {{{typed}}}, a set {{}} {{; {{given_name}}") == (typed,)


@given(st.lists(st.sampled_from([*(f"{{{name}}}" for name in FIELDS), "[", "]", "text ", "\n"])).map("".join))
def test_no_field_ever_gets_through_in_braces(text: str) -> None:
    done = fill(Template("One", TemplateKind.THANK, text, text), VALUES)
    assert "{" not in done.text + done.subject
    assert set(done.missing) <= set(FIELDS) - {"given_name", "opener"}
    assert (BLANK in done.text + done.subject) == bool(done.missing)


def test_what_stands_in_a_part_that_may_go_is_not_needed() -> None:
    assert needed("Dear {given_name}[ of {organisation}], {opener} [not a part]") == ("given_name", "opener")
