"""The field above the list: type to narrow it by name, open its menu to narrow and sort it by everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from relapp.core import Core
from relapp.domain.directory import PeopleFilter, Scope, Sort
from relapp.domain.tiers import Stage, Tier
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.filter_words import filter_words, scope_word, sort_word, stage_word
from ui.widgets.buttons import Button, Weight
from ui.widgets.line_field import IconLineEdit

SILENCES = (30, 60, 90, 180, 365)
KEY = "people.filter"


class FilterBar(QWidget):
    """`changed` tells a new filter; all but the typed text is remembered from one start to the next."""

    changed = Signal()

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self.wanted = _remembered(core.settings.remembered(KEY))
        self.field = IconLineEdit("magnifying-glass", tr("Filter people"), self)
        self.button = Button("", "funnel-simple", Weight.QUIET, self, name=tr("Narrow and sort the list"))
        self._menu = QMenu(self)
        self._build_layout()
        self.field.textChanged.connect(self._on_text_changed)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self._menu)
        self._show_words()

    def _build_layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(self.field, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.field)

    def narrow(self, wanted: PeopleFilter) -> None:
        """Shows this filter from now on."""
        self.wanted = wanted
        if self.field.text() != wanted.text:
            self.field.blockSignals(True)
            self.field.setText(wanted.text)
            self.field.blockSignals(False)
        self._core.settings.remember(KEY, _to_remember(wanted))
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        words = filter_words(self.wanted, self._organisation_name)
        self.field.setPlaceholderText(words)
        self.field.setToolTip(tr("Type to narrow the list by name. Now: {words}").format(words=words))

    def _organisation_name(self, organisation: int) -> str:
        return next((line.name for line in self._core.organisations.lines() if line.id == organisation), "")

    def _on_text_changed(self, text: str) -> None:
        self.narrow(replace(self.wanted, text=text))

    # --- the menu, made anew each time it opens

    def _fill_menu(self) -> None:
        menu, now = self._menu, self.wanted
        menu.clear()
        self._one_of(menu, [(sort_word(sort), sort) for sort in Sort], "sort", now.sort)
        menu.addSeparator()
        tiers = menu.addMenu(tr("Tier"))
        self._several_of(tiers, [(tier.value, tier) for tier in Tier], "tiers", now.tiers)
        stages = menu.addMenu(tr("Life cycle"))
        self._several_of(stages, [(stage_word(stage).capitalize(), stage) for stage in Stage], "stages", now.stages)
        places = [(line.name, line.id) for line in self._core.organisations.lines() if line.people]
        self._one_of(menu.addMenu(tr("Organisation")), [(tr("Any"), 0), *places], "organisation", now.organisation)
        tags = [(name, name) for name in self._core.people.tags()]
        self._one_of(menu.addMenu(tr("Tag")), [(tr("Any"), ""), *tags], "tag", now.tag)
        silences = [(tr("{days} days").format(days=days), days) for days in SILENCES]
        self._one_of(
            menu.addMenu(tr("No contact for")), [(tr("Any time"), 0), *silences], "silent_days", now.silent_days
        )
        menu.addSeparator()
        self._one_of(menu, [(scope_word(scope), scope) for scope in Scope], "scope", now.scope)
        menu.addSeparator()
        clear = menu.addAction(tr("Clear the filter"), lambda: self.narrow(PeopleFilter()))
        clear.setEnabled(now != PeopleFilter())

    def _one_of(self, menu: QMenu, choices: Iterable[tuple[str, Any]], field: str, now: object) -> None:
        group = QActionGroup(menu)
        for text, value in choices:
            action = self._choice(menu, text, value == now, partial(self._set, field, value))
            group.addAction(action)

    def _several_of(self, menu: QMenu, choices: Iterable[tuple[str, Any]], field: str, now: frozenset[Any]) -> None:
        for text, value in choices:
            self._choice(menu, text, value in now, partial(self._set, field, now ^ {value}))

    def _choice(self, menu: QMenu, text: str, on: bool, act: Callable[[], None]) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: act())
        return action

    def _set(self, field: str, value: Any) -> None:
        self.narrow(replace(self.wanted, **{field: value}))


def _to_remember(wanted: PeopleFilter) -> dict[str, object]:
    return {
        "tiers": sorted(wanted.tiers),
        "stages": sorted(wanted.stages),
        "organisation": wanted.organisation,
        "tag": wanted.tag,
        "silent_days": wanted.silent_days,
        "sort": wanted.sort,
    }


def _remembered(kept: dict[str, Any] | None) -> PeopleFilter:
    """The filter of the last time; the whole list when it can't be understood any more."""
    if not kept:
        return PeopleFilter()
    try:
        return PeopleFilter(
            tiers=frozenset(map(Tier, kept["tiers"])),
            stages=frozenset(map(Stage, kept["stages"])),
            organisation=int(kept["organisation"]),
            tag=str(kept["tag"]),
            silent_days=int(kept["silent_days"]),
            sort=Sort(kept["sort"]),
        )
    except (KeyError, ValueError, TypeError):
        return PeopleFilter()
