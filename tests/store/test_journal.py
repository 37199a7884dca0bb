"""The journal against a plain model: whatever is done, undone and done again, the file is what it then was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from relapp.core import Core
from relapp.domain.errors import CannotUndo, KnownError
from relapp.domain.facts import Fact, Section
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Tier
from relapp.domain.timeline import NewEntry
from relapp.store import journal
from relapp.store.triggers import JOURNALLED, columns
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock


def everything(core: Core) -> dict[str, list[Any]]:
    """All rows of what the user said."""
    db = core.desk.db
    return {table: sorted(db.rows(f"SELECT * FROM {table}"), key=lambda row: row[0]) for table in JOURNALLED}


class Undoing(RuleBasedStateMachine):
    """Random work on a small file, with Ctrl+Z and Ctrl+Shift+Z between."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.core = on_blank(Path(self._folder.name) / "mine.db", StandingClock())
        self.undone: list[dict[str, list[Any]]] = []
        self.done: list[dict[str, list[Any]]] = [everything(self.core)]

    def teardown(self) -> None:
        self.core.close()
        self._folder.cleanup()

    def people(self) -> list[int]:
        return [row[0] for row in self.core.desk.db.rows("SELECT id FROM person ORDER BY id")]

    def act(self, work: Callable[[], object]) -> None:
        before = everything(self.core)
        work()
        after = everything(self.core)
        if after != before:
            self.done.append(after)
            self.undone.clear()

    @rule(
        name=st.sampled_from(["Tom Keller", "Ana Castéll", "Żaneta", "李小龍"]), at=st.sampled_from(["", "Keller Werk"])
    )
    def add_person(self, name: str, at: str) -> None:
        self.act(lambda: self.core.people.add(name, organisation=at))

    @precondition(lambda self: self.people())
    @rule(which=st.integers(0, 9), tier=st.sampled_from([None, *Tier]))
    def set_tier(self, which: int, tier: Tier | None) -> None:
        found = self.people()
        self.act(lambda: self.core.people.set_tier([found[which % len(found)]], tier))

    @precondition(lambda self: self.people())
    @rule(which=st.integers(0, 9), text=st.text(max_size=20), days=st.integers(0, 400))
    def log(self, which: int, text: str, days: int) -> None:
        found = self.people()
        with_whom = tuple({found[which % len(found)], found[0]})
        entry = NewEntry("call", NOW - timedelta(days=days), with_whom, text.replace("\0", ""))
        self.act(lambda: self.core.entries.log(entry))

    @precondition(lambda self: self.people())
    @rule(which=st.integers(0, 9), tag=st.sampled_from(["golf", "vip"]))
    def tag(self, which: int, tag: str) -> None:
        found = self.people()
        self.act(lambda: self.core.people.tag(found[: which + 1], tag))

    @precondition(lambda self: self.people())
    @rule(which=st.integers(0, 9))
    def fact(self, which: int) -> None:
        found = self.people()
        self.act(lambda: self.core.facts.add(Fact(0, found[which % len(found)], Section.FAMILY, "Pets", "Bruno")))

    def follow_ups(self) -> list[int]:
        return [row[0] for row in self.core.desk.db.rows("SELECT id FROM follow_up WHERE state = 'open' ORDER BY id")]

    @precondition(lambda self: self.people())
    @rule(
        which=st.integers(0, 9),
        days=st.integers(-40, 40),
        all_day=st.booleans(),
        repeat=st.sampled_from(["", "after 30 days", "FREQ=WEEKLY;BYDAY=MO"]),
    )
    def plan(self, which: int, days: int, all_day: bool, repeat: str) -> None:
        found = self.people()
        at = NOW + timedelta(days=days)
        new = NewFollowUp(found[which % len(found)], "Call", at.date() if all_day else at, repeat=repeat)
        self.act(lambda: self.core.follow_ups.add(new))

    @precondition(lambda self: self.follow_ups())
    @rule(which=st.integers(0, 9), what=st.sampled_from(["done", "skip", "snooze", "move", "delete"]))
    def close_or_move(self, which: int, what: str) -> None:
        found, services = self.follow_ups(), self.core.follow_ups
        id_ = found[which % len(found)]
        later = NOW + timedelta(days=which + 1)
        acts: dict[str, Callable[[], object]] = {
            "done": lambda: services.done(id_),
            "skip": lambda: services.skip([id_]),
            "snooze": lambda: services.snooze(id_, later),
            "move": lambda: services.move(id_, later.date()),
            "delete": lambda: services.delete([id_]),
        }
        self.act(acts[what])

    @precondition(lambda self: self.people())
    @rule(which=st.integers(0, 9))
    def delete_for_good(self, which: int) -> None:
        found = self.people()
        self.act(lambda: self.core.people.delete_for_good([found[which % len(found)]]))

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self) -> None:
        self.core.history.undo()
        self.undone.append(self.done.pop())
        assert everything(self.core) == self.done[-1]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.core.history.redo()
        self.done.append(self.undone.pop())
        assert everything(self.core) == self.done[-1]

    @rule(which=st.integers(0, 20))
    def undo_any(self, which: int) -> None:
        """Undoing something older either says why not, and changes nothing, or can itself be taken back at once."""
        standing = [one.id for one in self.core.history.list() if one.standing]
        if not standing:
            return
        before = everything(self.core)
        change = standing[which % len(standing)]
        try:
            self.core.history.undo(change)
        except CannotUndo:
            assert everything(self.core) == before
        else:
            self.core.history.redo(change)
            assert everything(self.core) == before

    @invariant()
    def the_file_is_sound(self) -> None:
        assert self.core.files.check() == []


