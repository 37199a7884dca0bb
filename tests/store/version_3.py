"""A file as the third version wrote it, made without today's code: the second one's, with what nurturing is told."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as engine

from relapp.store.migrations import m0001_first, m0002_boundaries, m0003_nurturing
from tests.store import version_1, version_2

_ROWS = """
INSERT INTO person (id, uid, full_name, given_name, family_name, stage, stage_since, created_at)
  VALUES (2, 'p-2', 'Ana Lee', 'Ana', 'Lee', 'new', '2026-03-01', 1741770000);
INSERT INTO roster (person_id, scope, sort_key, shown, subtitle, stage) VALUES (2, 0, 'lee  ana', 'Ana Lee', '', 'new');
INSERT INTO search_person (rowid, names, other) VALUES (2, 'ana lee', '');
INSERT INTO rhythm (person_id, scope, tier, gaps, last_day) VALUES (1, 0, 'A', 0, '2025-03-12'), (2, 0, NULL, 0, NULL);
INSERT INTO fact (id, person_id, section, label, text, noted_at, review)
  VALUES (1, 2, 'family', 'Partner', 'Jo', 1741770000, '2026-09-01');
INSERT INTO search_fact (rowid, label, text) VALUES (1, 'Partner', 'Jo');
INSERT INTO sale (uid, person_id, what, day, delivered, amount, currency, note)
  VALUES ('s-1', 2, 'Valve', '2026-03-01', '2026-03-09', 960050, 'EUR', 'By post');
INSERT INTO satisfaction (uid, person_id, day, score, words) VALUES ('m-1', 2, '2026-03-10', 9, 'On time');
INSERT INTO idea (uid, person_id, day, text, answered, answer)
  VALUES ('i-1', 2, '2026-03-02', 'A red one', '2026-03-04', 'In May');
INSERT INTO recommendation (id, uid, kind, title, interests) VALUES (1, 'r-1', 'book', 'The sea', 'sailing,history');
INSERT INTO recommended (person_id, recommendation_id, day) VALUES (2, 1, '2026-03-05');
INSERT INTO referral (uid, person_id, referred_id, day, thanked) VALUES ('f-3', 2, 1, '2026-03-06', '2026-03-07');
INSERT INTO standing (uid, person_id, day, score, would_tell) VALUES ('t-1', 2, '2026-03-08', 4, 1);
INSERT INTO win_back (uid, person_id, day, reason, note) VALUES ('w-1', 2, '2026-03-09', 'price', 'Twice as much');
INSERT INTO phrase (uid, name, kind, language, subject, text)
  VALUES ('h-1', 'Thanks', 'thank', 'en', 'Thank you', 'Dear {given_name}, thank you.');
INSERT INTO suggestion (name, rule, person_id, state, day, at, minutes, rests_until, title, why)
  VALUES ('welcome:2', 'welcome', 2, 'done', '2026-03-11', 1773216000, 5, '2026-06-11', 'Welcome Ana Lee', 'New.');
"""


def write(path: Path) -> None:
    connection = engine.connect(str(path))
    connection.execute("PRAGMA synchronous = OFF")
    for script in (m0001_first.SQL, m0002_boundaries.SQL, m0003_nurturing.SQL, version_1.ROWS, version_2.ROWS, _ROWS):
        connection.executescript(script)
    connection.execute("PRAGMA user_version = 3")
    connection.close()
