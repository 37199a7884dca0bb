"""Files stay small, say what they hold, and have names that mean something."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.sources import EVERYTHING, ROOT, offenders, python_files, short, text_of, tree_of

LONGEST = 400
CLASS = re.compile(r"^\s*class (\w+)", re.MULTILINE)
EMPTY_NAME = re.compile(r"(^|_)(utils?|helpers?|managers?)(_|$)|(Util|Utils|Helper|Helpers|Manager)$")


def test_a_file_has_one_subject() -> None:
    assert offenders(lambda path: max(0, len(text_of(path).splitlines()) - LONGEST), *EVERYTHING) == {}


def test_a_file_says_what_it_holds() -> None:
    assert offenders(lambda path: not says_what_it_holds(tree_of(path)), *EVERYTHING) == {}


def test_names_say_what_a_thing_is() -> None:
    assert offenders(empty_names_in, *EVERYTHING) == {}


def test_every_room_is_a_package() -> None:
    rooms = {path.parent for path in python_files("relapp/**/*.py", "ui/**/*.py")}
    assert [short(room) for room in sorted(rooms) if not (room / "__init__.py").exists()] == []


def says_what_it_holds(tree: ast.Module) -> bool:
    """Whether the file opens with a sentence: three words or more."""
    return len((ast.get_docstring(tree) or "").split("\n")[0].split()) >= 3


def empty_names_in(path: Path) -> list[str]:
    """The empty names among the file's own, its folders' and its classes'."""
    return empty_names([*path.relative_to(ROOT).with_suffix("").parts, *CLASS.findall(text_of(path))])


def empty_names(names: list[str]) -> list[str]:
    return [name for name in names if EMPTY_NAME.search(name)]


def test_a_missing_sentence_is_recognised() -> None:
    assert not says_what_it_holds(ast.parse("import os"))
    assert not says_what_it_holds(ast.parse('"""People."""'))
    assert says_what_it_holds(ast.parse('"""People as the app knows them."""'))


def test_empty_names_are_recognised() -> None:
    names = ["utils", "string_helpers", "WindowManager", "manager", "people", "HelpPage", "managed_window"]
    assert empty_names(names) == ["utils", "string_helpers", "WindowManager", "manager"]
