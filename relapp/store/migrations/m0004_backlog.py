"""What waits in great numbers is found by index. Frozen: later changes are later steps.

The rows of `next_delivery` get what they are chosen by and are made anew at the next start; see there.
"""

SQL = """
ALTER TABLE next_delivery ADD COLUMN due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE next_delivery ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE next_delivery ADD COLUMN place INTEGER;
ALTER TABLE next_delivery ADD COLUMN channel TEXT NOT NULL DEFAULT '';
UPDATE next_delivery SET version = 0, due = coalesce((
    SELECT coalesce(f.snoozed_to, f.due_at, CAST(strftime('%s', f.due_day) AS INTEGER)) FROM follow_up AS f
    WHERE f.id = follow_up_id), 0);

DROP INDEX next_delivery_at;
CREATE INDEX next_delivery_at ON next_delivery (at, due, shown) WHERE waiting = 1;
CREATE INDEX next_delivery_line ON next_delivery (place, since, channel, at) WHERE waiting = 1 AND place IS NOT NULL;
CREATE INDEX next_delivery_apart ON next_delivery (at) WHERE waiting = 1 AND place IS NULL;

DROP INDEX follow_up_open_at;
DROP INDEX follow_up_open_day;
CREATE INDEX follow_up_open_at ON follow_up (due_at, id, person_id, snoozed_to, repeat, fixed, urgent, anyway)
    WHERE state = 'open' AND due_at IS NOT NULL;
CREATE INDEX follow_up_open_day ON follow_up (due_day, id, person_id, snoozed_to, repeat, fixed, urgent, anyway)
    WHERE state = 'open' AND due_day IS NOT NULL;
"""
