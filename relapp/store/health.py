"""Is the file sound: pages, references, the search index, and the derived rows against what they derive from."""

from __future__ import annotations

from relapp.domain.words import tr
from relapp.store.connection import Database
from relapp.store.triggers import SEARCHED
from relapp.store.trouble import explained


def problems(db: Database) -> list[str]:
    """A sentence for each thing that is wrong. Reads the whole file; writes nothing."""
    with explained(db.path):
        found = [str(said) for (said,) in db.rows("PRAGMA integrity_check") if said != "ok"]
        found += [
            tr("A row of {table} hangs on a row of {parent} that is gone.").format(table=table, parent=parent)
            for table, _, parent, _ in db.rows("PRAGMA foreign_key_check")
        ]
        missing = int(db.value("SELECT count(*) FROM person WHERE id NOT IN (SELECT person_id FROM roster)"))
        if missing:
            found.append(tr("{count} people are missing in the list.").format(count=missing))
        apart = int(
            db.value(
                "SELECT count(*) FROM entry_person AS x JOIN entry AS e ON e.id = x.entry_id "
                "WHERE x.at <> e.at OR x.effect <> e.effect OR x.direction <> e.direction"
            )
        )
        if apart:
            found.append(tr("{count} entries stand at two different times.").format(count=apart))
        waiting = int(db.value("SELECT coalesce(sum(last - first + 1), 0) FROM search_backlog"))
        for table in SEARCHED:
            rows = int(db.value(f"SELECT count(*) FROM {table}")) - (waiting if table == "entry" else 0)
            if rows != int(db.value(f"SELECT count(*) FROM search_{table}_docsize")):
                found.append(tr("The search index of {table} does not fit.").format(table=table))
        return found
