"""The first schema. Frozen: later changes are later steps.

Tables of what the user said come first (each with an `id`, so that the journal can name its rows); derived tables,
which can be rebuilt from them at any time, come last and are never journalled.
Instants are whole seconds since 1970 UTC; days are ISO text; partial dates as `PartialDate` writes them.
"""

SQL = """
CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, url TEXT NOT NULL DEFAULT '',
    stage TEXT, note TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL);
CREATE INDEX organisation_name ON organisation (name COLLATE NOCASE);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT '', given_name TEXT NOT NULL DEFAULT '', middle_name TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '', nickname TEXT NOT NULL DEFAULT '',
    spoken TEXT NOT NULL DEFAULT '', sort_name TEXT NOT NULL DEFAULT '', birthday TEXT, anniversary TEXT,
    note TEXT NOT NULL DEFAULT '', time_zone TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
    tier TEXT, stage TEXT, cadence_days INTEGER, cadence_since TEXT, hold_until TEXT,
    archived INTEGER NOT NULL DEFAULT 0, deceased INTEGER NOT NULL DEFAULT 0, trashed_at INTEGER,
    created_at INTEGER NOT NULL);
CREATE INDEX person_trash ON person (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX person_hold ON person (hold_until) WHERE hold_until IS NOT NULL;
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX person_anniversary ON person (substr(anniversary, -5)) WHERE anniversary IS NOT NULL;

CREATE TABLE person_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), uid TEXT NOT NULL);
CREATE UNIQUE INDEX person_source_uid ON person_source (uid, person_id);
CREATE INDEX person_source_person ON person_source (person_id);

CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL UNIQUE REFERENCES person (id),
    media_type TEXT NOT NULL, data BLOB NOT NULL);

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '', value TEXT NOT NULL DEFAULT '', address TEXT,
    permission TEXT NOT NULL DEFAULT 'allowed', match_key TEXT NOT NULL DEFAULT '', place INTEGER NOT NULL DEFAULT 0);
CREATE INDEX contact_point_person ON contact_point (person_id, kind, place);
CREATE INDEX contact_point_match ON contact_point (match_key) WHERE match_key <> '';

CREATE TABLE channel_permission (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), channel TEXT NOT NULL,
    permission TEXT NOT NULL);
CREATE UNIQUE INDEX channel_permission_person ON channel_permission (person_id, channel);

CREATE TABLE position (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id),
    organisation_id INTEGER REFERENCES organisation (id), title TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL DEFAULT '', since TEXT, until TEXT, past INTEGER NOT NULL DEFAULT 0,
    key_player INTEGER NOT NULL DEFAULT 0, place INTEGER NOT NULL DEFAULT 0);
CREATE INDEX position_person ON position (person_id, place);
CREATE INDEX position_organisation ON position (organisation_id);

CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
CREATE TABLE person_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id),
    tag_id INTEGER NOT NULL REFERENCES tag (id));
CREATE UNIQUE INDEX person_tag_both ON person_tag (person_id, tag_id);
CREATE INDEX person_tag_tag ON person_tag (tag_id);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
    other_id INTEGER REFERENCES person (id), other_name TEXT NOT NULL DEFAULT '');
CREATE INDEX relation_person ON relation (person_id);
CREATE INDEX relation_other ON relation (other_id);

CREATE TABLE fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), section TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '', day TEXT, ends TEXT,
    private INTEGER NOT NULL DEFAULT 0, place INTEGER NOT NULL DEFAULT 0, noted_at INTEGER NOT NULL);
CREATE INDEX fact_person ON fact (person_id, section, place);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, at INTEGER NOT NULL,
    direction TEXT NOT NULL, outcome TEXT, minutes INTEGER, counts INTEGER, effect TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '');
CREATE INDEX entry_at ON entry (at, id);

CREATE TABLE entry_person (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id),
    entry_id INTEGER NOT NULL REFERENCES entry (id), at INTEGER NOT NULL, effect TEXT NOT NULL,
    direction TEXT NOT NULL);
CREATE INDEX entry_person_timeline ON entry_person (person_id, at, entry_id, effect, direction);
CREATE INDEX entry_person_entry ON entry_person (entry_id, person_id);

CREATE TABLE extra (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id), name TEXT NOT NULL,
    value TEXT NOT NULL, place INTEGER NOT NULL DEFAULT 0);
CREATE INDEX extra_person ON extra (person_id, place);

CREATE TABLE setting (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, title_values TEXT NOT NULL, areas TEXT NOT NULL,
    at INTEGER NOT NULL, finished INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 1);
CREATE TABLE change_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL, in_table TEXT NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL, op TEXT NOT NULL, old TEXT);
CREATE INDEX change_row_change ON change_row (change_id);
CREATE INDEX change_row_place ON change_row (in_table, first, last);
CREATE TABLE change_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL, done INTEGER NOT NULL);
CREATE INDEX change_event_change ON change_event (change_id);
CREATE TABLE journal_state (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER);
INSERT INTO journal_state (id, change_id) VALUES (1, NULL);

CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dirty_person (person_id INTEGER PRIMARY KEY);
CREATE TABLE search_backlog (id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);

CREATE TABLE roster (
    person_id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, sort_key TEXT NOT NULL, shown TEXT NOT NULL,
    subtitle TEXT NOT NULL, tier TEXT, stage TEXT, last_contact INTEGER, last_inbound INTEGER, last_outbound INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0, last_at INTEGER, next_at INTEGER, cadence_days INTEGER, due_on TEXT,
    has_photo INTEGER NOT NULL DEFAULT 0);
CREATE INDEX roster_name ON roster (scope, sort_key, person_id);
CREATE INDEX roster_contact ON roster (scope, last_contact DESC, person_id);
CREATE INDEX roster_due ON roster (scope, due_on IS NULL, due_on, sort_key, person_id, last_contact);
CREATE INDEX roster_next ON roster (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX roster_last ON roster (last_at) WHERE last_at IS NOT NULL;

CREATE VIRTUAL TABLE search_person USING fts5 (names, other, tokenize="unicode61 remove_diacritics 2", prefix='1 2 3');
CREATE TABLE name_key (key TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search_organisation USING fts5 (
    name, note, content='organisation', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3');
CREATE VIRTUAL TABLE search_fact USING fts5 (
    label, text, content='fact', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3');
CREATE VIRTUAL TABLE search_entry USING fts5 (
    place, text, content='entry', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4');
INSERT INTO search_person (search_person, rank) VALUES ('secure-delete', 1);
INSERT INTO search_organisation (search_organisation, rank) VALUES ('secure-delete', 1);
INSERT INTO search_fact (search_fact, rank) VALUES ('secure-delete', 1);
INSERT INTO search_entry (search_entry, rank) VALUES ('secure-delete', 1);
"""
