"""Takes the pictures of the README: `python packaging/screenshots.py [--to FOLDER] [NAME …]`.

The real window on the sample portfolio, on a screen that is none, with a clock that stands: the same code gives the
same pictures. Dialogs are laid over the window they belong to, as a desktop would show them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what the offscreen platform can not do

from PySide6.QtCore import (  # noqa: E402
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QLocale,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget  # noqa: E402

from relapp.core import Core, build  # noqa: E402
from relapp.domain.directory import PeopleFilter, Sort  # noqa: E402
from relapp.domain.entries.kind import Direction  # noqa: E402
from relapp.domain.people import Tier  # noqa: E402
from relapp.domain.timeline import NewEntry  # noqa: E402
from ui.badges import Badges  # noqa: E402
from ui.bus import Bus  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.open_sign import OpenSign  # noqa: E402
from ui.pages import PAGES  # noqa: E402
from ui.reminders.window import ReminderWindow  # noqa: E402
from ui.tasks import Tasks  # noqa: E402
from ui.theme import Mode, Theme, application  # noqa: E402

FOLDER = ROOT / "resources" / "screenshots"
NOW = datetime(2026, 3, 12, 9, 12, tzinfo=UTC)
"""Thursday 12 March 2026, 10:12 in Berlin."""
LARGE, SMALL = QSize(1360, 860), QSize(1024, 640)
FONTS = ("Inter", "Noto Sans", "Segoe UI", "SF Pro Text", "Cantarell", "DejaVu Sans")
WAITING = 2000
"""Turns of the event loop after which what was begun must be there."""
CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
N:Keller;Tom;;;\r
FN:Tom Keller\r
ORG:Keller Werk\r
TITLE:COO\r
EMAIL:tom@keller-werk.example\r
TEL;TYPE=CELL:+47 412 34 567\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
N:Sørensen;Mette;;;\r
FN:Mette Sørensen\r
ORG:Nordlys Print\r
TITLE:Managing director\r
EMAIL:mette@nordlys-print.example\r
BDAY:1975-09-14\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
N:Okafor;Chidi;;;\r
FN:Chidi Okafor\r
ORG:Harbour Light Logistics\r
EMAIL:chidi@harbour-light.example\r
TEL:+44 20 7946 0321\r
END:VCARD\r
"""


class Standing:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW

    def zone(self) -> tzinfo:
        return ZoneInfo("Europe/Berlin")


# --- the window


@contextmanager
def window(theme: Theme, folder: Path, *, sample: bool = True) -> Iterator[MainWindow]:
    """The window on a new file in the folder, with the sample and a morning's work in it, or with nothing."""
    bus, path = Bus(), folder / ("sample.db" if sample else "new.db")
    core = build(path, Standing(), bus.changed.emit)
    if sample and not core.directory.count():
        core.sample.fill()
        work_a_little(core)
    tasks = Tasks(lambda publish: build(path, Standing(), publish))
    tasks.published.connect(bus.changed)
    made = MainWindow(core, bus, lambda: tasks, theme, welcoming=not sample)
    badges = Badges(core, bus, made.side_bar, made.bell, lambda: tasks)
    made.side_bar.set_foot(OpenSign(made))
    made.resize(LARGE)
    made.open_page("today")
    made.show()
    settle((lambda: is_complete(made)) if sample else None)
    yield made
    del badges
    tasks.stop()
    made.hide()
    made.deleteLater()
    settle()
    core.close()


def is_complete(shown: MainWindow) -> bool:
    """Whether what is looked for after a pause stands there: the week's ideas, here and in the side bar."""
    page: Any = shown.stack.page("today")
    return bool(page.weekly.sentence.text() and shown.side_bar.item("weekly").badge)


def work_a_little(core: Core) -> None:
    """So that the history has something to tell."""
    people = [core.people.resolve(name) for name in ("Tom Keller", "Marta Oduya")]
    text = "Asked for the **estimate** by Friday."
    core.entries.log(NewEntry("call", NOW - timedelta(minutes=25), (people[1],), text, Direction.IN, minutes=8))
    core.people.tag(people, "Norway")
    core.people.set_tier([people[1]], Tier.A)
    core.people.hold(people[1], date(2026, 3, 20))
    core.history.undo()


