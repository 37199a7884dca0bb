"""Relations between people, written once and seen from both sides."""

from __future__ import annotations

from collections.abc import Sequence

from relapp.domain.file import Related
from relapp.store.connection import Database
from relapp.store.tables import RelationRow


def set_of(db: Database, person: int, wanted: Sequence[Related]) -> None:
    """Makes these the relations the person's own file holds; those seen from the other side (`inverse`) stay theirs,
    but go when they are left out."""
    mine = [one.id for one in wanted if one.id and not one.inverse]
    theirs = [one.id for one in wanted if one.id and one.inverse]
    row = RelationRow
    row.delete().where((row.person == person) & row.id.not_in(mine)).execute(db.orm)
    row.delete().where((row.other == person) & row.id.not_in(theirs)).execute(db.orm)
    for one in wanted:
        values = {"kind": one.kind, "other": one.other or None, "other_name": "" if one.other else one.name}
        if one.id and not one.inverse:
            row.update(values).where(row.id == one.id).execute(db.orm)
        elif not one.id:
            row.insert({"person": person, **values}).execute(db.orm)
