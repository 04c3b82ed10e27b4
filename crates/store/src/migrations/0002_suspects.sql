-- What the person suspects, in the order of naming. Days are days of the person, counted from 1970.
CREATE TABLE suspect (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    named_on INTEGER NOT NULL,
    dropped_on INTEGER CHECK (dropped_on > named_on)
) STRICT;
