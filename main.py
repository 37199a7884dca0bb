"""Relapp's way in: a command in the terminal, or else the window."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in typing, whose import takes longer than a second start otherwise does
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def log_file() -> Path:
    """Where unexpected errors are written down."""
    from relapp.adapters import folders

    return folders.log_file()


def main(on_first_paint: Callable[[], None] | None = None) -> int:
    """The exit status: 0, 1 for a refused input, 2 for wrong usage, 130 after Ctrl+C.

    `on_first_paint` is called once the window's first frame is out.
    """
    try:
        from ui.second_instance import answered

        if answered(sys.argv[1:]):
            return 0
        from relapp.cli import run

        outcome = run(sys.argv[1:])
        if isinstance(outcome, int):
            sys.stdout.flush()
            return outcome
        from ui.app import start

        return start(outcome, on_first_paint, log_file)
    except KeyboardInterrupt:
        return 130
    except RuntimeError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # as Python 3.11 has it while a class is being made
            return 130
        raise
    except BrokenPipeError:
        # Whoever read our output has gone. Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
