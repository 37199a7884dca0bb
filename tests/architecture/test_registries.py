"""Registries are lists by hand, so here is what notices a forgotten line or a forgotten test."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.sources import ROOT, contracts, dotted, imported, text_of, tree_of

FORMATS = ROOT / "relapp" / "formats"
ENTRIES = ROOT / "relapp" / "domain" / "entries"
INSIGHTS = ROOT / "relapp" / "domain" / "insights"
CANDIDATES = ROOT / "relapp" / "store" / "candidates"
STEPS = ROOT / "relapp" / "store" / "migrations"


def offering(room: Path, kind: str) -> set[str]:
    """The files of a room that make one of this kind for the list: `NAME = Kind(…)` at their top level."""
    return {path.stem for path in room.glob("*.py") if path.stem != "__init__" and makes(tree_of(path), kind)}


def makes(tree: ast.Module, kind: str) -> bool:
    values = [node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return any(isinstance(value, ast.Call) and dotted(value.func) == kind for value in values)


def listed(room: Path, name: str) -> set[str]:
    """The files whose line is in the room's list `name`, by way of `file.SOMETHING` or of a name imported from it."""
    tree = tree_of(room / "__init__.py")
    home = {full.rpartition(".")[2]: full.split(".")[-2] for full in imported(tree) if full.count(".")}
    value = assigned(tree, name)
    assert isinstance(value, ast.Tuple), f"{name} is a tuple, line by line"
    lines = [dotted(element) for element in value.elts]
    return {line.partition(".")[0] if "." in line else home[line] for line in lines}


def assigned(tree: ast.Module, name: str) -> ast.expr | None:
    """What the file's top level gives that name."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, ast.Assign | ast.AnnAssign) and name in [dotted(target) for target in targets if target]:
            return node.value
    return None


def by_key(room: Path, name: str) -> dict[str, str]:
    """The lines of the room's mapping `name`: key and what it names."""
    value = assigned(tree_of(room / "__init__.py"), name)
    assert isinstance(value, ast.Dict), f"{name} is a mapping, line by line"
    return {ast.literal_eval(key): dotted(one) for key, one in zip(value.keys, value.values, strict=True) if key}


def assigns(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.Assign) and [dotted(target) for target in node.targets] == [name]


def untested(names: set[str], tests: Path) -> set[str]:
    """The files with neither a test file of their own nor a word about them in the tests of their room."""
    texts = [text_of(path) for path in tests.rglob("test_*.py")]
    return {name for name in names if not any(re.search(rf"\b{name}\b", text) for text in texts)}


def test_every_format_is_listed_and_tested() -> None:
    assert offering(FORMATS, "Format") == listed(FORMATS, "FORMATS")
    own = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "formats").rglob("test_*.py")}
    assert listed(FORMATS, "FORMATS") - own == set()


def test_every_format_is_under_the_contract() -> None:
    kept = contracts()["formats do not know each other"]["modules"]
    assert set(kept) == {f"relapp.formats.{name}" for name in listed(FORMATS, "FORMATS")}


def test_every_kind_of_entry_is_listed_and_tested() -> None:
    assert offering(ENTRIES, "EntryKind") == listed(ENTRIES, "ENTRY_KINDS")
    assert untested(listed(ENTRIES, "ENTRY_KINDS"), ROOT / "tests" / "domain" / "entries") == set()


def test_every_rule_of_suggestions_is_listed_and_has_a_table_and_candidates() -> None:
    rules = listed(INSIGHTS, "INSIGHTS")
    assert offering(INSIGHTS, "Insight") == rules
    assert {
        path.stem.removeprefix("test_") for path in (ROOT / "tests" / "domain" / "insights").glob("test_*.py")
    } >= rules
    assert set(by_key(CANDIDATES, "CANDIDATES")) == rules


def test_every_rule_is_called_as_its_file_and_its_candidates_alike() -> None:
    for rule in listed(INSIGHTS, "INSIGHTS"):
        (made,) = [node for node in tree_of(INSIGHTS / f"{rule}.py").body if assigns(node, "INSIGHT")]
        assert f"key='{rule}'" in ast.unparse(made)
    functions = by_key(CANDIDATES, "CANDIDATES")
    assert {key: name.rpartition(".")[2] for key, name in functions.items()} == {key: key for key in functions}


def test_every_step_of_the_schema_is_listed_and_tested() -> None:
    steps = {path.stem for path in STEPS.glob("m[0-9]*.py")}
    assert steps == listed(STEPS, "STEPS")
    assert untested(steps, ROOT / "tests" / "store") == set()


def test_steps_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.stem[1:5]) for path in STEPS.glob("m[0-9]*.py"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_step_never_imports_todays_tables() -> None:
    used = {path.stem: imported(tree_of(path)) for path in STEPS.glob("m[0-9]*.py")}
    assert {step: names for step, names in used.items() if any(name.startswith("relapp.") for name in names)} == {}
