-- SPDX-License-Identifier: GPL-3.0-or-later
-- A coach's library, version 1. A file of this folder is never edited once it has been shipped: write the next number
-- instead. It runs inside one transaction, which also sets application_id and user_version.

-- What belongs to the coach, by name.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY CHECK (name IN ('coach-name', 'watched-folder')),
    value TEXT NOT NULL CHECK (length(value) <= 5000)
) STRICT, WITHOUT ROWID;

-- An athlete without the log. `id` is that of the log; `digest` tells one image from another. What the roster worked
-- out of the image is kept in facts_text, and what from in facts_key. `removed_at` is a soft delete (ms UTC): such a
-- row is purged when the library is closed.
CREATE TABLE athlete (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    name TEXT NOT NULL CHECK (length(name) <= 100),
    team TEXT NOT NULL DEFAULT '' CHECK (length(team) <= 100),
    taken_utc_ms INTEGER NOT NULL CHECK (taken_utc_ms BETWEEN -62135596800000 AND 253402300799999),
    taken_offset_min INTEGER NOT NULL CHECK (taken_offset_min BETWEEN -1080 AND 1080),
    taken_time_zone TEXT NOT NULL CHECK (length(taken_time_zone) <= 100),
    digest TEXT NOT NULL CHECK (length(digest) <= 200),
    reviewed_utc_ms INTEGER CHECK (reviewed_utc_ms BETWEEN -62135596800000 AND 253402300799999),
    reviewed_offset_min INTEGER CHECK (reviewed_offset_min BETWEEN -1080 AND 1080),
    reviewed_time_zone TEXT CHECK (length(reviewed_time_zone) <= 100),
    reviewed_digest TEXT CHECK (length(reviewed_digest) <= 200),
    reviewed_flags TEXT CHECK (length(reviewed_flags) <= 10000),
    facts_key TEXT CHECK (length(facts_key) <= 1000),
    facts_text TEXT CHECK (length(facts_text) <= 100000),
    removed_at INTEGER,
    CHECK ((reviewed_utc_ms IS NULL) = (reviewed_offset_min IS NULL)
           AND (reviewed_utc_ms IS NULL) = (reviewed_time_zone IS NULL)
           AND (reviewed_utc_ms IS NULL) = (reviewed_digest IS NULL)
           AND (reviewed_utc_ms IS NULL) = (reviewed_flags IS NULL)),
    CHECK ((facts_key IS NULL) = (facts_text IS NULL))
) STRICT;

CREATE INDEX athlete_removed ON athlete (removed_at) WHERE removed_at IS NOT NULL;

-- The athlete's log: the bytes of a database. Apart from the athlete, so that the list of athletes reads no page of it.
CREATE TABLE image (
    athlete INTEGER PRIMARY KEY REFERENCES athlete (seq) ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT;

-- What the coach wrote: about the athlete (first_day NULL) or about the days first_day to last_day. A note taken back
-- stays, so that the athlete is told.
CREATE TABLE note (
    seq INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athlete (seq) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    author TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 100),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    first_day TEXT CHECK (first_day IS date(first_day, '+0 days')),
    last_day TEXT CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day),
    muscle TEXT CHECK (muscle IN ('hamstring', 'calf', 'quadriceps', 'glute', 'psoas', 'lower-back')),
    text TEXT NOT NULL CHECK (length(text) <= 5000),
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CHECK (muscle IS NULL OR first_day IS NOT NULL),
    CHECK (withdrawn = 1 OR text <> '')
) STRICT;

CREATE INDEX note_athlete ON note (athlete, withdrawn);

-- The newest plan for an athlete: a routine and on how many days a week.
CREATE TABLE plan (
    athlete INTEGER PRIMARY KEY REFERENCES athlete (seq) ON DELETE CASCADE,
    id TEXT NOT NULL CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    author TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 100),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    days_a_week INTEGER NOT NULL CHECK (days_a_week BETWEEN 1 AND 7),
    routine_id TEXT NOT NULL CHECK (length(routine_id) BETWEEN 1 AND 100 AND routine_id NOT GLOB '*[^0-9a-z-]*'),
    routine_name TEXT NOT NULL CHECK (length(routine_name) BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE plan_step (
    plan INTEGER NOT NULL REFERENCES plan (athlete) ON DELETE CASCADE,
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

-- Files that were looked at, so that one that did not change is not read again; of more than there is room for, those
-- with the lowest seq are forgotten. `refused` is the code of the error when it was not accepted.
CREATE TABLE known_file (
    seq INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE CHECK (length(path) <= 5000),
    bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) <= 200),
    refused TEXT,
    detail TEXT NOT NULL CHECK (length(detail) <= 10000),
    athlete TEXT NOT NULL CHECK (length(athlete) <= 36)
) STRICT;
