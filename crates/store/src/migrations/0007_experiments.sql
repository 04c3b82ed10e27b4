-- What was drawn by lot. Its terms are never written anew; a change from outside breaks the seal.
-- Days are days of the person, counted from 1970.
CREATE TABLE experiment (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
    strategy TEXT,
    outcome TEXT NOT NULL,
    polarity TEXT NOT NULL CHECK (polarity IN ('more_feeling', 'more_numb')),
    begins INTEGER NOT NULL,
    days_per_period INTEGER NOT NULL,
    drawn_from TEXT NOT NULL CHECK (drawn_from IN ('pairs', 'restricted')),
    run_max INTEGER,
    switches_min INTEGER,
    assigned TEXT NOT NULL,
    carry_over_days INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    locked_on INTEGER NOT NULL,
    seal BLOB NOT NULL CHECK (length(seal) = 32),
    stopped_on INTEGER
) STRICT;
-- What the person told about days of it.
CREATE TABLE experiment_day (
    experiment INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    PRIMARY KEY (experiment, day)
) STRICT, WITHOUT ROWID;
