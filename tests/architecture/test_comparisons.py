"""No chained comparison in the store: on a peewee field `0 <= Row.x <= 1` keeps only the upper bound, silently."""

from __future__ import annotations

import ast

from tests.architecture.sources import nodes, offenders, tree_of


def chained(tree: ast.Module) -> list[str]:
    return [ast.unparse(node) for node in nodes(tree) if isinstance(node, ast.Compare) and len(node.ops) > 1]


def test_no_chained_comparison() -> None:
    assert offenders(lambda path: chained(tree_of(path)), "relapp/store/**/*.py") == {}


def test_a_chain_is_recognised() -> None:
    assert chained(ast.parse("rows.where(first <= Row.day <= last)")) == ["first <= Row.day <= last"]
    assert chained(ast.parse("rows.where((first <= Row.day) & (Row.day <= last))")) == []