Undoing.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestUndoing = Undoing.TestCase


def test_a_change_that_touches_nothing_leaves_no_trace(core: Core, tom: int) -> None:
    before = len(core.history.list())
    core.people.set_tier([tom], None)
    assert len(core.history.list()) == before


def test_only_the_latest_200_changes_are_kept(core: Core, tom: int) -> None:
    for days in range(1, journal.KEPT + 5):
        core.people.set_cadence([tom], days)
    assert len(core.history.list()) == journal.KEPT
    assert core.desk.db.value("SELECT count(DISTINCT change_id) FROM change_row") == journal.KEPT


def test_an_older_change_is_undone_when_nothing_later_touched_its_rows(core: Core, tom: int, ana: int) -> None:
    core.people.set_tier([tom], Tier.A)
    core.people.set_tier([ana], Tier.B)
    tiered = core.history.list()[1]
    core.history.undo(tiered.id)
    assert core.people.get(tom).tier is None
    assert core.people.get(ana).tier is Tier.B


def test_an_older_change_names_what_stands_in_its_way(core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    core.people.set_tier([tom], Tier.B)
    older = core.history.list()[1]
    with pytest.raises(CannotUndo, match="Tom Keller: tier B"):
        core.history.undo(older.id)
    assert core.history.blocked_by(older.id) == "Tom Keller: tier B"


def test_adding_a_person_is_not_undone_under_a_later_entry(core: Core, tom: int) -> None:
    core.entries.log(NewEntry("note", NOW, (tom,), "seen"))
    added = core.history.list()[1]
    with pytest.raises(CannotUndo, match="something added later"):
        core.history.undo(added.id)
    assert core.people.name(tom) == "Tom Keller"


def test_redo_ends_where_something_new_was_done(core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    core.history.undo()
    core.people.set_tier([tom], Tier.C)
    with pytest.raises(KnownError, match="nothing to do again"):
        core.history.redo()


def test_every_row_of_what_the_user_said_can_be_named(core: Core) -> None:
    for table in JOURNALLED:
        assert columns(core.desk.db, table)[0][0] == "id"
