-- The safety plan. A line that was changed or taken out stays for a while, so that it can be put back.
CREATE TABLE plan_line (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
    part TEXT NOT NULL CHECK (part IN ('signs', 'helps', 'places', 'people', 'professionals', 'safe')),
    place INTEGER NOT NULL,
    words TEXT NOT NULL,
    taken_out_at INTEGER
) STRICT;
