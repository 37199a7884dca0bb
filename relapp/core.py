"""The services, wired. Each is made on first use, so that the first paint pays only for what it shows."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relapp.domain.changes import Change
from relapp.ports import Announcer, Autostart, Clock, Notifier
from relapp.services.desk import Desk
from relapp.services.directory import Directory
from relapp.store.upgrade import open_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from relapp.services.brief import Briefs
    from relapp.services.entries import Entries
    from relapp.services.exports import Exports
    from relapp.services.facts import Facts
    from relapp.services.files import Files
    from relapp.services.finding import Finding
    from relapp.services.follow_ups import FollowUps
    from relapp.services.health import Healths
    from relapp.services.history import History
    from relapp.services.hours import BusinessHours
    from relapp.services.ideas import Ideas
    from relapp.services.imports import Imports
    from relapp.services.occasions import Occasions
    from relapp.services.organisations import Organisations
    from relapp.services.people import People
    from relapp.services.phrases import Phrases
    from relapp.services.quick import Quick
    from relapp.services.quiet import GoingQuiet
    from relapp.services.recommendations import Recommendations
    from relapp.services.referrals import Referrals
    from relapp.services.reminders import Reminders
    from relapp.services.sales import Sales
    from relapp.services.sample import Sample
    from relapp.services.satisfaction import Satisfactions
    from relapp.services.settings import Settings
    from relapp.services.standing_marks import StandingMarks
    from relapp.services.today import Today
    from relapp.services.weekly import Weekly
    from relapp.services.win_backs import WinBacks


class Core:
    """Everything a user can do with one open file, from one thread."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.directory = Directory(desk)

    @cached_property
    def people(self) -> People:
        from relapp.services.people import People

        return People(self.desk)

    @cached_property
    def facts(self) -> Facts:
        from relapp.services.facts import Facts

        return Facts(self.desk)

    @cached_property
    def entries(self) -> Entries:
        from relapp.services.entries import Entries

        return Entries(self.desk)

    @cached_property
    def organisations(self) -> Organisations:
        from relapp.services.organisations import Organisations

        return Organisations(self.desk)

    @cached_property
    def history(self) -> History:
        from relapp.services.history import History

        return History(self.desk)

    @cached_property
    def settings(self) -> Settings:
        from relapp.services.settings import Settings

        return Settings(self.desk)

    @cached_property
    def finding(self) -> Finding:
        from relapp.services.finding import Finding

        return Finding(self.desk)

    @cached_property
    def files(self) -> Files:
        from relapp.adapters.memory import give_back
        from relapp.services.files import Files

        return Files(self.desk, give_back)

    @cached_property
    def today(self) -> Today:
        from relapp.services.today import Today

        return Today(self.desk, self.follow_ups, lambda: self.reminders)

    @cached_property
    def quick(self) -> Quick:
        from relapp.services.quick import Quick

        return Quick(self.desk, self.people, self.follow_ups)

    @cached_property
    def imports(self) -> Imports:
        from relapp.services.imports import Imports

        return Imports(self.desk)

    @cached_property
    def exports(self) -> Exports:
        from relapp.services.exports import Exports

        return Exports(self.desk)

    @cached_property
    def sample(self) -> Sample:
        from relapp.adapters.folders import resources
        from relapp.services.sample import Sample

        def read(name: str) -> str:
            return (resources() / "sample" / name).read_text("utf-8")

        return Sample(self.desk, read, lambda country, region: self.hours.holidays_in(country, region))

    @cached_property
    def hours(self) -> BusinessHours:
        from relapp.adapters.holidays import PublicHolidays
        from relapp.adapters.places import Atlas
        from relapp.services.hours import BusinessHours

        return BusinessHours(self.desk, PublicHolidays(), Atlas())

    @cached_property
    def follow_ups(self) -> FollowUps:
        from relapp.services.follow_ups import FollowUps

        return FollowUps(self.desk, lambda: self.hours)

    @cached_property
    def occasions(self) -> Occasions:
        from relapp.services.occasions import Occasions

        return Occasions(self.desk)

    @cached_property
    def sales(self) -> Sales:
        from relapp.services.sales import Sales

        return Sales(self.desk)

    @cached_property
    def satisfaction(self) -> Satisfactions:
        from relapp.services.satisfaction import Satisfactions

        return Satisfactions(self.desk)

    @cached_property
    def ideas(self) -> Ideas:
        from relapp.services.ideas import Ideas

        return Ideas(self.desk)

    @cached_property
    def recommendations(self) -> Recommendations:
        from relapp.services.recommendations import Recommendations

        return Recommendations(self.desk)

    @cached_property
    def referrals(self) -> Referrals:
        from relapp.services.referrals import Referrals

        return Referrals(self.desk)

    @cached_property
    def standing_marks(self) -> StandingMarks:
        from relapp.services.standing_marks import StandingMarks

        return StandingMarks(self.desk)

    @cached_property
    def win_backs(self) -> WinBacks:
        from relapp.services.win_backs import WinBacks

        return WinBacks(self.desk)

    @cached_property
    def health(self) -> Healths:
        from relapp.services.health import Healths

        return Healths(self.desk)

    @cached_property
    def quiet(self) -> GoingQuiet:
        from relapp.services.quiet import GoingQuiet

        return GoingQuiet(self.desk)

    @cached_property
    def reminders(self) -> Reminders:
        from relapp.services.reminders import Reminders

        return Reminders(self.desk, lambda: self.follow_ups, lambda: self.occasions)

    @cached_property
    def autostart(self) -> Autostart:
        """Whether the system starts the app with this file at login."""
        from relapp.adapters.autostart import autostart_for

        return autostart_for(self.files.path)

    @cached_property
    def notifier(self) -> Notifier | None:
        """Notifications of the desktop; None on systems whose can't be acted upon."""
        if not sys.platform.startswith("linux"):
            return None
        from relapp.adapters.desktop_notifications import DesktopNotifications

        return DesktopNotifications()

    @cached_property
    def announcer(self) -> Announcer | None:
        """What says something on the other systems."""
        if sys.platform.startswith("linux"):
            return None
        from relapp.adapters.plyer_notifications import PlyerNotifications

        return PlyerNotifications()

    @cached_property
    def phrases(self) -> Phrases:
        from relapp.adapters.folders import resources
        from relapp.services.phrases import Phrases

        def read(name: str) -> str:
            return (resources() / "phrases" / name).read_text("utf-8")

        return Phrases(self.desk, self.people, lambda: self.hours, read)

    @cached_property
    def briefs(self) -> Briefs:
        from relapp.services.brief import Briefs

        return Briefs(self.desk, self.people, self.follow_ups)

    @cached_property
    def weekly(self) -> Weekly:
        from relapp.services.weekly import Weekly

        return Weekly(self.desk, lambda: self.phrases, lambda: self.follow_ups)

    def close(self) -> None:
        """Closes the file."""
        self.desk.db.close()


def _nobody(change: Change) -> None:
    """Where nobody shows anything, nobody is told."""


def build(path: Path, clock: Clock, publish: Callable[[Change], None] = _nobody, key: bytes | None = None) -> Core:
    """Opens the file (made when missing, plain when `key` is None) and wires the services. Raises KnownError."""
    return Core(Desk(open_file(path, key), clock, publish))
