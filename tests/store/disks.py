"""Disks of a test's own: small ones that fill up, and ones that may not be written to."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Disk:
    """A mounted file system in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def remount(self, options: str) -> None:
        """Other options from now on: `ro`, or `size=…`."""
        _mount("-o", f"remount,{options}", str(self.folder))

    def fill(self) -> Path:
        """Writes until nothing fits any more; delete the file to have room again."""
        filler = self.folder / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                return filler
        raise AssertionError("a disk without end")


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Disk]:
    """A new disk of that size at `folder`. Skips the test where none may be mounted."""
    folder.mkdir()
    if (
        not hasattr(os, "geteuid")
        or os.geteuid() != 0
        or not _mount("-t", "tmpfs", "-o", f"size={size}", "none", str(folder))
    ):
        pytest.skip("mounting a small disk needs root")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
