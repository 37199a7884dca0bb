"""What one can do with organisations."""

from __future__ import annotations

from uuid import uuid4

from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchRecord, Refused
from relapp.domain.organisations import Member, Organisation, OrganisationLine
from relapp.domain.words import phrase, tr
from relapp.services.desk import Desk
from relapp.store import organisations
from relapp.store.instants import text

_AREAS = (Area.ORGANISATIONS, Area.PEOPLE)


class Organisations:
    """Listing, editing and deleting; positions are edited with the person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, containing: str = "") -> list[OrganisationLine]:
        """All organisations by name, narrowed to those whose name has the text."""
        return organisations.lines(self._desk.db, containing)

    def names(self) -> list[str]:
        """All names, for completion."""
        return organisations.names(self._desk.db)

    def count(self) -> int:
        return organisations.count(self._desk.db)

    def get(self, organisation: int) -> Organisation:
        """Raises NoSuchRecord."""
        found = organisations.get(self._desk.db, organisation)
        if found is None:
            raise NoSuchRecord
        return found

    def people(self, organisation: int) -> list[Member]:
        """Who is there now, then who was before."""
        return organisations.people(self._desk.db, organisation)

    def add(self, name: str, origin: object = None) -> int:
        """A new organisation. Returns the id. Raises Refused without a name."""
        wanted = name.strip()
        if not wanted:
            raise Refused(tr("An organisation needs a name."))
        with self._desk.write(phrase("{name} added", name=wanted), _AREAS, origin):
            return organisations.insert(self._desk.db, wanted, self._desk.seconds(), uid=str(uuid4()))

    def save(self, organisation: Organisation, origin: object = None) -> None:
        """Makes the organisation with that id what is given. Raises NoSuchRecord, Refused."""
        before = self.get(organisation.id)
        if not organisation.name.strip():
            raise Refused(tr("An organisation needs a name."))
        with self._desk.write(phrase("{name} edited", name=before.name), _AREAS, origin):
            organisations.update(
                self._desk.db,
                organisation.id,
                name=organisation.name.strip(),
                url=organisation.url.strip(),
                stage=text(organisation.stage),
                note=organisation.note,
            )

    def delete(self, organisation: int, origin: object = None) -> None:
        """Deletes an organisation; its people keep their positions without it. Raises NoSuchRecord."""
        found = self.get(organisation)
        with self._desk.write(phrase("{name} deleted", name=found.name), _AREAS, origin):
            organisations.release_people(self._desk.db, organisation)
            organisations.delete(self._desk.db, organisation)
