"""The menu behind “⋯”, and the menu bar of macOS: both are made of the table of commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.commands import COMMANDS, Command, Group
from ui.icons import icon
from ui.pages import PAGES

if TYPE_CHECKING:
    from ui.commands import Commanded

_HIDDEN = {"menu"}


def build_menu(window: Commanded, parent: QWidget) -> QMenu:
    """All commands, in groups. Their keys are shown, not claimed: `claim_keys` does that."""
    menu = QMenu(parent)
    for number, group in enumerate(_groups()):
        if number:
            menu.addSeparator()
        _fill(menu, group, window)
    return menu


def build_menu_bar(window: Commanded, parent: QWidget) -> QMenuBar:
    """The bar at the top of the screen, for systems that have one."""
    bar = QMenuBar(parent)
    for group in _groups():
        _fill(bar.addMenu(group.title()), group, window)
    return bar


def claim_keys(window: Commanded, parent: QWidget) -> list[QKeySequence]:
    """Makes the shortcuts of all commands work in the window; returns all but those a text field has first."""
    for one in COMMANDS:
        for keys in one.keys:
            QShortcut(QKeySequence(keys), parent, _doing(one, window))
    passed_on = [keys for one in COMMANDS if one.key not in ("undo", "redo") for keys in one.keys]
    return [QKeySequence(keys) for keys in (*passed_on, *(page.shortcut for page in PAGES))]


def _groups() -> list[Group]:
    return list(dict.fromkeys(one.group for one in COMMANDS))


def _fill(menu: QMenu, group: Group, window: Commanded) -> None:
    for one in COMMANDS:
        if one.group is group and one.key not in _HIDDEN:
            keys = QKeySequence(one.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if one.keys else ""
            action = QAction(icon(one.icon), f"{one.title()}\t{keys}" if keys else one.title(), menu)
            if one.key == "quit":
                action.setMenuRole(QAction.MenuRole.QuitRole)
            action.triggered.connect(_doing(one, window))
            menu.addAction(action)


def _doing(one: Command, window: Commanded) -> Callable[[], object]:
    return lambda: one.act(window)
