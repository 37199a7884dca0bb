"""What was typed and can't be taken: where it stands, and one sentence on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from relapp.domain.dates import PartialDate
from relapp.domain.errors import Refused
from relapp.domain.typed_dates import read_typed
from relapp.domain.words import tr


class Wrong(Refused):
    """`field` is where the keyboard should go."""

    def __init__(self, sentence: str, field: QWidget) -> None:
        self.field = field
        super().__init__(sentence)


def typed_date(field: QLineEdit, today: date) -> PartialDate | None:
    """The date in a field, whole or in part; None for an empty one. Raises Wrong."""
    try:
        day, ends = read_typed(field.text(), today)
    except Refused as refused:
        raise Wrong(str(refused), field) from refused
    if ends is not None:
        raise Wrong(tr("“{text}” is a span; one date is wanted here.").format(text=field.text()), field)
    return day


def show_wrong(wrong: Wrong) -> None:
    """Says it below the field, in the nearest part around it that can say something, and goes there."""
    place: QWidget | None = wrong.field
    while place is not None and not hasattr(place, "set_error"):
        place = place.parentWidget()
    if place is not None:
        place.set_error(str(wrong))
    wrong.field.setFocus()