def settle(until: Callable[[], bool] | None = None) -> None:
    """Lets happen what waits; with `until`, as long as that is not so. Raises TimeoutError when it never is."""
    for turn in range(WAITING):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if turn > 20 and (until is None or until()):
            return
        if until is not None:
            QTest.qWait(20)
    if until is not None:
        raise TimeoutError("what was to be pictured did not come")


# --- what is pictured: each leaves the window as the picture wants it, and returns the dialog over it


def _page(key: str, shown: MainWindow) -> QWidget | None:
    shown.open_page(key)
    return None


def _people(shown: MainWindow) -> QWidget | None:
    shown.show_people(PeopleFilter(tiers=frozenset({Tier.A}), sort=Sort.OVERDUE))
    page: Any = shown.stack.page("people")
    page.list.clearSelection()
    for row in range(3):
        index = page.list.people.index(row, 0)
        page.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    return None


def _person(shown: MainWindow) -> QWidget | None:
    shown.show_people(PeopleFilter())
    shown.open_person(shown.core.people.resolve("Tom Keller"))
    page: Any = shown.stack.page("people")
    page.list.scrollTo(page.list.currentIndex(), page.list.ScrollHint.PositionAtCenter)
    return None


def _timeline(shown: MainWindow) -> QWidget | None:
    _person(shown)
    settle()
    page: Any = shown.stack.page("people")
    table = page.side.currentWidget().timeline.table
    table.toggle(1)
    return None


def _organisation(shown: MainWindow) -> QWidget | None:
    found = next(line.id for line in shown.core.organisations.lines() if line.name == "Keller Werk")
    shown.open_organisation(found)
    return None


def _search(shown: MainWindow) -> QWidget | None:
    shown.open_page("today")
    shown.open_search()
    _dialog().box.setText("norway")
    return cast(QDialog, _dialog())


def _quick_entry(shown: MainWindow) -> QWidget | None:
    shown.open_page("today")
    shown.log_contact("call tom keller yesterday 16:00 22 min: Ida moved to Bergen, signed the estimate")
    return cast(QDialog, _dialog())


def _import(shown: MainWindow) -> QWidget | None:
    shown.open_page("today")
    file = shown.core.files.path.with_name("contacts.vcf")
    file.write_text(CARDS, "utf-8", newline="")
    shown.import_files([file])
    dialog = _dialog()
    settle(lambda: dialog.steps.currentWidget() is dialog.preview)
    return cast(QDialog, dialog)


def _follow_up(shown: MainWindow) -> QWidget | None:
    shown.open_page("follow_ups")
    shown.plan_follow_up(shown.core.people.resolve("Tom Keller"), "Ask about the trip to Norway")
    dialog = _dialog()
    words = next(one for one in dialog.findChildren(QLineEdit) if one.placeholderText().startswith("next fri"))
    words.setText("sat 11:00")
    words.textEdited.emit(words.text())
    return cast(QDialog, dialog)


def _brief(shown: MainWindow) -> QWidget | None:
    shown.open_page("today")
    shown.show_brief(shown.core.people.resolve("Tom Keller"))
    return cast(QDialog, _dialog())


def _phrases(shown: MainWindow) -> QWidget | None:
    shown.open_page("weekly")
    shown.open_phrases(shown.core.people.resolve("Hanna Grau"))
    return cast(QDialog, _dialog())


def _reminder(shown: MainWindow) -> QWidget | None:
    """What has come by now, in the app's own window."""
    shown.open_page("today")
    reminders = shown.core.reminders
    due = reminders.due_now()
    keys = [one.reminder.key for one in reminders.intend(due, "window")]
    reminders.shown(keys)
    reminders.confirm(keys, "window")
    made = ReminderWindow(shown)
    made.show_reminders(reminders.open_shown()[:3])
    settle()
    corner = LARGE - made.size() - QSize(24, 24)
    made.move(shown.pos() + QPoint(corner.width(), corner.height()))
    return made


def _dialog() -> Any:
    settle()
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())


PICTURES: dict[str, Callable[[MainWindow], QWidget | None]] = {
    **{page.key: partial(_page, page.key) for page in PAGES if page.key not in ("people", "organisations")},
    "people": _people,
    "person": _person,
    "timeline": _timeline,
    "organisation": _organisation,
    "search": _search,
    "quick-entry": _quick_entry,
    "import": _import,
    "follow-up": _follow_up,
    "brief": _brief,
    "phrases": _phrases,
    "reminder": _reminder,
}
ALSO_SMALL = ("today", "person", "boundaries", "follow_ups", "weekly")


