"""Starts the window: asks a first one of the same file to come forward, makes sure of a screen, then runs Qt.

Imports no Qt by itself: a second start is over before that, and a machine without a screen gets a sentence.
"""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relapp.cli import WindowWish


def start(
    wish: WindowWish,
    on_first_paint: Callable[[], None] | None = None,
    log_file: Callable[[], Path] | None = None,
) -> int:
    """Shows the window that was wished for and runs until it is closed. Returns the exit status.

    `on_first_paint` is called once the first frame is on the screen; unexpected errors are written to `log_file()`.
    """
    from ui.screen import missing_library, missing_screen
    from ui.second_instance import knock

    if not wish.demo and knock(wish.path, silently=wish.background):
        return 0
    gc.disable()  # what is imported now stays for good; looking through it again and again takes longer than the list
    trouble = missing_screen()
    if trouble is None:
        try:
            _import_qt()
            from ui.session import run
        except ImportError as error:
            if not str(error).startswith("lib"):
                raise
            trouble = missing_library(error)
    if trouble is not None:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return run(wish, on_first_paint, log_file)


def _import_qt() -> None:
    """Imports Qt, and puts Python's own import back in place.

    PySide replaces it by one that reads the source of every module imported from then on, to see whether it asks for
    PySide's optional spellings. None of ours does, and the reading takes a twelfth of the start.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
