"""Hours, follow-ups, occasions and their delivery. Frozen: later changes are later steps.

`next_delivery` and `stale_follow_up` are derived, `delivery` is a log: none of them is journalled.
"""

SQL = """
ALTER TABLE person ADD COLUMN hours TEXT NOT NULL DEFAULT '';

CREATE TABLE closure (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER REFERENCES person (id), first TEXT NOT NULL,
    last TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', holiday INTEGER NOT NULL DEFAULT 0,
    off INTEGER NOT NULL DEFAULT 0);
CREATE INDEX closure_person ON closure (person_id, first);

CREATE TABLE opening (
    id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL,
    channel TEXT, title TEXT NOT NULL DEFAULT '');
CREATE INDEX opening_day ON opening (day);

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, series TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id), what TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    due_at INTEGER, due_day TEXT, fixed INTEGER NOT NULL DEFAULT 0, urgent INTEGER NOT NULL DEFAULT 0,
    anyway INTEGER NOT NULL DEFAULT 0, channel TEXT, repeat TEXT NOT NULL DEFAULT '', anchor TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open', snoozed_to INTEGER, snoozed_anyway INTEGER NOT NULL DEFAULT 0,
    set_at INTEGER NOT NULL, closed_at INTEGER, created_at INTEGER NOT NULL,
    CHECK ((due_at IS NULL) <> (due_day IS NULL)));
CREATE INDEX follow_up_person ON follow_up (person_id, state);
CREATE INDEX follow_up_open_at ON follow_up (due_at, id) WHERE state = 'open' AND due_at IS NOT NULL;
CREATE INDEX follow_up_open_day ON follow_up (due_day, id) WHERE state = 'open' AND due_day IS NOT NULL;
CREATE INDEX follow_up_closed ON follow_up (closed_at, id) WHERE state <> 'open';
CREATE INDEX follow_up_snoozed ON follow_up (snoozed_to) WHERE state = 'open' AND snoozed_to IS NOT NULL;
CREATE INDEX follow_up_repeats ON follow_up (id) WHERE state = 'open' AND repeat LIKE '%FREQ=%';

CREATE TABLE occasion (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '', day TEXT, lead_days INTEGER NOT NULL DEFAULT 0, popup INTEGER);
CREATE INDEX occasion_person ON occasion (person_id, kind);
CREATE INDEX occasion_day ON occasion (substr(day, -5)) WHERE day IS NOT NULL;

CREATE TABLE next_delivery (
    follow_up_id INTEGER PRIMARY KEY, at INTEGER NOT NULL, version INTEGER NOT NULL,
    waiting INTEGER NOT NULL DEFAULT 1, shown INTEGER NOT NULL DEFAULT 0);
CREATE INDEX next_delivery_at ON next_delivery (at, follow_up_id) WHERE waiting = 1;
CREATE INDEX next_delivery_shown ON next_delivery (follow_up_id) WHERE shown = 1;
CREATE INDEX next_delivery_version ON next_delivery (version);
CREATE TABLE stale_follow_up (follow_up_id INTEGER PRIMARY KEY);

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, reminder TEXT NOT NULL, moment TEXT NOT NULL, person_id INTEGER NOT NULL,
    due TEXT NOT NULL, intended_at INTEGER NOT NULL, shown_at INTEGER, confirmed_at INTEGER,
    back_end TEXT NOT NULL DEFAULT '', held INTEGER NOT NULL DEFAULT 0, late INTEGER NOT NULL DEFAULT 0,
    times INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', dismissed_at INTEGER);
CREATE UNIQUE INDEX delivery_once ON delivery (reminder, moment);
CREATE INDEX delivery_confirmed ON delivery (confirmed_at);
CREATE INDEX delivery_person ON delivery (person_id, intended_at);
"""
