-- Start days of what can not be switched off. A check of a column can not be changed in its place, so the
-- table is made anew. What was told of days is laid aside meanwhile: it would go with the old table.
CREATE TABLE experiment_day_kept (experiment INTEGER NOT NULL, day INTEGER NOT NULL, is_done INTEGER NOT NULL) STRICT;
INSERT INTO experiment_day_kept SELECT experiment, day, is_done FROM experiment_day;
DROP TABLE experiment_day;
CREATE TABLE experiment_next (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
    strategy TEXT,
    outcome TEXT NOT NULL,
    polarity TEXT NOT NULL CHECK (polarity IN ('more_feeling', 'more_numb')),
    begins INTEGER NOT NULL,
    days_per_period INTEGER NOT NULL,
    drawn_from TEXT NOT NULL CHECK (drawn_from IN ('pairs', 'restricted', 'start_days')),
    run_max INTEGER,
    switches_min INTEGER,
    assigned TEXT NOT NULL,
    carry_over_days INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    locked_on INTEGER NOT NULL,
    seal BLOB NOT NULL CHECK (length(seal) = 32),
    stopped_on INTEGER,
    -- Days from the first day, where a start day was drawn.
    earliest_start INTEGER,
    latest_start INTEGER,
    n_started INTEGER,
    place INTEGER,
    gap_days INTEGER
) STRICT;
INSERT INTO experiment_next (id, key, strategy, outcome, polarity, begins, days_per_period, drawn_from, run_max, switches_min, assigned, carry_over_days, seed, locked_on, seal, stopped_on)
SELECT id, key, strategy, outcome, polarity, begins, days_per_period, drawn_from, run_max, switches_min, assigned, carry_over_days, seed, locked_on, seal, stopped_on FROM experiment;
DROP TABLE experiment;
ALTER TABLE experiment_next RENAME TO experiment;
CREATE TABLE experiment_day (
    experiment INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    PRIMARY KEY (experiment, day)
) STRICT, WITHOUT ROWID;
INSERT INTO experiment_day SELECT experiment, day, is_done FROM experiment_day_kept;
DROP TABLE experiment_day_kept;
