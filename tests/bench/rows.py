"""What was measured, each figure beside its floor and its goal, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. With a floor, `limit` is how often the floor it may be; without one it is in the figure's unit."""

    goal: int
    subject: str
    unit: str
    measured: float
    limit: float
    floor: float | None = None
    ratio: float | None = None
    """Measured against the floor, pair by pair where they were taken in pairs: the machine's drift drops out."""

    @property
    def reached(self) -> bool:
        return self.compared <= self.limit

    @property
    def compared(self) -> float:
        """What is held against the limit."""
        return self.measured if self.ratio is None else self.ratio


def in_pairs(goal: int, subject: str, unit: str, ours: Sequence[float], floor: Sequence[float], limit: float) -> Row:
    """A row of medians; the ratio is the median of the ratios of what was measured one right after the other."""
    ratio = median(mine / its for mine, its in zip(ours, floor, strict=True))
    return Row(goal, subject, unit, median(ours), limit, median(floor), ratio)


def against(goal: int, subject: str, unit: str, ours: float, floor: float, limit: float) -> Row:
    """A row of two figures that are made of many, percentiles say."""
    return Row(goal, subject, unit, ours, limit, floor, ours / floor)


def as_json(rows: Sequence[Row]) -> list[dict[str, object]]:
    return [asdict(row) | {"reached": row.reached} for row in rows]


_HEADS = ("goal", "what", "measured", "floor", "ratio", "limit", "reached")


def as_table(rows: Sequence[Row]) -> str:
    """The rows with their columns aligned."""
    lines = [_HEADS, *map(_cells, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) if at in (1, 6) else cell.rjust(width) for at, (cell, width) in enumerate(pairs))
        for pairs in (zip(line, widths, strict=True) for line in lines)
    )


def _cells(row: Row) -> tuple[str, ...]:
    limit = f"{_short(row.limit)} {row.unit}" if row.ratio is None else f"{_short(row.limit)}x"
    verdict = "yes" if row.reached else f"no, {row.compared / row.limit:.2f} times the limit"
    floor = "" if row.floor is None else f"{_short(row.floor)} {row.unit}"
    ratio = "" if row.ratio is None else f"{_short(row.ratio)}x"
    return (str(row.goal), row.subject, f"{_short(row.measured)} {row.unit}", floor, ratio, limit, verdict)


def _short(figure: float) -> str:
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.2f}" if figure >= 1 else f"{figure:.4f}"
