"""Memory that was freed goes back to the system. Where the system takes it back by itself nothing is done."""

from __future__ import annotations

import gc
import sys


def give_back() -> None:
    """Lets go of what nothing refers to; the C library of Linux keeps freed pieces until it is asked for them."""
    gc.collect()
    if sys.platform.startswith("linux"):
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries than GNU's have none
        if trim is not None:
            trim(0)
