-- When the person wants to be asked; no row: never. Windows and quiet hours are minutes after
-- midnight on the wall. Prompts before `since` count no more; `seen_until` is how far they were
-- looked through. Both in seconds UTC.
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    mode TEXT NOT NULL CHECK (mode IN ('usual', 'burst', 'quiet', 'weekly')),
    burst_from INTEGER,
    weekday INTEGER,
    early_from INTEGER NOT NULL,
    early_to INTEGER NOT NULL,
    late_from INTEGER NOT NULL,
    late_to INTEGER NOT NULL,
    quiet_from INTEGER,
    quiet_to INTEGER,
    seed INTEGER NOT NULL,
    since INTEGER NOT NULL,
    seen_until INTEGER NOT NULL
) STRICT;
