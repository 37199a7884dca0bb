"""Whether the disk has room for a long change, asked before it begins: one that is cut off needs room to be taken back.

An estimate, and no promise: others write to the same disk.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from relapp.domain.errors import KnownError
from relapp.domain.words import tr

_LEAST = 256 * 1024
_SHORT = 1000
"""Bytes of a record that go into many small rows, indexed and journalled; what is longer is mostly one long value."""


def needed(size: int, records: int) -> int:
    """Bytes that importing `records` from a file of `size` bytes may take at worst, with the log and its undoing.

    Measured: from 8 times the file (thousands of lean cards, notes) down to once (pictures).
    """
    short = min(size, records * _SHORT)
    return max(_LEAST, 9 * short + 2 * (size - short) + 800 * records)


def ensure(path: Path, wanted: int) -> None:
    """Raises KnownError when the disk with `path` has less than `wanted` bytes free."""
    try:
        free = shutil.disk_usage(path.resolve().parent).free
    except OSError:
        return
    if free < wanted:
        sentence = tr(
            "The disk with {path} is too full: this may take {wanted} MB and {free} MB are free. "
            "Nothing was changed; free some space first."
        )
        raise KnownError(sentence.format(path=path, wanted=_megabytes(wanted), free=f"{free / 1e6:.1f}"))


def _megabytes(size: int) -> str:
    return f"{size / 1e6 + 0.05:.1f}"
