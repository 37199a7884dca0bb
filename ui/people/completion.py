"""Completion for fields: offers what is known while one types, and takes whatever else is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def complete(field: QLineEdit, words: Iterable[str]) -> QCompleter:
    """Offers those of `words` that hold what is typed, case aside. The words may be replaced in the model later."""
    completer = QCompleter(field)
    completer.setModel(QStringListModel(list(words), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(8)
    field.setCompleter(completer)
    return completer
