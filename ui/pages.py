"""The pages of the side bar, listed by hand: a new page is one new room and one new line here.

Each is imported and made when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from relapp.domain.words import tr
from ui.shell import Shell


class Page(NamedTuple):
    """A page: `key` names it, `shortcut` opens it, `make` imports its room and builds it."""

    key: str
    icon: str
    title: Callable[[], str]
    shortcut: str
    make: Callable[[Shell], QWidget]
    at_foot: bool = False


def _today(shell: Shell) -> QWidget:
    from ui.today.page import TodayPage

    return TodayPage(shell)


def _people(shell: Shell) -> QWidget:
    from ui.people.page import PeoplePage

    return PeoplePage(shell)


def _organisations(shell: Shell) -> QWidget:
    from ui.organisations.page import OrganisationsPage

    return OrganisationsPage(shell)


def _follow_ups(shell: Shell) -> QWidget:
    from ui.follow_ups.page import FollowUpsPage

    return FollowUpsPage(shell)


def _boundaries(shell: Shell) -> QWidget:
    from ui.boundaries.page import BoundariesPage

    return BoundariesPage(shell)


def _weekly(shell: Shell) -> QWidget:
    from ui.weekly.page import WeeklyPage

    return WeeklyPage(shell)


def _history(shell: Shell) -> QWidget:
    from ui.history.page import HistoryPage

    return HistoryPage(shell)


def _settings(shell: Shell) -> QWidget:
    from ui.settings.page import SettingsPage

    return SettingsPage(shell)


PAGES: tuple[Page, ...] = (
    Page("today", "sun-horizon", lambda: tr("Today"), "Ctrl+1", _today),
    Page("people", "users", lambda: tr("People"), "Ctrl+2", _people),
    Page("organisations", "buildings", lambda: tr("Organisations"), "Ctrl+3", _organisations),
    Page("follow_ups", "bell", lambda: tr("Follow-ups"), "Ctrl+4", _follow_ups),
    Page("boundaries", "moon", lambda: tr("Boundaries"), "Ctrl+5", _boundaries),
    Page("weekly", "timer", lambda: tr("Weekly session"), "Ctrl+6", _weekly),
    Page("history", "clock-counter-clockwise", lambda: tr("History"), "Ctrl+7", _history),
    Page("settings", "gear-six", lambda: tr("Settings"), "Ctrl+,", _settings, at_foot=True),
)
