"""The project's own source, read as text and as syntax trees, for the rules in this folder."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("*.py", "relapp/**/*.py", "ui/**/*.py")
EVERYTHING = (*PROGRAM, "tests/**/*.py", "packaging/**/*.py")


def python_files(*places: str) -> list[Path]:
    """All files that these patterns find in the project, in a fixed order; finding none is a mistake in the pattern."""
    found = [path for place in places for path in sorted(ROOT.glob(place))]
    assert found, places
    return found


def short(path: Path) -> str:
    """The path as one would type it in the project's folder."""
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path), short(path))


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """The tree and all below it, gathered once for all rules."""
    return tuple(ast.walk(tree))


def dotted(node: ast.AST) -> str:
    """`a.b.c` for a chain of names, else an empty string; calls in between are shown as `()`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return f"{dotted(node.func)}()"
    return ""


def offenders(find: Callable[[Path], Found], *places: str) -> dict[str, Found]:
    """What `find` finds, by file; files in which it finds nothing are left out, so a kept rule gives {}."""
    found = {short(path): find(path) for path in python_files(*places)}
    return {name: what for name, what in found.items() if what}


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call in the tree."""
    return (node for node in nodes(tree) if isinstance(node, ast.Call))


def imported(tree: ast.AST) -> set[str]:
    """Every module and name that is imported, dotted."""
    names: set[str] = set()
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def contracts() -> dict[str, dict[str, list[str]]]:
    """The contracts of pyproject.toml by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["name"]: contract for contract in project["tool"]["importlinter"]["contracts"]}