# --- taking them


def take(shown: MainWindow, name: str, mode: Mode, folder: Path) -> None:
    """One picture, in the sizes it is wanted in."""
    dialog = PICTURES[name](shown)
    settle()
    sizes = {"": LARGE, **({"-small": SMALL} if name in ALSO_SMALL else {})}
    for suffix, size in sizes.items():
        shown.resize(size)
        settle()
        save(over(shown.grab(), dialog, shown), folder / f"{name}-{mode.value}{suffix}.png")
    shown.resize(LARGE)
    if isinstance(dialog, QDialog):
        dialog.done(0)
    elif dialog is not None:
        dialog.deleteLater()
    settle()


def over(picture: QPixmap, dialog: QWidget | None, below: QWidget) -> QPixmap:
    """The dialog over the middle of the window (or where it stands by itself), with the edge a desktop gives it."""
    if dialog is None:
        return picture
    area = QRect(QPoint(0, 0), dialog.size())
    if dialog.windowFlags() & Qt.WindowType.FramelessWindowHint:
        area.moveTopLeft(dialog.pos() - below.pos())
    else:
        area.moveCenter(picture.rect().center())
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 60))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for width in range(12, 0, -3):
        painter.setBrush(QColor(0, 0, 0, 14))
        painter.drawRoundedRect(QRectF(area).adjusted(-width, -width + 4, width, width + 4), 10, 10)
    painter.drawPixmap(area.topLeft(), dialog.grab())
    painter.setPen(QColor(0, 0, 0, 70))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def save(picture: QPixmap, path: Path) -> None:
    """As a PNG of 256 colours, a third as large; an unchanged picture is left alone."""
    image = in_few_colours(picture.toImage().convertToFormat(QImage.Format.Format_RGB888))
    if path.exists() and QImage(str(path)) == image:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path), "PNG", 0):  # type: ignore[call-overload]  # PySide's stubs want bytes, Qt does not
        raise OSError(f"{path} could not be written")
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


def in_few_colours(image: QImage) -> QImage:
    """The same in its 256 commonest colours; what else the edges of letters have becomes the nearest of them."""
    wide, high, line = image.width(), image.height(), image.bytesPerLine()
    data = bytes(image.constBits())
    pixels = [data[at : at + 3] for row in range(high) for at in range(row * line, row * line + 3 * wide, 3)]
    counted = Counter(pixels)
    kept = [colour for colour, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:256]]
    places = {colour: min(range(len(kept)), key=partial(_distance, colour, kept)) for colour in counted}
    places |= {colour: at for at, colour in enumerate(kept)}
    made = QImage(bytes(places[pixel] for pixel in pixels), wide, high, wide, QImage.Format.Format_Indexed8)
    made.setColorTable([QColor(*colour).rgb() for colour in kept])
    return made.copy()


def _distance(colour: bytes, others: list[bytes], at: int) -> int:
    return sum((mine - its) ** 2 for mine, its in zip(colour, others[at], strict=True))


def main(argv: list[str]) -> int:
    reader = argparse.ArgumentParser(description="Takes the pictures of the README.")
    reader.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER")
    reader.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join((*PICTURES, 'welcome'))}")
    chosen = reader.parse_args(argv)
    QLocale.setDefault(QLocale("en_GB"))
    app = application(["relapp"])
    app.setCursorFlashTime(0)
    app.setFont(QFont(next((name for name in FONTS if name in QFontDatabase.families()), app.font().family()), 10))
    theme = Theme(app)
    for mode in (Mode.LIGHT, Mode.DARK):
        with tempfile.TemporaryDirectory(prefix="relapp-pictures-") as folder:
            theme.apply(mode)
            with window(theme, Path(folder)) as shown:
                for name in PICTURES:
                    if name in (chosen.names or PICTURES):
                        take(shown, name, mode, chosen.to)
            if "welcome" in (chosen.names or ["welcome"]):
                with window(theme, Path(folder), sample=False) as shown:
                    save(shown.grab(), chosen.to / f"welcome-{mode.value}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
