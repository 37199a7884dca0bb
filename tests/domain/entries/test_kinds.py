"""The kinds of entries: all listed, told apart by their words, and what each does to the cadence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from relapp.domain import entries
from relapp.domain.entries import ENTRY_KINDS, kind_by_word, kind_of
from relapp.domain.entries.kind import Direction, Effect, EntryKind, Outcome
from relapp.domain.people import Channel

ROOM = Path(entries.__file__).parent
KEYS = [kind.key for kind in ENTRY_KINDS]


def test_each_file_of_the_room_is_listed() -> None:
    files = {path.stem for path in ROOM.glob("*.py")} - {"__init__", "kind"}
    assert files == set(KEYS)
    assert len(KEYS) == len(set(KEYS))


def test_each_channel_has_its_kind() -> None:
    assert {kind.channel for kind in ENTRY_KINDS} == {
        *Channel,
        None,
    }
    for kind in ENTRY_KINDS:
        assert kind.channel is None or kind.key == kind.channel.value


def test_kinds_do_not_know_each_other() -> None:
    for path in ROOM.glob("*.py"):
        if path.stem in ("__init__", "kind"):
            continue
        imported = {
            node.module for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
        }
        assert {name for name in imported if name and name.startswith("relapp.domain.entries")} == {
            "relapp.domain.entries.kind"
        }


def test_no_word_means_two_kinds() -> None:
    words = [word for kind in ENTRY_KINDS for word in kind.words]
    assert len(words) == len(set(words))
    for word in words:
        assert word == " ".join(word.lower().split())
        assert len(word.split()) <= 2


@pytest.mark.parametrize("kind", ENTRY_KINDS, ids=KEYS)
def test_each_kind_is_found_by_its_key_and_its_words(kind: EntryKind) -> None:
    assert kind_of(kind.key) is kind
    assert kind.key in kind.words
    for word in kind.words:
        assert kind_by_word(word) is kind
        assert kind_by_word(f" {word.upper()} ") is kind


@pytest.mark.parametrize("word", ["", "tom", "recall", "calls", "phone  me"])
def test_another_word_is_no_kind(word: str) -> None:
    assert kind_by_word(word) is None


def test_an_unknown_key_is_a_bug() -> None:
    with pytest.raises(KeyError):
        kind_of("telegram")


@pytest.mark.parametrize(
    ("key", "direction", "outcome", "title"),
    [
        ("call", Direction.OUT, Outcome.SPOKE, "Call with Tom"),
        ("call", Direction.OUT, None, "Call with Tom"),
        ("call", Direction.OUT, Outcome.NO_ANSWER, "Call to Tom"),
        ("call", Direction.OUT, Outcome.LEFT_MESSAGE, "Call to Tom"),
        ("call", Direction.IN, Outcome.SPOKE, "Call from Tom"),
        ("video", Direction.OUT, Outcome.SPOKE, "Video call with Tom"),
        ("video", Direction.OUT, Outcome.NO_ANSWER, "Video call to Tom"),
        ("email", Direction.OUT, None, "E-mail to Tom"),
        ("email", Direction.IN, None, "E-mail from Tom"),
        ("message", Direction.OUT, None, "Message to Tom"),
        ("message", Direction.IN, None, "Message from Tom"),
        ("meeting", Direction.NONE, None, "Meeting with Tom"),
        ("lunch", Direction.NONE, None, "Lunch with Tom"),
        ("visit", Direction.OUT, None, "Visit to Tom"),
        ("visit", Direction.IN, None, "Visit from Tom"),
        ("letter", Direction.OUT, None, "Letter to Tom"),
        ("letter", Direction.IN, None, "Letter from Tom"),
        ("gift", Direction.OUT, None, "Gift for Tom"),
        ("gift", Direction.IN, None, "Gift from Tom"),
        ("social", Direction.OUT, None, "Social media, to Tom"),
        ("note", Direction.NONE, None, "Note"),
    ],
)
def test_titles_say_who_turned_to_whom(key: str, direction: Direction, outcome: Outcome | None, title: str) -> None:
    assert kind_of(key).title(direction, "Tom", outcome) == title


def test_a_name_with_braces_is_shown_as_it_is() -> None:
    for kind in ENTRY_KINDS:
        assert "{0} {x}" in kind.title(kind.direction, "{0} {x}") or kind.key == "note"


@pytest.mark.parametrize(
    ("key", "direction", "outcome", "effect"),
    [
        ("call", Direction.OUT, Outcome.SPOKE, Effect.CONTACT),
        ("call", Direction.OUT, Outcome.LEFT_MESSAGE, Effect.ATTEMPT),
        ("call", Direction.OUT, Outcome.NO_ANSWER, Effect.ATTEMPT),
        ("call", Direction.IN, Outcome.SPOKE, Effect.CONTACT),
        ("call", Direction.IN, Outcome.NO_ANSWER, Effect.NONE),
        ("video", Direction.OUT, None, Effect.CONTACT),
        ("video", Direction.OUT, Outcome.NO_ANSWER, Effect.ATTEMPT),
        ("email", Direction.OUT, None, Effect.ATTEMPT),
        ("email", Direction.IN, None, Effect.CONTACT),
        ("message", Direction.OUT, None, Effect.ATTEMPT),
        ("message", Direction.IN, None, Effect.CONTACT),
        ("meeting", Direction.NONE, None, Effect.CONTACT),
        ("lunch", Direction.NONE, None, Effect.CONTACT),
        ("visit", Direction.OUT, None, Effect.CONTACT),
        ("letter", Direction.OUT, None, Effect.NONE),
        ("letter", Direction.IN, None, Effect.CONTACT),
        ("gift", Direction.OUT, None, Effect.NONE),
        ("social", Direction.OUT, None, Effect.NONE),
        ("note", Direction.NONE, None, Effect.NONE),
        ("note", Direction.IN, None, Effect.NONE),
    ],
)
def test_only_what_went_both_ways_is_contact(
    key: str, direction: Direction, outcome: Outcome | None, effect: Effect
) -> None:
    assert kind_of(key).effect(direction, outcome) is effect


def test_the_users_own_tick_wins() -> None:
    assert kind_of("note").effect(Direction.NONE, None, said=True) is Effect.CONTACT
    assert kind_of("lunch").effect(Direction.NONE, None, said=False) is Effect.NONE
    assert kind_of("call").effect(Direction.OUT, Outcome.SPOKE, said=False) is Effect.ATTEMPT
