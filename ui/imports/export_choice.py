"""What was chosen for an export, as it is remembered from one time to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from relapp.domain.entries import ENTRY_KINDS
from ui.imports.export_span import Span, Stretch

NOTES = "export.notes"
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class NotesChoice:
    """All that the notes page asks; `order` has every column, `columns` those that are written."""

    span: Span
    order: tuple[str, ...]
    columns: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    separator: str = ","
    bom: bool = False

    def to_remember(self) -> dict[str, object]:
        """As plain values."""
        return {
            "stretch": self.span.stretch.value,
            "first": self.span.first.isoformat(),
            "last": self.span.last.isoformat(),
            "order": list(self.order),
            "columns": list(self.columns),
            "kinds": sorted(self.kinds),
            "separator": self.separator,
            "bom": self.bom,
        }


def remembered_notes(kept: Any, columns: Sequence[str], today: date) -> NotesChoice:
    """The choice of the last time, as far as it can still be understood."""
    told = kept if isinstance(kept, dict) else {}
    order = _known(told.get("order"), columns)
    order += sorted((key for key in columns if key not in order), key=_is_identifier)
    chosen = _known(told.get("columns"), columns)
    separator = told.get("separator")
    return NotesChoice(
        _span(told, today),
        tuple(order),
        tuple(key for key in order if key in chosen) or tuple(columns),
        frozenset(_known(told.get("kinds"), [kind.key for kind in ENTRY_KINDS])),
        separator if separator in SEPARATORS else ",",
        told.get("bom") is True,
    )


def _is_identifier(column: str) -> bool:
    """What only programs read stands behind what people read."""
    return column.endswith(("_id", "uid", "uids"))


def _known(kept: Any, allowed: Iterable[str]) -> list[str]:
    return [key for key in kept if key in set(allowed)] if isinstance(kept, list) else []


def _span(told: dict[str, Any], today: date) -> Span:
    try:
        return Span(Stretch(told["stretch"]), date.fromisoformat(told["first"]), date.fromisoformat(told["last"]))
    except (KeyError, TypeError, ValueError):
        return Span(Stretch.ALWAYS, date(today.year, 1, 1), today)
