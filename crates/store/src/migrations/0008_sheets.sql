-- Sheets that the person filled in, and how unreal things seemed around a practice.
CREATE TABLE sheet (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE sheet_line (
    fact INTEGER NOT NULL REFERENCES sheet (fact) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (fact, place)
) STRICT, WITHOUT ROWID;

ALTER TABLE practice ADD COLUMN unreal_before INTEGER CHECK (unreal_before BETWEEN 0 AND 100);
ALTER TABLE practice ADD COLUMN unreal_after INTEGER CHECK (unreal_after BETWEEN 0 AND 100);
