"""How people stand to each other. Each relation is one thing seen from two sides; who they are is not known here."""

from __future__ import annotations

from enum import StrEnum

from relapp.domain.words import tr


class RelationKind(StrEnum):
    """What the other one is to this person."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    ASSISTANT = "assistant"
    ASSISTANT_OF = "assistant_of"
    INTRODUCED_BY = "introduced_by"
    INTRODUCED = "introduced"
    COLLEAGUE = "colleague"
    FRIEND = "friend"
    MENTOR = "mentor"
    MENTEE = "mentee"
    OTHER = "other"


_PAIRS = (
    (RelationKind.CHILD, RelationKind.PARENT),
    (RelationKind.ASSISTANT, RelationKind.ASSISTANT_OF),
    (RelationKind.INTRODUCED_BY, RelationKind.INTRODUCED),
    (RelationKind.MENTOR, RelationKind.MENTEE),
)
_INVERSE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def relation(kind: str) -> RelationKind:
    """The kind stored as `kind`; a word of another version of the app is taken as "other"."""
    try:
        return RelationKind(kind)
    except ValueError:
        return RelationKind.OTHER


def inverse(kind: str) -> RelationKind:
    """The same relation from the other side: Ida is Tom's child, so Tom is Ida's parent."""
    known = relation(kind)
    return _INVERSE.get(known, known)


def label(kind: str) -> str:
    """The word before the other's name on this person's page: "Assistant of", then the name."""
    return {
        RelationKind.PARTNER: tr("Partner"),
        RelationKind.CHILD: tr("Child"),
        RelationKind.PARENT: tr("Parent"),
        RelationKind.SIBLING: tr("Sibling"),
        RelationKind.ASSISTANT: tr("Assistant"),
        RelationKind.ASSISTANT_OF: tr("Assistant of"),
        RelationKind.INTRODUCED_BY: tr("Introduced by"),
        RelationKind.INTRODUCED: tr("Introduced"),
        RelationKind.COLLEAGUE: tr("Colleague"),
        RelationKind.FRIEND: tr("Friend"),
        RelationKind.MENTOR: tr("Mentor"),
        RelationKind.MENTEE: tr("Mentee"),
        RelationKind.OTHER: tr("Knows"),
    }[relation(kind)]
