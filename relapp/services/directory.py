"""The list of people, a page at a time. Imports nothing heavy: it is what the first paint shows."""

from __future__ import annotations

from relapp.domain.directory import PeopleFilter, PersonLine
from relapp.services.desk import Desk
from relapp.store import directory

PAGE = directory.PAGE


class Directory:
    """Pages, counts and ids of the list, narrowed and sorted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, wanted: PeopleFilter, offset: int = 0, limit: int = PAGE) -> list[PersonLine]:
        """Lines `offset` to `offset + limit` of the list."""
        return directory.page(self._desk.db, wanted, self._desk.seconds(), offset, limit)

    def count(self, wanted: PeopleFilter | None = None) -> int:
        """How many lines the list has."""
        return directory.count(self._desk.db, wanted or PeopleFilter(), self._desk.seconds())

    def ids(self, wanted: PeopleFilter) -> list[int]:
        """Everybody in the list, in its order."""
        return directory.ids(self._desk.db, wanted, self._desk.seconds())
