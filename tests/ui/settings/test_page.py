"""The Settings page: every option can be changed there, is saved at once and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.people import Tier
from relapp.domain.settings import (
    CADENCES,
    CURRENCY,
    HIDE_PRIVATE,
    HOLIDAYS,
    HOURS_ASKED,
    HOURS_ZONE_SEEN,
    KEEP_IN_TRAY,
    LOOK,
    ME_NAME,
    ME_ZONE,
    OPTIONS,
    PAUSE,
    URGENT_BETWEEN,
    URGENT_CHANNELS,
    URGENT_TIERS,
    URGENT_WORDS,
    WEEK,
)
from tests.ui.doubles import ShellDouble
from ui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, shell: ShellDouble) -> SettingsPage:
    made = SettingsPage(shell)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show()
    return made


def line(page: SettingsPage, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)


_HOURS = (WEEK, HOLIDAYS, PAUSE, URGENT_TIERS, URGENT_CHANNELS, URGENT_BETWEEN, URGENT_WORDS)
ELSEWHERE = {option.key for option in _HOURS}
"""On the Boundaries page."""
NOWHERE = {HOURS_ASKED.key, HOURS_ZONE_SEEN.key, "phrases.own"}
"""What was asked already; nobody chooses that."""


def test_every_option_stands_on_the_page(page: SettingsPage) -> None:
    shown = {label.text() for label in page.findChildren(QLabel)}
    shown |= {tick.text() for tick in page.findChildren(QCheckBox)}
    missing = {option.key for option in OPTIONS if option.sentence() not in shown}
    assert missing == ELSEWHERE | NOWHERE


def test_starting_with_the_login_is_switched_on_and_off(page: SettingsPage, core: Core) -> None:
    assert not core.autostart.is_on()
    page.autostart.click()
    assert core.autostart.is_on()
    page.autostart.click()
    assert not core.autostart.is_on()


def test_what_the_system_refuses_is_said_and_the_tick_taken_back(
    qtbot: QtBot, shell: ShellDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "taken"))
    page = SettingsPage(shell)
    qtbot.addWidget(page)
    page.autostart.click()
    assert len(shell.refused) == 1 and not page.autostart.isChecked()


def test_whether_closing_keeps_it_in_the_tray_is_chosen(page: SettingsPage, core: Core) -> None:
    tick = next(one for one in page.findChildren(QCheckBox) if one.text() == KEEP_IN_TRAY.sentence())
    assert tick.isChecked()
    tick.click()
    assert not core.settings.get(KEEP_IN_TRAY)


def test_a_name_is_saved_when_the_field_is_left(page: SettingsPage, core: Core) -> None:
    field = line(page, "Name")
    QTest.keyClicks(field, "Nora Feldkamp")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert core.settings.get(ME_NAME) == "Nora Feldkamp"
    core.history.undo()
    assert core.settings.get(ME_NAME) == ""


def test_a_zone_that_is_none_is_refused_and_taken_back(page: SettingsPage, core: Core, shell: ShellDouble) -> None:
    field = line(page, "Time zone")
    field.setText("Middle/Earth")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert core.settings.get(ME_ZONE) == ""
    assert len(shell.refused) == 1


def test_a_currency_may_be_typed_small_and_a_wrong_one_is_told_what_fits(
    page: SettingsPage, core: Core, shell: ShellDouble
) -> None:
    field = line(page, "Currency")
    for typed in ("chf", "e1"):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert core.settings.get(CURRENCY) == "CHF"
    (refused,) = shell.refused
    assert "code of three letters" in refused


def test_the_mode_is_chosen_from_a_list(page: SettingsPage, core: Core) -> None:
    box = next(one for one in page.findChildren(QComboBox) if one.findData("dark") >= 0)
    box.setFocus()
    QTest.keyClicks(box, "Dark")
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.activated.emit(box.currentIndex())
    assert core.settings.get(LOOK) == "dark"


def test_the_wheel_moves_the_page_and_turns_no_box_on_its_way(page: SettingsPage, core: Core) -> None:
    boxes = [*page.findChildren(QComboBox), *page.findChildren(QSpinBox)]
    before = [core.settings.get(LOOK), core.settings.get(CADENCES[Tier.A])]
    for box in boxes:
        at, way = QPointF(5, 5), QPoint(0, -120)
        none, still = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        wheel = QWheelEvent(at, box.mapToGlobal(at), QPoint(), way, none, still, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(box, wheel)
        assert not wheel.isAccepted()  # so that Qt gives it to the page
    assert [core.settings.get(LOOK), core.settings.get(CADENCES[Tier.A])] == before


def test_a_cadence_is_typed(page: SettingsPage, core: Core) -> None:
    box = next(one for one in page.findChildren(QSpinBox) if one.accessibleName().startswith("A "))
    box.selectAll()
    QTest.keyClicks(box, "21")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert core.settings.get(CADENCES[Tier.A]) == 21


def test_a_change_elsewhere_is_shown(page: SettingsPage, core: Core, qtbot: QtBot) -> None:
    tick = next(one for one in page.findChildren(QCheckBox) if one.text() == HIDE_PRIVATE.sentence())
    core.settings.set(HIDE_PRIVATE, True)
    qtbot.waitUntil(tick.isChecked)


def test_the_file_is_looked_at_and_said_to_be_sound(page: SettingsPage, shell: ShellDouble, qtbot: QtBot) -> None:
    page._on_check_clicked()
    qtbot.waitUntil(lambda: ("The file is sound.", False) in shell.said)
