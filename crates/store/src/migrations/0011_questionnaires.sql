-- Questionnaires that the person brought, with their wording; and what was filled in.
CREATE TABLE questionnaire (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
    url TEXT,
    version TEXT,
    title TEXT NOT NULL,
    language TEXT,
    rights TEXT,
    introduction TEXT,
    format TEXT NOT NULL CHECK (format IN ('fhir_r4', 'fhir_r5', 'osd', 'reproschema', 'camcops')),
    kept_on INTEGER NOT NULL,
    is_use_confirmed INTEGER NOT NULL CHECK (is_use_confirmed IN (0, 1)),
    instrument TEXT,
    safety_item TEXT,
    taken_out_at INTEGER
) STRICT;

CREATE TABLE questionnaire_item (
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
    prefix TEXT,
    words TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'whole_number', 'decimal', 'yes_no', 'text', 'date',
                                       'group', 'display')),
    is_multiple INTEGER NOT NULL CHECK (is_multiple IN (0, 1)),
    takes_other INTEGER NOT NULL CHECK (takes_other IN (0, 1)),
    smallest REAL,
    largest REAL,
    is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
    is_any_enough INTEGER NOT NULL CHECK (is_any_enough IN (0, 1)),
    PRIMARY KEY (questionnaire, place)
) STRICT, WITHOUT ROWID;

-- Codes of an item, or of the whole where `item` is -1.
CREATE TABLE questionnaire_code (
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    system TEXT,
    code TEXT NOT NULL,
    PRIMARY KEY (questionnaire, item, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_option (
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    system TEXT,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    ordinal REAL,
    PRIMARY KEY (questionnaire, item, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE enable_when (
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    question TEXT NOT NULL,
    operator TEXT NOT NULL CHECK (operator IN ('exists', '=', '!=', '>', '<', '>=', '<=')),
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'number', 'yes_no', 'text', 'date')),
    number REAL,
    words TEXT,
    PRIMARY KEY (questionnaire, item, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE questionnaire_response (
    fact INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    questionnaire INTEGER NOT NULL REFERENCES questionnaire (id),
    is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1))
) STRICT;

CREATE INDEX questionnaire_response_by_questionnaire ON questionnaire_response (questionnaire);

-- One row an answer; one row of kind 'skipped' for a question that was shown and skipped.
CREATE TABLE questionnaire_answer (
    fact INTEGER NOT NULL REFERENCES questionnaire_response (fact) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'number', 'yes_no', 'text', 'date', 'skipped')),
    number REAL,
    words TEXT,
    PRIMARY KEY (fact, place)
) STRICT, WITHOUT ROWID;
