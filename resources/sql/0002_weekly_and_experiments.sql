-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: weekly check-ins and experiments. Columns as in version 1.

-- q1 to q4 are the scores of the answers, NULL when not answered. Which scores there are depends on the version of the
-- questionnaire.
CREATE TABLE weekly_check_in (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    version TEXT NOT NULL CHECK (version IN ('ostrc-2013', 'ostrc-h2')),
    q1 INTEGER CHECK (q1 IN (0, 8, 17, 25)),
    q2 INTEGER,
    q3 INTEGER,
    q4 INTEGER CHECK (q4 IN (0, 8, 17, 25)),
    note TEXT NOT NULL CHECK (length(note) <= 5000),
    deleted_at INTEGER,
    CHECK (CASE version
           WHEN 'ostrc-2013' THEN q2 IN (0, 6, 13, 19, 25) AND q3 IN (0, 6, 13, 19, 25)
           ELSE q2 IN (0, 8, 17, 25) AND q3 IN (0, 8, 17, 25) END),
    CHECK (coalesce(q1, q2, q3, q4) IS NOT NULL)
) STRICT;

CREATE INDEX weekly_check_in_day ON weekly_check_in (local_day);
CREATE INDEX weekly_check_in_time ON weekly_check_in (utc_ms);

-- A plan as it was drawn. What a random start and what alternating weeks need is NULL in a plan of the other kind.
-- release_first has a digit for each pair of weeks: 1 when the week with release comes first. `replaces` is the id of
-- the plan whose place this one took. Rows are never deleted.
CREATE TABLE experiment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    utc_ms INTEGER NOT NULL CHECK (utc_ms BETWEEN -62135596800000 AND 253402300799999),
    offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1080 AND 1080),
    time_zone TEXT NOT NULL CHECK (length(time_zone) <= 100),
    local_day TEXT NOT NULL CHECK (local_day IS date(local_day, '+0 days')),
    kind TEXT NOT NULL CHECK (kind IN ('random-start', 'alternating-weeks')),
    first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days') AND first_day >= local_day),
    least_baseline INTEGER CHECK (least_baseline BETWEEN 7 AND most_baseline),
    most_baseline INTEGER CHECK (most_baseline <= 21),
    baseline INTEGER CHECK (baseline BETWEEN least_baseline AND most_baseline),
    release_days INTEGER CHECK (release_days BETWEEN 14 AND 56),
    release_first TEXT CHECK (length(release_first) BETWEEN 2 AND 10 AND release_first NOT GLOB '*[^01]*'),
    state TEXT NOT NULL CHECK (state IN ('active', 'stopped', 'replaced')),
    ended_utc_ms INTEGER CHECK (ended_utc_ms BETWEEN -62135596800000 AND 253402300799999),
    ended_offset_min INTEGER CHECK (ended_offset_min BETWEEN -1080 AND 1080),
    ended_time_zone TEXT CHECK (length(ended_time_zone) <= 100),
    ended_local_day TEXT CHECK (ended_local_day IS date(ended_local_day, '+0 days')),
    reason TEXT NOT NULL CHECK (length(reason) <= 5000),
    replaces TEXT UNIQUE REFERENCES experiment (id),
    CHECK ((kind = 'random-start') = (least_baseline IS NOT NULL)
           AND (kind = 'random-start') = (most_baseline IS NOT NULL)
           AND (kind = 'random-start') = (baseline IS NOT NULL)
           AND (kind = 'random-start') = (release_days IS NOT NULL)
           AND (kind = 'alternating-weeks') = (release_first IS NOT NULL)),
    CHECK ((state = 'active') = (ended_utc_ms IS NULL)
           AND (state = 'active') = (ended_offset_min IS NULL)
           AND (state = 'active') = (ended_time_zone IS NULL)
           AND (state = 'active') = (ended_local_day IS NULL))
) STRICT;

CREATE INDEX experiment_time ON experiment (utc_ms);
