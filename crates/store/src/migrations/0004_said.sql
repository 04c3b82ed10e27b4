-- Claims that were shown, in their words. Days are days of the person, counted from 1970.
CREATE TABLE said (
    question TEXT NOT NULL,
    about TEXT NOT NULL,
    is_up INTEGER NOT NULL CHECK (is_up IN (0, 1)),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    sentence TEXT NOT NULL,
    size REAL NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL CHECK (high >= low),
    look_day INTEGER NOT NULL,
    shown_on INTEGER NOT NULL,
    taken_back_on INTEGER,
    method TEXT NOT NULL,
    method_version TEXT NOT NULL,
    PRIMARY KEY (question, about, is_up, from_day, look_day)
) STRICT, WITHOUT ROWID;
