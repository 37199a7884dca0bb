"""A file as the first version wrote it, made without today's code: it must open for as long as there is a Relapp."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as engine

from relapp.store.migrations import m0001_first

ROWS = """
INSERT INTO organisation (id, uid, name, created_at) VALUES (1, 'o-1', 'Keller Werk', 1741770000);
INSERT INTO person (id, uid, full_name, given_name, family_name, birthday, tier, created_at)
  VALUES (1, 'p-1', 'Tom Keller', 'Tom', 'Keller', '--06-04', 'A', 1741770000);
INSERT INTO contact_point (person_id, kind, value, match_key) VALUES (1, 'email', 'tom@example.org', 'tom@example.org');
INSERT INTO position (person_id, organisation_id, title) VALUES (1, 1, 'COO');
INSERT INTO entry (id, uid, kind, at, direction, outcome, effect, text)
  VALUES (1, 'e-1', 'call', 1741770000, 'out', 'spoke', 'contact', 'The plant in Drammen');
INSERT INTO entry_person (person_id, entry_id, at, effect, direction) VALUES (1, 1, 1741770000, 'contact', 'out');
INSERT INTO search_entry (rowid, place, text) VALUES (1, '', 'The plant in Drammen');
INSERT INTO search_organisation (rowid, name, note) VALUES (1, 'Keller Werk', '');
INSERT INTO search_person (rowid, names, other) VALUES (1, 'tom keller', 'keller werk coo tom@example.org');
INSERT INTO roster (person_id, scope, sort_key, shown, subtitle, tier, last_contact, last_outbound, last_at,
  cadence_days, due_on) VALUES (1, 0, 'keller  tom', 'Tom Keller', 'Keller Werk · COO', 'A', 1741770000, 1741770000,
  1741770000, 30, '2025-04-11');
CREATE TRIGGER journal_of_old AFTER INSERT ON tag BEGIN DELETE FROM tag; END;
PRAGMA application_id = 1380273217;
"""


def write(path: Path) -> None:
    connection = engine.connect(str(path))
    connection.execute("PRAGMA synchronous = OFF")  # nobody waits for the disk
    connection.executescript(m0001_first.SQL)
    connection.executescript(ROWS)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
