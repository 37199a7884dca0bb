"""A line of the search box's list: what it shows, and what it does when it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ui.palette import Tone
from ui.search.marked import plain
from ui.shell import Shell


class Face(StrEnum):
    """What stands before the words."""

    NONE = "none"
    AVATAR = "avatar"
    DISC = "disc"
    ICON = "icon"


@dataclass(frozen=True, slots=True)
class Row:
    """`title` and `detail` carry marks around the words that matched. Without `act` it is a heading.

    `person` gives the avatar its picture; `ranks` marks the row that looks for the best notes and leaves the list open.
    """

    title: str
    detail: str = ""
    trailing: str = ""
    keys: str = ""
    face: Face = Face.NONE
    icon: str = ""
    tone: Tone = Tone.GREY
    person: int = 0
    act: Callable[[Shell], object] | None = None
    ranks: bool = False

    def words(self) -> str:
        """The whole line, for screen readers and as a tool tip."""
        return " · ".join(part for part in (plain(self.title), plain(self.detail), self.trailing, self.keys) if part)
