"""The pages behind the side bar: each is made when it is first shown, and kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages import PAGES
from ui.shell import Shell


class PageStack(QStackedWidget):
    """Shows pages of `ui.pages.PAGES`, and `others`, by their keys."""

    def __init__(self, shell: Shell, others: dict[str, Callable[[Shell], QWidget]]) -> None:
        super().__init__()
        self._shell = shell
        self._makers = {page.key: page.make for page in PAGES} | others
        self._made: dict[str, QWidget] = {}

    def page(self, key: str) -> QWidget:
        """The page itself, made when needed. Raises KeyError for a key that no page has."""
        if key not in self._made:
            made = self._makers[key](self._shell)
            self._made[key] = made
            self.addWidget(made)
        return self._made[key]

    def show_page(self, key: str) -> QWidget:
        """Brings the page to the front and returns it."""
        made = self.page(key)
        self.setCurrentWidget(made)
        return made

    def made(self, key: str) -> bool:
        """Whether the page was opened already."""
        return key in self._made
