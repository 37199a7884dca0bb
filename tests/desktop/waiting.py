"""Waiting on a condition of another process: the only place where a test lets time pass, and never a fixed amount."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

_PAUSE = threading.Event()


def wait_until(ask: Callable[[], Answer], what: str, seconds: float = 20.0) -> Answer:
    """The first answer that is true. Fails with a sentence when there is none within `seconds`."""
    end = time.monotonic() + seconds
    while not (answer := ask()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")
        _PAUSE.wait(0.03)
    return answer
