-- One header per fact, one table per kind. Times are seconds UTC beside the zone they were read in.
CREATE TABLE zone (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE import_file (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    imported_zone INTEGER NOT NULL REFERENCES zone (id)
) STRICT;

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    scale TEXT NOT NULL CHECK (scale IN ('line', 'steps', 'open')),
    scale_min REAL,
    scale_max REAL,
    role TEXT NOT NULL CHECK (role IN ('more_feeling', 'more_numb', 'candidate', 'context')),
    time_window TEXT NOT NULL CHECK (time_window IN ('momentary', 'daily', 'since_last')),
    CHECK ((scale = 'open') = (scale_min IS NULL AND scale_max IS NULL))
) STRICT;

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone INTEGER NOT NULL REFERENCES zone (id),
    recorded_at INTEGER NOT NULL,
    recorded_zone INTEGER NOT NULL REFERENCES zone (id),
    import_file INTEGER REFERENCES import_file (id),
    import_line INTEGER,
    withdrawn_at INTEGER,
    CHECK ((import_file IS NULL) = (import_line IS NULL))
) STRICT;

CREATE INDEX fact_by_at ON fact (at);
CREATE INDEX fact_by_import_file ON fact (import_file) WHERE import_file IS NOT NULL;
CREATE INDEX fact_by_withdrawn_at ON fact (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

CREATE TABLE occasion (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    plan TEXT NOT NULL CHECK (plan IN ('signal', 'interval', 'voluntary', 'recall')),
    scheduled_at INTEGER,
    scheduled_zone INTEGER REFERENCES zone (id),
    sent_at INTEGER,
    sent_zone INTEGER REFERENCES zone (id),
    day_no INTEGER,
    beep_no INTEGER,
    state TEXT NOT NULL CHECK (state IN ('scheduled', 'missed', 'answered')),
    seed INTEGER
) STRICT;

CREATE TABLE response (
    fact INTEGER NOT NULL REFERENCES occasion (fact) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    item INTEGER NOT NULL REFERENCES item (id),
    value REAL,
    missing TEXT CHECK (missing IN ('skipped', 'not_asked')),
    device TEXT NOT NULL CHECK (device IN ('keyboard', 'pointer', 'terminal', 'file', 'unknown')),
    latency_ms INTEGER,
    PRIMARY KEY (fact, place),
    CHECK ((value IS NULL) <> (missing IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE flicker (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    strength TEXT NOT NULL CHECK (strength IN ('trace', 'clear')),
    word TEXT
) STRICT;

CREATE TABLE event (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    ends_at INTEGER,
    ends_zone INTEGER REFERENCES zone (id),
    is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1))
) STRICT;

CREATE TABLE sleep_night (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    into_bed_at INTEGER,
    into_bed_zone INTEGER REFERENCES zone (id),
    tried_to_sleep_at INTEGER,
    tried_to_sleep_zone INTEGER REFERENCES zone (id),
    latency_minutes INTEGER,
    n_awakenings INTEGER,
    awake_minutes INTEGER,
    final_wake_at INTEGER,
    final_wake_zone INTEGER REFERENCES zone (id),
    out_of_bed_at INTEGER,
    out_of_bed_zone INTEGER REFERENCES zone (id),
    asleep_minutes INTEGER,
    quality INTEGER
) STRICT;

CREATE TABLE activity (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    label TEXT,
    minutes INTEGER NOT NULL,
    intensity TEXT CHECK (intensity IN ('light', 'moderate', 'vigorous'))
) STRICT;

CREATE TABLE medication_statement (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    medicine TEXT NOT NULL,
    amount REAL NOT NULL,
    unit TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER
) STRICT;

CREATE TABLE medication_administration (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    medicine TEXT NOT NULL,
    is_taken INTEGER NOT NULL CHECK (is_taken IN (0, 1)),
    amount REAL,
    unit TEXT,
    CHECK ((amount IS NULL) = (unit IS NULL))
) STRICT;

CREATE TABLE practice (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    strategy TEXT NOT NULL,
    minutes INTEGER
) STRICT;

CREATE TABLE note (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    day_start_minutes INTEGER NOT NULL,
    zone INTEGER NOT NULL REFERENCES zone (id),
    threshold REAL,
    lock_after_minutes INTEGER NOT NULL,
    has_read_safety INTEGER NOT NULL CHECK (has_read_safety IN (0, 1))
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
