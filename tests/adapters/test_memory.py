"""Memory that was freed goes back to the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from relapp.adapters.memory import give_back


def held() -> int:
    """Kilobytes of this process that are its own."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux keeps these books")
def test_what_was_freed_goes_back() -> None:
    some = [bytes(1000) for _ in range(30_000)]
    kept = some[::100]
    del some
    full = held()
    give_back()
    assert full - held() > 10_000
    assert len(kept) == 300
