-- Time with somebody, and steps of a prescriber's plan, which are told and have not happened.
CREATE TABLE contact (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    with_whom TEXT NOT NULL,
    felt_heard REAL CHECK (felt_heard BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE planned_dose (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    medicine TEXT NOT NULL,
    amount REAL NOT NULL CHECK (amount >= 0),
    unit TEXT NOT NULL,
    from_day INTEGER NOT NULL
) STRICT;
