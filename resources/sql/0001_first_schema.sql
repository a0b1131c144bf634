-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1. A file of this folder is never edited once it has been shipped: write the next number instead.
-- It runs inside one transaction, which also sets application_id and user_version.
--
-- Every record carries its moment in four columns: utc_ms (ms since 1970 UTC), offset_min (local minus UTC),
-- time_zone (name) and local_day (the day it counts for, fixed when the record was made). `id` is the record's
-- UUID, by which logs can be merged; `seq` is a short key inside this file. `deleted_at` is a soft delete (ms UTC).
-- Enums are stored by the names that core lists.

CREATE TABLE athlete (
    singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    name TEXT NOT NULL CHECK (length(name) <= 100),
    start TEXT NOT NULL CHECK (start IN ('baseline-first', 'release-today'))
) STRICT;

CREATE TABLE safety_screening (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    cleared_utc_ms INTEGER CHECK (cleared_utc_ms BETWEEN -62135596800000 AND 253402300799999),
    cleared_offset_min INTEGER CHECK (cleared_offset_min BETWEEN -1080 AND 1080),
    cleared_time_zone TEXT CHECK (length(cleared_time_zone) <= 100),
    CHECK ((cleared_utc_ms IS NULL) = (cleared_offset_min IS NULL)
           AND (cleared_utc_ms IS NULL) = (cleared_time_zone IS NULL))
) STRICT;

CREATE INDEX safety_screening_time ON safety_screening (utc_ms);

-- What was answered yes.
CREATE TABLE safety_item (
    screening INTEGER NOT NULL REFERENCES safety_screening (seq) ON DELETE CASCADE,
    item TEXT NOT NULL CHECK (item IN ('pregnancy', 'aneurysm', 'hernia', 'recent-surgery', 'organ-disease', 'bleeding',
                                       'clot', 'bones', 'unexplained', 'groin-pain')),
    PRIMARY KEY (screening, item)
) STRICT, WITHOUT ROWID;

-- `day` is local_day as days since 1970-01-01 and `removed` is deleted_at as a flag: short copies that soreness
-- repeats for the trend index.
CREATE TABLE check_in (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(day * 86400, 'unixepoch')),
    day INTEGER NOT NULL,
    context TEXT NOT NULL CHECK (context IN ('after-run', 'morning', 'other')),
    note TEXT NOT NULL CHECK (length(note) <= 5000),
    deleted_at INTEGER,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed = (deleted_at IS NOT NULL)),
    UNIQUE (day, utc_ms, removed, seq)
) STRICT;

CREATE INDEX check_in_time ON check_in (utc_ms);

-- day, utc_ms and removed are those of the check-in; the foreign key keeps them so.
CREATE TABLE soreness (
    check_in INTEGER NOT NULL,
    site TEXT NOT NULL CHECK (site IN ('hamstring-left', 'hamstring-right', 'calf-left', 'calf-right',
                                       'quadriceps-left', 'quadriceps-right', 'glute-left', 'glute-right',
                                       'psoas-left', 'psoas-right', 'lower-back-left', 'lower-back-right')),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
    day INTEGER NOT NULL,
    utc_ms INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (check_in, site),
    FOREIGN KEY (day, utc_ms, removed, check_in) REFERENCES check_in (day, utc_ms, removed, seq)
        ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Charts read this index alone. It repeats `removed`, because SQLite would go to the table to look at it.
CREATE INDEX soreness_trend ON soreness (site, day, utc_ms, score, removed) WHERE removed = 0;

CREATE TABLE run (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    check_in INTEGER NOT NULL UNIQUE REFERENCES check_in (seq) ON DELETE CASCADE,
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    distance_m INTEGER CHECK (distance_m BETWEEN 1 AND 300000),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 840),
    effort INTEGER CHECK (effort BETWEEN 0 AND 10)
) STRICT;

CREATE INDEX run_day ON run (local_day);

CREATE TABLE run_feature (
    run INTEGER NOT NULL REFERENCES run (seq) ON DELETE CASCADE,
    feature TEXT NOT NULL CHECK (feature IN ('hills', 'speed', 'strength')),
    PRIMARY KEY (run, feature)
) STRICT, WITHOUT ROWID;

