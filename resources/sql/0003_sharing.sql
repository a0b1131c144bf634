-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 3: what logs that were copied to somebody else are compared and united by, and what coaches send back.

-- changed_ms is when a record was changed last since it was made: edited, removed or brought back (ms UTC). NULL: never,
-- or before this version. It only grows, also when the clock was set back.
ALTER TABLE athlete ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);
ALTER TABLE safety_screening
    ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);
ALTER TABLE check_in ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);
ALTER TABLE self_test ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);
ALTER TABLE release_session ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);
ALTER TABLE weekly_check_in ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);
ALTER TABLE experiment ADD COLUMN changed_ms INTEGER CHECK (changed_ms BETWEEN -62135596800000 AND 253402300799999);

-- How a copy to hand over was made; a log itself has no row. What was recorded for days before first_day is not in the
-- copy (NULL: all is), and the athlete's notes are only when `notes` is 1.
CREATE TABLE snapshot (
    singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    first_day TEXT CHECK (first_day IS date(first_day, '+0 days')),
    notes INTEGER NOT NULL CHECK (notes IN (0, 1))
) STRICT;

-- What coaches wrote: about the athlete (first_day NULL) or about the days first_day to last_day. It stands beside the
-- records and never leaves this log. A note taken back stays as a row, so that an older file does not bring it back.
CREATE TABLE received_note (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    author TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 100),
    first_day TEXT CHECK (first_day IS date(first_day, '+0 days')),
    last_day TEXT CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day),
    muscle TEXT CHECK (muscle IN ('hamstring', 'calf', 'quadriceps', 'glute', 'psoas', 'lower-back')),
    text TEXT NOT NULL CHECK (length(text) <= 5000),
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    read INTEGER NOT NULL CHECK (read IN (0, 1)),
    CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CHECK (muscle IS NULL OR first_day IS NOT NULL),
    CHECK (withdrawn = 1 OR text <> '')
) STRICT;

-- The newest plan that a coach proposes: a routine and on how many days a week.
CREATE TABLE received_plan (
    singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
    id TEXT NOT NULL CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    author TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 100),
    days_a_week INTEGER NOT NULL CHECK (days_a_week BETWEEN 1 AND 7),
    routine_id TEXT NOT NULL CHECK (length(routine_id) BETWEEN 1 AND 100 AND routine_id NOT GLOB '*[^0-9a-z-]*'),
    routine_name TEXT NOT NULL CHECK (length(routine_name) BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE received_plan_step (
    plan INTEGER NOT NULL REFERENCES received_plan (singleton) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 199),
    kind TEXT NOT NULL CHECK (kind IN ('settle', 'zone', 'switch', 'rest')),
    zone TEXT CHECK (zone IN ('low', 'middle', 'high')),
    side TEXT NOT NULL CHECK (side IN ('both', 'left', 'right')),
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN 1 AND 3600),
    cue TEXT NOT NULL CHECK (length(cue) <= 500),
    pose TEXT NOT NULL CHECK (length(pose) <= 100),
    PRIMARY KEY (plan, position),
    CHECK ((kind = 'zone') = (zone IS NOT NULL))
) STRICT, WITHOUT ROWID;
