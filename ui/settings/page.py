"""The Settings page: every option of `domain.settings`, saved as soon as it is changed, undone like anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from relapp.domain.changes import Area
from relapp.domain.people import Tier
from relapp.domain.settings import (
    ANSWER_HOURS,
    ATTEMPTS_COUNT,
    CADENCES,
    CURRENCY,
    DAILY_CAP,
    DIGEST,
    FIRST_WEEKDAY,
    HIDE_PRIVATE,
    HOURS,
    HOUSEKEEPING,
    KEEP_IN_TRAY,
    LEAD_DAYS,
    LOOK,
    ME_NAME,
    ME_SIGNATURE,
    ME_ZONE,
    NEUTRAL,
    OWN_WINDOW,
    WEEKLY_AT,
    WEEKLY_DAY,
    WEEKLY_MINUTES,
    Option,
    T,
)
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.settings.signature import SignatureEdit
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.line_field import Field
from ui.widgets.page import PageHeader, ScrollColumn
from ui.widgets.text import Label, Look
from ui.widgets.wheel import leave_wheel_to_page

WIDTH = 620


class SettingsPage(QWidget):
    """Cards: me, how it looks, how time is shown, cadences, reminders, privacy, starting and closing, the file.

    What makes up one's hours stands on the Boundaries page.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._show: list[Callable[[], None]] = []
        self._scroll = ScrollColumn(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        column = self._scroll.column
        column.addWidget(PageHeader(tr("Settings"), tr("Changes are saved at once; Ctrl+Z takes them back.")))
        mine = (self._me(), self._look(), self._time(), self._cadences(), self._weekly(), self._reminders())
        for card in (*mine, self._privacy(), self._starting(), self._file()):
            card.setMaximumWidth(px(WIDTH))
            column.addWidget(card)
        self._watcher = Watcher(self, shell.bus, (Area.SETTINGS,), self.reload)
        self.reload()

    def reload(self) -> None:
        """Shows every option as it is stored."""
        for show in self._show:
            show()

    # --- the cards

    def _me(self) -> Card:
        card = Card(tr("Me"), "identification-card")
        self._line(card, ME_NAME, tr("&Name"))
        signature = SignatureEdit(self)
        signature.left.connect(lambda: self._set(ME_SIGNATURE, signature.toPlainText()))
        self._add(card, ME_SIGNATURE, tr("&Signature"), signature, signature.setPlainText)
        currency = self._line(card, CURRENCY, tr("Curr&ency"))
        currency.setMaxLength(3)
        currency.textEdited.connect(lambda text: currency.setText(text.upper()))
        zone = self._line(card, ME_ZONE, tr("&Time zone"))
        zone.setPlaceholderText(tr("As this computer has it: {zone}").format(zone=self._shell.core.desk.clock.zone()))
        completer = QCompleter(sorted(available_timezones()), zone)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        zone.setCompleter(completer)
        return card

    def _look(self) -> Card:
        card = Card(tr("Look"), "sun")
        modes = [("system", tr("As the system has it")), ("light", tr("Light")), ("dark", tr("Dark"))]
        self._choice(card, LOOK, tr("&Mode"), modes)
        return card

    def _time(self) -> Card:
        card = Card(tr("Time"), "clock")
        self._choice(
            card,
            HOURS,
            tr("&Hours"),
            [("locale", tr("As your language has it")), ("24", tr("24 hours")), ("12", tr("12 hours"))],
        )
        locale = QLocale()
        days = [(day, locale.dayName(day)) for day in range(1, 8)]
        self._choice(card, FIRST_WEEKDAY, tr("&Weeks begin on"), [(0, tr("As your language has it")), *days])
        return card

    def _cadences(self) -> Card:
        card = Card(tr("Cadence"), "calendar-blank", tr("days between contacts"))
        for tier in Tier:
            option = CADENCES[tier]
            box = QSpinBox(self)
            box.setRange(1, 3650)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(partial(self._set, option))
            self._add(card, option, tr("{tier} clients").format(tier=f"&{tier}"), box, box.setValue)
        self._tick(card, ATTEMPTS_COUNT)
        return card

    def _weekly(self) -> Card:
        card = Card(tr("Weekly session"), "timer")
        locale = QLocale()
        self._choice(card, WEEKLY_DAY, tr("On"), [(day, locale.dayName(day)) for day in range(1, 8)])
        hour = QTimeEdit(self)
        hour.setDisplayFormat(Moments(self._shell.core).time_format())
        hour.setKeyboardTracking(False)
        hour.timeChanged.connect(lambda at: self._set(WEEKLY_AT, at.toString("HH:mm")))
        self._add(card, WEEKLY_AT, tr("At"), hour, lambda at: hour.setTime(QTime.fromString(at, "HH:mm")))
        minutes = QSpinBox(self)
        minutes.setRange(5, 120)
        minutes.setKeyboardTracking(False)
        minutes.valueChanged.connect(partial(self._set, WEEKLY_MINUTES))
        self._add(card, WEEKLY_MINUTES, tr("Minutes"), minutes, minutes.setValue)
        lines = SignatureEdit(self)
        lines.left.connect(lambda: self._set(HOUSEKEEPING, lines.toPlainText().strip()))
        self._add(card, HOUSEKEEPING, tr("Your own entrance"), lines, lines.setPlainText)
        return card

    def _reminders(self) -> Card:
        card = Card(tr("Reminders"), "bell")
        for option, label, least, most in (
            (DAILY_CAP, tr("At &most a day"), 1, 500),
            (ANSWER_HOURS, tr("&Answer within"), 1, 200),
            (LEAD_DAYS, tr("Days &before an occasion"), 0, 60),
        ):
            box = QSpinBox(self)
            box.setRange(least, most)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(partial(self._set, option))
            self._add(card, option, label, box, box.setValue)
        for tick in (DIGEST, OWN_WINDOW, NEUTRAL):
            self._tick(card, tick)
        return card

    def _privacy(self) -> Card:
        card = Card(tr("Privacy"), "eye-slash")
        self._tick(card, HIDE_PRIVATE)
        return card

    def _starting(self) -> Card:
        card = Card(tr("Starting and closing"), "monitor")
        self.autostart = QCheckBox(tr("Start Relapp when you log in, in the background."), self)
        self.autostart.toggled.connect(self._on_autostart_toggled)
        self._show.append(
            lambda: _quietly(self.autostart, lambda: self.autostart.setChecked(self._shell.core.autostart.is_on()))
        )
        card.body.addWidget(self.autostart)
        self._tick(card, KEEP_IN_TRAY)
        return card

    def _file(self) -> Card:
        card = Card(tr("File"), "floppy-disk")
        path = Label(str(self._shell.core.files.path), Look.MUTED, wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(path)
        check = Button(tr("Look whether the file is sound"), "check", parent=self)
        check.clicked.connect(self._on_check_clicked)
        card.body.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # --- the kinds of fields

    def _tick(self, card: Card, option: Option[bool]) -> None:
        tick = QCheckBox(option.sentence(), self)
        tick.toggled.connect(partial(self._set, option))
        self._show.append(lambda: _quietly(tick, lambda: tick.setChecked(self._get(option))))
        card.body.addWidget(tick)

    def _line(self, card: Card, option: Option[str], label: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.editingFinished.connect(lambda: self._set(option, edit.text().strip()))
        self._add(card, option, label, edit, edit.setText)
        return edit

    def _choice(self, card: Card, option: Option[T], label: str, choices: Sequence[tuple[T, str]]) -> None:
        box = QComboBox(self)
        for value, text in choices:
            box.addItem(text, value)
        box.activated.connect(lambda at: self._set(option, box.itemData(at)))
        self._add(card, option, label, box, lambda value: box.setCurrentIndex(box.findData(value)))

    def _add(self, card: Card, option: Option[T], label: str, editor: QWidget, show: Callable[[T], object]) -> None:
        card.body.addWidget(Field(label, editor, option.sentence()))
        if isinstance(editor, (QComboBox, QAbstractSpinBox)):
            leave_wheel_to_page(editor)
        self._show.append(lambda: _quietly(editor, lambda: show(self._get(option))))

    def _get(self, option: Option[T]) -> T:
        return self._shell.core.settings.get(option)

    def _set(self, option: Option[T], value: T) -> None:
        if value != self._get(option) and not self._shell.attempt(lambda: self._shell.core.settings.set(option, value)):
            self.reload()

    def _on_autostart_toggled(self, on: bool) -> None:
        """The system's own place keeps it, not the file; so there is nothing to undo."""
        autostart = self._shell.core.autostart
        if not self._shell.attempt(autostart.turn_on if on else autostart.turn_off):
            self.reload()

    def _on_check_clicked(self) -> None:
        self._shell.tasks.run(tr("Checking the file"), lambda core, progress: core.files.check(), self._on_file_checked)

    def _on_file_checked(self, problems: list[str]) -> None:
        self._shell.say(" ".join(problems) if problems else tr("The file is sound."))


def _quietly(editor: QWidget, show: Callable[[], object]) -> None:
    """Shows a stored value without the editor telling it as a change; never under the user's hands."""
    if isinstance(editor, QLineEdit | QPlainTextEdit) and editor.hasFocus():
        return
    editor.blockSignals(True)
    show()
    editor.blockSignals(False)
