"""One connection to one file, as it ships: SQLCipher's SQLite, WAL, full syncs, foreign keys. Knows no tables.

peewee sits on the same connection (`orm`) and is imported only when first asked for: the first paint does without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlcipher3 import dbapi2 as engine

from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from relapp.store.trouble import explained

if TYPE_CHECKING:
    import sqlite3

    from relapp.store.orm import Orm

BUSY_MS = 5000
BrokenReference = engine.IntegrityError
"""Raised by a commit that would leave rows hanging on rows that are gone."""
Params = Sequence[Any] | Mapping[str, Any]


class Database:
    """An open file. Use it from the thread that opened it; close it yourself."""

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Opens `path`, making it when missing. `key` is 32 raw bytes, or None for a plain file. Raises KnownError.

        Nothing is written yet, so that a file which turns out to be somebody else's stays as it was: `settle` follows.
        """
        self.path = path
        with explained(path):
            self.connection = cast(
                "sqlite3.Connection", engine.connect(str(path), isolation_level=None, timeout=BUSY_MS / 1000)
            )
            if key is not None:
                self.connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")

    def settle(self) -> None:
        """Makes the file work as it ships; this is the first that may write to it. Raises KnownError."""
        with explained(self.path):
            for pragma in (
                f"busy_timeout={BUSY_MS}",
                "journal_mode=WAL",
                "synchronous=FULL",
                "foreign_keys=ON",
                "recursive_triggers=OFF",
                "secure_delete=ON",
                "cache_size=-16000",
            ):
                self.connection.execute(f"PRAGMA {pragma}")

    def rows(self, sql: str, params: Params = ()) -> list[Any]:
        """All rows as plain tuples. Raises KnownError where the file can't be read."""
        try:
            return self.connection.execute(sql, params).fetchall()
        except (engine.Error, UnicodeDecodeError):
            with explained(self.path):
                raise

    def one(self, sql: str, params: Params = ()) -> Any:
        """The first row, or None. Raises KnownError where the file can't be read."""
        try:
            return self.connection.execute(sql, params).fetchone()
        except (engine.Error, UnicodeDecodeError):
            with explained(self.path):
                raise

    def each(self, sql: str, params: Params = ()) -> Iterator[Any]:
        """The rows one at a time, none of them held. Raises KnownError where the file can't be read."""
        with explained(self.path):
            yield from self.connection.execute(sql, params)

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, params)
        return None if row is None else row[0]

    def execute(self, sql: str, params: Params = ()) -> None:
        self.connection.execute(sql, params)

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        """The same statement for every row: the way in for bulk writes."""
        self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE … COMMIT: waits for other writers, never upgrades a read. Rolls back on any error."""
        with explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def quick_transaction(self) -> Iterator[None]:
        """A transaction that waits for no disk: a killed process loses nothing of it, a power cut may.

        Not even its turn to empty the write-ahead log comes now: the next transaction takes it.
        """
        pages = self.value("PRAGMA wal_autocheckpoint")
        self.connection.executescript("PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=NORMAL")
        try:
            with self.transaction():
                yield
        finally:
            self.connection.executescript(f"PRAGMA wal_autocheckpoint={pages}; PRAGMA synchronous=FULL")

    def data_version(self) -> int:
        """Changes when another connection wrote to the file."""
        return int(self.value("PRAGMA data_version"))

    @cached_property
    def orm(self) -> Orm:
        """peewee on this very connection."""
        from relapp.store.orm import Orm

        return Orm(self.connection)

    def save_copy(self, target: Path) -> None:
        """A whole, compacted copy with the same key. Raises KnownError; leaves nothing half-written."""
        if target.exists():
            raise KnownError(tr("{file} exists already; choose another name.").format(file=target))
        partial = target.with_name(target.name + ".part")
        with explained(target):
            try:
                partial.unlink(missing_ok=True)
                self.connection.execute("VACUUM INTO ?", (str(partial),))
                partial.rename(target)
            finally:
                partial.unlink(missing_ok=True)

    def let_go(self) -> None:
        """Pages that were read are forgotten; they are read again when asked for."""
        self.connection.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        self.connection.close()
