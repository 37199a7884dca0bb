"""What a user reads goes through `tr`: no widget is handed a bare sentence."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.sources import calls, dotted, offenders, tree_of

SHOWING = {
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle", "setPlaceholderText"),
    *("setAccessibleName", "setAccessibleDescription", "setInformativeText", "setDetailedText", "setLabelText"),
    *("addAction", "addMenu", "addSection", "addTab", "addItem", "addItems", "addRow", "insertItem", "setItemText"),
    *("setPrefix", "setSuffix", "setHeaderData", "setHorizontalHeaderLabels", "setSpecialValueText", "setHtml"),
    *("showMessage", "information", "warning", "critical", "question", "drawText"),
}
TAG = re.compile(r"<[^>]*>|&\w+;")
WORD = re.compile(r"[^\W\d_]{2,}")
OWN_NAME = "Relapp"


def bare(tree: ast.Module) -> list[str]:
    """Literal texts with words in them that are handed to something that shows them."""
    shown = [call for call in calls(tree) if dotted(call.func).rpartition(".")[2] in SHOWING]
    values = [value for call in shown for value in (*call.args, *(keyword.value for keyword in call.keywords))]
    return [
        text for value in values for text in literals(value) if WORD.search(TAG.sub("", text).replace(OWN_NAME, ""))
    ]


def literals(node: ast.expr) -> list[str]:
    """The text a literal, a formatted literal, a choice or a list of them puts on screen by itself."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))]
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    if isinstance(node, ast.BinOp):
        return literals(node.left) + literals(node.right)
    if isinstance(node, ast.List | ast.Tuple):
        return [text for part in node.elts for text in literals(part)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
        return literals(node.func.value)
    return []


def test_every_text_on_screen_goes_through_tr() -> None:
    assert offenders(lambda path: bare(tree_of(path)), "ui/**/*.py") == {}


@pytest.mark.parametrize(
    "source",
    [
        "QLabel('Last contact', self)",
        "button.setText('Save')",
        "self.setToolTip(f'Call {name}')",
        "label.setText('<b>Nobody</b>')",
        "label.setText('On' if on else 'Off')",
        "label.setText('{n} people'.format(n=3))",
        "menu.addAction(icon, 'Delete')",
        "QAction(text='Undo', parent=self)",
        "header.setHorizontalHeaderLabels(['Name', 'Tier'])",
    ],
)
def test_a_bare_text_is_recognised(source: str) -> None:
    assert bare(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "QLabel(tr('Last contact'), self)",
        "label.setText(tr('{n} people').format(n=3))",
        "label.setText('—')",
        "label.setText(f'<b>{name}</b> · {day}')",
        "window.setWindowTitle(f'{name} · Relapp')",
        "label.setObjectName('lastContact')",
        "label.setText(name)",
    ],
)
def test_a_translated_or_wordless_text_is_fine(source: str) -> None:
    assert bare(ast.parse(source)) == []