CREATE TABLE self_test (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    kind TEXT NOT NULL CHECK (kind IN ('glute-activation', 'pelvic-tilt')),
    wording_version INTEGER NOT NULL CHECK (wording_version >= 1),
    first_side TEXT NOT NULL CHECK (first_side IN ('left', 'right')),
    pillow INTEGER NOT NULL CHECK (pillow IN (0, 1)),
    repeats INTEGER NOT NULL CHECK (repeats BETWEEN 1 AND 3),
    hold_s INTEGER NOT NULL CHECK (hold_s BETWEEN 0 AND 3600),
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    note TEXT NOT NULL CHECK (length(note) <= 5000),
    deleted_at INTEGER
) STRICT;

CREATE INDEX self_test_day ON self_test (local_day);
CREATE INDEX self_test_newest ON self_test (kind, utc_ms);

CREATE TABLE reading (
    self_test INTEGER NOT NULL REFERENCES self_test (seq) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    side TEXT CHECK (side IN ('left', 'right')),
    posture TEXT CHECK (posture IN ('arched', 'tucked')),
    repeat INTEGER NOT NULL CHECK (repeat BETWEEN 1 AND 3),
    contraction TEXT NOT NULL CHECK (contraction IN ('none', 'flicker', 'soft', 'firm', 'hard')),
    worked_hardest TEXT CHECK (worked_hardest IN ('glute', 'hamstring', 'lower-back', 'even')),
    PRIMARY KEY (self_test, position),
    CHECK ((side IS NULL) <> (posture IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE release_session (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    routine_id TEXT NOT NULL CHECK (length(routine_id) <= 200),
    routine_name TEXT NOT NULL CHECK (length(routine_name) <= 1000),
    planned_s INTEGER NOT NULL CHECK (planned_s BETWEEN 0 AND 1000000),
    outcome TEXT NOT NULL CHECK (outcome IN ('running', 'completed', 'stopped', 'partial', 'discarded')),
    stop_reason TEXT CHECK (stop_reason IN ('finished-early', 'sharp-pain', 'pulsing', 'numbness', 'interrupted',
                                            'other')),
    red_acknowledged INTEGER NOT NULL CHECK (red_acknowledged IN (0, 1)),
    worked_ms INTEGER NOT NULL CHECK (worked_ms >= 0),
    before_left INTEGER CHECK (before_left BETWEEN 0 AND 10),
    before_right INTEGER CHECK (before_right BETWEEN 0 AND 10),
    after_left INTEGER CHECK (after_left BETWEEN 0 AND 10),
    after_right INTEGER CHECK (after_right BETWEEN 0 AND 10),
    note TEXT NOT NULL CHECK (length(note) <= 5000),
    deleted_at INTEGER
) STRICT;

CREATE INDEX release_session_day ON release_session (local_day);
CREATE INDEX release_session_time ON release_session (utc_ms);
-- Each start looks for a session that a crash cut off: as a rule there is none.
CREATE INDEX release_session_running ON release_session (utc_ms) WHERE outcome = 'running' AND deleted_at IS NULL;

CREATE TABLE session_event (
    session INTEGER NOT NULL REFERENCES release_session (seq) ON DELETE CASCADE,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    worked_ms INTEGER NOT NULL CHECK (worked_ms >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('step-started', 'step-ended', 'step-skipped', 'step-back', 'point-found',
                                       'point-released', 'point-left', 'paused', 'resumed', 'gap', 'finished',
                                       'stopped')),
    step INTEGER NOT NULL CHECK (step >= 0),
    zone TEXT CHECK (zone IN ('low', 'middle', 'high')),
    side TEXT NOT NULL CHECK (side IN ('both', 'left', 'right')),
    point INTEGER CHECK (point >= 1),
    duration_ms INTEGER CHECK (duration_ms >= 0),
    PRIMARY KEY (session, sequence)
) STRICT, WITHOUT ROWID;
