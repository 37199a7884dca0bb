"""How reminders are brought: when it looks, whom it hands them to, and that nothing is lost, doubled or too early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from relapp.core import Core, build
from relapp.domain.follow_ups import State
from relapp.domain.settings import DIGEST, NEUTRAL, OWN_WINDOW
from relapp.ports import NoteSign
from tests.clocks import NOW
from tests.ui.delivering import plan
from tests.ui.desktop_double import DesktopDouble
from tests.ui.doubles import StandingClock
from ui.bus import Bus
from ui.delivery import Deliverer
from ui.desktop_notes import DesktopNotes
from ui.main_window import MainWindow

BEFORE_OPENING = NOW.replace(hour=5, minute=0)  # 06:00 in Berlin; it opens at nine


@pytest.fixture
def desktop() -> Iterator[DesktopDouble]:
    made = DesktopDouble()
    yield made
    made.close()


@pytest.fixture
def deliverer(window: MainWindow, desktop: DesktopDouble) -> Deliverer:
    """With a desktop that has 50 ms for each note."""
    return Deliverer(window, DesktopNotes(desktop, window, patience_ms=50), window)


def number(key: str) -> int:
    return int(key.removeprefix("f:"))


def state(core: Core, key: str) -> State:
    return core.follow_ups.get(number(key)).state


def shown(core: Core) -> list[str]:
    return [one.reminder.key for one in core.reminders.open_shown()]


def by_whom(core: Core, key: str) -> list[str]:
    """The back end of each confirmed delivery."""
    return [one.back_end for one in core.follow_ups.history(number(key)) if one.confirmed is not None]


def in_our_window(window: MainWindow) -> list[str]:
    """Without making it."""
    return window.reminder_window.keys() if "reminder_window" in vars(window) else []


def deliver(qtbot: QtBot, deliverer: Deliverer) -> None:
    with qtbot.waitSignal(deliverer.delivered):
        deliverer.look()


# --- to whom


def test_the_desktop_takes_it_and_our_window_stays_away(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int
) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    (note,) = desktop.given
    assert (note.title, note.body.partition("\n")[0]) == ("The roof", "Tom Keller")
    assert [action for action, _ in note.actions] == ["open", "done", "snooze"]
    assert by_whom(core, key) == ["desktop"]
    deliverer.look()
    assert len(desktop.given) == 1 and in_our_window(window) == []


def test_without_a_desktop_it_comes_in_our_own_window(qtbot: QtBot, window: MainWindow, core: Core, tom: int) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, Deliverer(window, None, window))
    assert in_our_window(window) == shown(core) == [key]
    assert by_whom(core, key) == ["window"]


@pytest.mark.parametrize("fault", ["absent", "unable"])
def test_a_desktop_that_cannot_leaves_it_to_our_window(
    qtbot: QtBot, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int, fault: str
) -> None:
    setattr(desktop, fault, True)
    key = plan(core, tom, "The roof")
    deliver(qtbot, Deliverer(window, DesktopNotes(desktop, window), window))
    assert (in_our_window(window), by_whom(core, key)) == ([key], ["window"])
    assert desktop.given == []


def test_a_note_that_failed_comes_in_our_window(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int
) -> None:
    desktop.silent = True
    key = plan(core, tom, "The roof")
    deliverer.look()
    with qtbot.waitSignal(deliverer.delivered):
        desktop.tell(NoteSign.FAILED)
    assert (in_our_window(window), by_whom(core, key)) == ([key], ["window"])
    assert core.follow_ups.history(number(key))[0].times == 1


def test_a_desktop_that_hangs_loses_its_turn_and_never_both_show_it(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int
) -> None:
    desktop.silent = True
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    assert desktop.withdrawn == [desktop.given[0].key]
    desktop.tell(NoteSign.TAKEN)  # too late: it was withdrawn
    QCoreApplication.processEvents()
    assert (in_our_window(window), by_whom(core, key)) == ([key], ["window"])


def test_what_is_done_while_the_desktop_hangs_comes_nowhere(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int
) -> None:
    desktop.silent = True
    key = plan(core, tom, "The roof")
    deliverer.look()
    core.follow_ups.done(number(key))
    qtbot.waitUntil(lambda: desktop.withdrawn != [])
    QCoreApplication.processEvents()
    assert in_our_window(window) == []


def test_by_the_option_our_window_comes_first(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int
) -> None:
    core.settings.set(OWN_WINDOW, True)
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    assert (in_our_window(window), desktop.given) == ([key], [])


def test_where_the_system_only_says_things_our_window_comes_as_well(
    qtbot: QtBot, window: MainWindow, core: Core, tom: int
) -> None:
    said: list[tuple[str, str]] = []
    key = plan(core, tom, "The roof")
    deliver(qtbot, Deliverer(window, None, window, lambda title, text: said.append((title, text))))
    assert [title for title, _ in said] == ["The roof"]
    assert by_whom(core, key) == ["window"]


# --- what is said


def test_what_comes_with_the_same_opening_is_one_note(
    qtbot: QtBot,
    deliverer: Deliverer,
    desktop: DesktopDouble,
    window: MainWindow,
    core: Core,
    clock: StandingClock,
    tom: int,
    marta: int,
) -> None:
    keys = [
        plan(core, tom, "The roof", due=BEFORE_OPENING),
        plan(core, marta, "The logo", due=BEFORE_OPENING + timedelta(hours=1)),
    ]
    deliver(qtbot, deliverer)
    (note,) = desktop.given
    assert note.title == "2 reminders"
    assert [line.partition(" · ")[0] for line in note.body.splitlines()] == ["The roof", "The logo"]
    assert shown(core) == keys
    desktop.tell(NoteSign.ACTION, "open")
    qtbot.waitUntil(lambda: in_our_window(window) == keys)


def test_without_the_digest_each_comes_as_itself(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, tom: int
) -> None:
    core.settings.set(DIGEST, False)
    for what in ("The roof", "The door"):
        plan(core, tom, what, due=BEFORE_OPENING)
    deliver(qtbot, deliverer)
    assert [note.title for note in desktop.given] == ["The roof", "The door"]


def test_on_a_shared_screen_it_names_nobody(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, tom: int, marta: int
) -> None:
    core.settings.set(NEUTRAL, True)
    plan(core, tom, "The roof")
    for person in (tom, marta):
        plan(core, person, "The door", due=BEFORE_OPENING)
    deliver(qtbot, deliverer)
    assert {(note.title, note.body) for note in desktop.given} == {("A follow-up is due", ""), ("2 reminders", "")}


def test_what_was_shown_before_a_kill_comes_once_more_and_says_so(
    qtbot: QtBot,
    deliverer: Deliverer,
    desktop: DesktopDouble,
    core: Core,
    file: Path,
    clock: StandingClock,
    tom: int,
) -> None:
    plan(core, tom, "The roof")
    killed = build(file, clock)
    planned = killed.reminders.intend(killed.reminders.due_now(), "desktop")
    killed.reminders.shown([one.reminder.key for one in planned])
    killed.close()
    deliverer.look()
    assert desktop.given == []  # it might still be about to confirm
    assert 0 < deliverer.waits_ms() <= 6000
    clock.advance(seconds=7)
    deliver(qtbot, deliverer)
    assert [note.body.partition("\n")[0] for note in desktop.given] == ["Tom Keller · shown before"]


# --- when


def test_nothing_comes_early_and_what_is_near_has_a_timer_of_its_own(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    plan(core, tom, "The roof", due=NOW + timedelta(seconds=30))
    clock.advance(seconds=29, milliseconds=999.5)
    deliverer.look()
    assert desktop.given == []
    assert deliverer.waits_ms() in (0, 1)
    clock.advance(milliseconds=0.5)
    qtbot.waitUntil(lambda: len(desktop.given) == 1)  # the timer, or the one it armed anew


def test_what_is_far_waits_for_a_beat(deliverer: Deliverer, core: Core, clock: StandingClock, tom: int) -> None:
    plan(core, tom, "The roof", due=NOW + timedelta(seconds=91))
    deliverer.look()
    assert deliverer.waits_ms() == -1
    clock.advance(seconds=2)
    deliverer.look()
    assert 88_000 < deliverer.waits_ms() <= 89_000


def test_a_change_and_a_beat_make_it_look(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, bus: Bus, core: Core, clock: StandingClock, tom: int
) -> None:
    with qtbot.waitSignal(deliverer.delivered):
        plan(core, tom, "The roof")
    plan(core, tom, "The door", due=NOW + timedelta(hours=1))
    clock.advance(hours=1)
    with qtbot.waitSignal(deliverer.delivered):
        bus.minute_passed.emit()
    assert [note.title for note in desktop.given] == ["The roof", "The door"]


def test_in_quiet_time_nothing_comes(
    deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    clock.at = NOW.replace(hour=20)
    plan(core, tom, "The roof", due=clock.at - timedelta(minutes=1))
    deliverer.look()
    assert desktop.given == []


def test_a_clock_set_back_brings_nothing_again(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    clock.advance(hours=-1)
    deliverer.look()
    clock.advance(hours=1)
    deliverer.look()
    assert len(desktop.given) == 1


def test_at_rest_nothing_is_written(
    qtbot: QtBot, deliverer: Deliverer, core: Core, bus: Bus, clock: StandingClock, tom: int
) -> None:
    plan(core, tom, "The roof")
    plan(core, tom, "The door", due=NOW + timedelta(hours=2))
    deliver(qtbot, deliverer)
    QCoreApplication.processEvents()
    written = core.desk.db.connection.total_changes
    for _ in range(5):
        clock.advance(minutes=1)
        bus.minute_passed.emit()
    assert core.desk.db.connection.total_changes == written


def test_once_stopped_it_shows_nothing(deliverer: Deliverer, desktop: DesktopDouble, core: Core, tom: int) -> None:
    plan(core, tom, "The roof")
    deliverer.stop()
    deliverer.look()
    assert desktop.given == [] and deliverer.waits_ms() == -1


# --- what becomes of it


def test_done_closes_the_follow_up(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, tom: int
) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    desktop.tell(NoteSign.ACTION, "done")
    qtbot.waitUntil(lambda: state(core, key) is State.DONE)


def test_snooze_takes_the_first_choice(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    desktop.tell(NoteSign.ACTION, "snooze")
    qtbot.waitUntil(lambda: core.follow_ups.get(number(key)).snoozed_to == NOW + timedelta(minutes=15))
    clock.advance(minutes=15)
    deliver(qtbot, deliverer)
    assert len(desktop.given) == 2


def test_a_snooze_near_closing_waits_for_the_next_opening(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    clock.at = NOW.replace(hour=15, minute=50)  # 16:50 in Berlin; it closes at 17:00
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    desktop.tell(NoteSign.ACTION, "snooze")
    opening = NOW.replace(day=13, hour=8, minute=0)
    qtbot.waitUntil(lambda: core.follow_ups.get(number(key)).snoozed_to == opening)


def test_open_shows_the_person(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, window: MainWindow, core: Core, tom: int
) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    desktop.tell(NoteSign.ACTION, "open")
    qtbot.waitUntil(lambda: window.side_bar.selected() == "people")
    assert shown(core) == [key]


def test_what_is_waved_away_stays_in_the_list(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, tom: int
) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    desktop.tell(NoteSign.DISMISSED)
    QCoreApplication.processEvents()
    deliverer.look()
    assert shown(core) == [key] and len(desktop.given) == 1


def test_what_is_settled_elsewhere_leaves_the_desktop(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, tom: int
) -> None:
    key = plan(core, tom, "The roof")
    deliver(qtbot, deliverer)
    core.follow_ups.done(number(key))
    qtbot.waitUntil(lambda: desktop.withdrawn == [desktop.given[0].key])


def test_what_comes_anew_stands_once(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    plan(core, tom, "The roof", repeat="FREQ=DAILY")
    deliver(qtbot, deliverer)
    clock.advance(days=1)
    deliver(qtbot, deliverer)
    assert desktop.withdrawn == [desktop.given[0].key]
