"""What nurturing stands on: sales, marks, ideas, referrals, phrases, suggestions; the rhythm. Frozen.

Days are ISO dates of my zone, money is minor units with its currency (ISO 4217). `rhythm` is derived, not journalled.
"""

SQL = """
ALTER TABLE person ADD COLUMN stage_since TEXT;
ALTER TABLE fact ADD COLUMN review TEXT;
CREATE INDEX person_stage ON person (stage, stage_since) WHERE stage IS NOT NULL;
CREATE INDEX fact_review ON fact (review) WHERE review IS NOT NULL;
CREATE INDEX fact_over ON fact (coalesce(ends, day)) WHERE day IS NOT NULL;
CREATE INDEX fact_noted ON fact (section, noted_at);
CREATE INDEX position_since ON position (since) WHERE since IS NOT NULL;
CREATE INDEX position_until ON position (until) WHERE until IS NOT NULL;
CREATE INDEX contact_point_linkedin ON contact_point (person_id)
    WHERE kind = 'url' AND value LIKE '%linkedin.com/%';

CREATE TABLE sale (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id),
    what TEXT NOT NULL, day TEXT NOT NULL, delivered TEXT, amount INTEGER NOT NULL, currency TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '');
CREATE INDEX sale_person ON sale (person_id, day);
CREATE INDEX sale_day ON sale (day);
CREATE INDEX sale_delivered ON sale (delivered) WHERE delivered IS NOT NULL;

CREATE TABLE satisfaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL, score INTEGER NOT NULL, words TEXT NOT NULL DEFAULT '');
CREATE INDEX satisfaction_person ON satisfaction (person_id, day);
CREATE INDEX satisfaction_day ON satisfaction (day);

CREATE TABLE idea (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL, text TEXT NOT NULL, answered TEXT, answer TEXT NOT NULL DEFAULT '');
CREATE INDEX idea_person ON idea (person_id, day);
CREATE INDEX idea_open ON idea (day) WHERE answered IS NULL;

CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL,
    interests TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '');
CREATE TABLE recommended (
    id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person (id),
    recommendation_id INTEGER NOT NULL REFERENCES recommendation (id), day TEXT NOT NULL);
CREATE UNIQUE INDEX recommended_once ON recommended (person_id, recommendation_id);
CREATE INDEX recommended_recommendation ON recommended (recommendation_id);

CREATE TABLE referral (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id),
    referred_id INTEGER REFERENCES person (id), referred_name TEXT NOT NULL DEFAULT '', day TEXT NOT NULL,
    thanked TEXT, told TEXT, note TEXT NOT NULL DEFAULT '');
CREATE INDEX referral_person ON referral (person_id, day);
CREATE INDEX referral_referred ON referral (referred_id) WHERE referred_id IS NOT NULL;
CREATE INDEX referral_open ON referral (day) WHERE thanked IS NULL OR told IS NULL;

CREATE TABLE standing (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL, score INTEGER NOT NULL, would_tell INTEGER, note TEXT NOT NULL DEFAULT '');
CREATE INDEX standing_person ON standing (person_id, day);

CREATE TABLE win_back (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL DEFAULT '');
CREATE INDEX win_back_person ON win_back (person_id, day);

CREATE TABLE phrase (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    kind TEXT NOT NULL, language TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '', text TEXT NOT NULL);
CREATE INDEX phrase_kind ON phrase (kind, language);

CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, rule TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id), state TEXT NOT NULL, day TEXT NOT NULL, at INTEGER NOT NULL,
    minutes INTEGER NOT NULL, rests_until TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '');
CREATE INDEX suggestion_rest ON suggestion (person_id, rule, rests_until);
CREATE INDEX suggestion_name ON suggestion (name, rests_until);
CREATE INDEX suggestion_day ON suggestion (day, id);

CREATE TABLE rhythm (
    person_id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, tier TEXT, gaps INTEGER NOT NULL, median REAL, p90 INTEGER,
    last_day TEXT, quiet_on TEXT, by_attempts INTEGER NOT NULL DEFAULT 0, ripens_on TEXT, last_met TEXT,
    last_letter TEXT, last_social TEXT);
CREATE INDEX rhythm_quiet ON rhythm (scope, quiet_on, person_id) WHERE quiet_on IS NOT NULL;
CREATE INDEX rhythm_ripens ON rhythm (ripens_on) WHERE ripens_on IS NOT NULL;
CREATE INDEX rhythm_met ON rhythm (scope, tier, last_met);
CREATE INDEX rhythm_letter ON rhythm (scope, tier, last_letter);
CREATE INDEX rhythm_silence ON rhythm (scope, tier, last_day);
CREATE INDEX closure_leave ON closure (first, last) WHERE person_id IS NULL AND holiday = 0 AND off = 0;
CREATE INDEX entry_apart ON entry (id, kind) WHERE kind IN ('lunch', 'visit', 'letter', 'social');
INSERT INTO remembered (key, value) SELECT 'derived.rhythms_from', '0' WHERE EXISTS (SELECT 1 FROM person);
"""
