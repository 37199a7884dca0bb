"""The table of commands: every key means one thing, and typed words find what they mean."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from ui.commands import COMMANDS, command, commands_for
from ui.icons import icon
from ui.pages import PAGES
from ui.shortcuts_dialog import sheets


def test_every_key_means_one_thing() -> None:
    keys = [QKeySequence(text).toString() for one in COMMANDS for text in one.keys]
    keys += [QKeySequence(page.shortcut).toString() for page in PAGES]
    assert all(keys)
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_command_has_its_own_name_and_an_icon(qapp: object) -> None:
    assert len({one.key for one in COMMANDS}) == len(COMMANDS)
    assert len({one.title() for one in COMMANDS}) == len(COMMANDS)
    assert not any(icon(one.icon).isNull() for one in COMMANDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("export notes", "export"),
        ("dark mode", "dark"),
        ("DARK", "dark"),
        ("backup", "save_copy"),
        ("undo", "undo"),
        ("import vcard", "import"),
        ("add pers", "add_person"),
        ("demo", "sample"),
    ],
)
def test_words_find_their_command(typed: str, meant: str) -> None:
    assert command(meant) in commands_for(typed)


@pytest.mark.parametrize("typed", ["", "  ", "tom keller", "xport"])
def test_other_words_find_none(typed: str) -> None:
    assert commands_for(typed) == []


def test_the_overview_holds_every_key() -> None:
    shown = {keys for sheet in sheets() for keys, _ in sheet.lines}
    assert {keys for one in COMMANDS for keys in one.keys} <= shown
    assert {page.shortcut for page in PAGES} <= shown
