"""Time zones to choose from: typed in part, found by any part of the name."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from relapp.domain.words import tr
from ui.timeline.popover import LinePopover


@cache
def zone_names() -> tuple[str, ...]:
    """All zones by their IANA names, in order; the first call reads the disk."""
    return tuple(sorted(available_timezones()))


def read_zone(text: str) -> str | None:
    """The zone meant: its name in any case, or the city alone: "oslo"; None for what is no zone."""
    wanted = text.strip().replace(" ", "_").casefold()
    names = zone_names()
    whole = [name for name in names if name.casefold() == wanted]
    places = [name for name in names if "/" in name and name.rsplit("/", 1)[-1].casefold() == wanted]
    return next(iter(whole or places), None)


def complete_zones(edit: QLineEdit) -> None:
    """Offers zones while somebody types."""
    completer = QCompleter(list(zone_names()), edit)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    edit.setCompleter(completer)


class ZonePopover(LinePopover):
    """Asks for a zone; `entered` carries its name."""

    def __init__(self, anchor: QWidget, zone: str) -> None:
        super().__init__(
            anchor, tr("Time zone, like Europe/Berlin"), zone, read_zone, (), tr("There is no time zone of that name.")
        )
        complete_zones(self.line)
