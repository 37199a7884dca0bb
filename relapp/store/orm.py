"""peewee, on a connection that is already open. Its errors are left as the engine's own, so one place explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

if TYPE_CHECKING:
    import sqlite3


class Orm(SqliteDatabase):
    """Hand it to `query.execute(db.orm)`; transactions stay with `Database.transaction`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._given = connection
        super().__init__(":given:", autoconnect=False)
        self.connect()

    def _connect(self) -> sqlite3.Connection:
        return self._given

    def execute_sql(self, sql: str, params: Any = None) -> sqlite3.Cursor:
        return self._given.execute(sql, params or ())
