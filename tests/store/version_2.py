"""A file as the second version wrote it, made without today's code: the first one's, with hours and follow-ups."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as engine

from relapp.store.migrations import m0001_first, m0002_boundaries
from tests.store import version_1

ROWS = """
UPDATE person SET hours = 'mon-fri 09:00-16:00', time_zone = 'Europe/Oslo';
INSERT INTO setting (key, value) VALUES ('hours.week', '"mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00"'),
  ('me.zone', '"Europe/Berlin"');
INSERT INTO closure (first, last, title) VALUES ('2026-04-03', '2026-04-10', 'Leave');
INSERT INTO closure (person_id, first, last, title) VALUES (1, '2026-05-01', '2026-05-17', 'In the north');
INSERT INTO opening (day, starts, ends, channel, title) VALUES ('2026-03-14', 600, 630, 'email', 'Look at e-mail');
INSERT INTO follow_up (id, uid, series, person_id, what, due_at, channel, anchor, set_at, created_at)
  VALUES (1, 'f-1', 'f-1', 1, 'Ask about Norway', 1773309600, 'call', '2026-03-12T10:00:00+00:00', 1741770000,
  1741770000);
INSERT INTO follow_up (id, uid, series, person_id, what, due_day, fixed, repeat, anchor, set_at, created_at)
  VALUES (2, 'f-2', 'f-2', 1, 'Papers', '2026-03-15', 1, 'after 30 days', '2026-03-15', 1741770000, 1741770000);
INSERT INTO occasion (person_id, kind, title, day, lead_days, popup) VALUES (1, 'renewal', 'Contract', '--03-24', 5, 1);
INSERT INTO next_delivery (follow_up_id, at, version) VALUES (1, 1773309600, 7), (2, 1773388800, 7);
INSERT INTO delivery (reminder, moment, person_id, due, intended_at, shown_at, confirmed_at, back_end, times)
  VALUES ('f:1', '2026-03-10T10:00:00+00:00', 1, '2026-03-10T10:00:00+00:00', 1773136800, 1773136800, 1773136801,
  'desktop', 1);
"""


def write(path: Path) -> None:
    connection = engine.connect(str(path))
    connection.execute("PRAGMA synchronous = OFF")  # nobody waits for the disk
    for script in (m0001_first.SQL, m0002_boundaries.SQL, version_1.ROWS, ROWS):
        connection.executescript(script)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
