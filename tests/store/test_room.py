"""Room on the disk is asked for before a long change, so that it is never left half-written for want of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relapp.core import build
from relapp.domain.errors import KnownError
from relapp.store import room
from tests.clocks import NOW, StandingClock
from tests.store.disks import Disk, disk


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    """A disk of four megabytes."""
    with disk(tmp_path / "small", "4m") as made:
        yield made


def test_an_import_too_large_for_the_disk_is_refused_before_it_begins(small: Disk, tmp_path: Path) -> None:
    book = tmp_path / "book.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person N{0}\r\nEMAIL:n{0}@x.example\r\nEND:VCARD\r\n"
    book.write_text("".join(card.format(number) for number in range(4000)))
    core = build(small.folder / "mine.db", StandingClock(NOW))
    with pytest.raises(KnownError, match=r"too full: .* MB are free\. Nothing was changed; free some space first\."):
        core.imports.run(book, core.imports.read(book))
    assert core.history.unfinished() is None
    assert core.history.list() == []
    assert core.directory.count() == 0
    book.write_text("".join(card.format(number) for number in range(40)))
    assert core.imports.run(book, core.imports.read(book)).added == 40
    core.close()


def test_short_records_take_many_times_their_size_and_long_ones_little_more_than_it() -> None:
    assert room.needed(1_000_000, 5000) > 12_000_000
    assert room.needed(100_000_000, 100) < 210_000_000
    assert room.needed(40, 1) < 300_000


def test_a_folder_that_cannot_be_asked_is_given_the_benefit(tmp_path: Path) -> None:
    room.ensure(tmp_path / "gone" / "mine.db", 10**18)
    with pytest.raises(KnownError):
        room.ensure(tmp_path / "mine.db", 10**18)
