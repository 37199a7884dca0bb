"""Relations, seen from both sides."""

from __future__ import annotations

import pytest

from relapp.domain.relations import RelationKind, inverse, label


@pytest.mark.parametrize(
    ("kind", "other"),
    [
        (RelationKind.PARTNER, RelationKind.PARTNER),
        (RelationKind.CHILD, RelationKind.PARENT),
        (RelationKind.SIBLING, RelationKind.SIBLING),
        (RelationKind.ASSISTANT, RelationKind.ASSISTANT_OF),
        (RelationKind.INTRODUCED_BY, RelationKind.INTRODUCED),
        (RelationKind.MENTOR, RelationKind.MENTEE),
        (RelationKind.OTHER, RelationKind.OTHER),
    ],
)
def test_the_other_side(kind: RelationKind, other: RelationKind) -> None:
    assert inverse(kind) is other
    assert inverse(other) is kind


@pytest.mark.parametrize("kind", RelationKind)
def test_the_other_side_of_the_other_side_is_this_side(kind: RelationKind) -> None:
    assert inverse(inverse(kind)) is kind


def test_each_kind_has_a_label_of_its_own() -> None:
    labels = [label(kind) for kind in RelationKind]
    assert len(set(labels)) == len(labels)
    assert label(RelationKind.ASSISTANT_OF) == "Assistant of"


def test_a_stored_word_will_do_and_an_unknown_one_is_other() -> None:
    assert inverse("child") is RelationKind.PARENT
    assert label("child") == "Child"
    assert inverse("godparent") is RelationKind.OTHER
    assert label("godparent") == label(RelationKind.OTHER)
