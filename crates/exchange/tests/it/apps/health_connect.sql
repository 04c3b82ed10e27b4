-- What fixtures/apps/health-connect.db was made of: `sqlite3 health-connect.db < health_connect.sql`.
-- The shape is that of the phone's export, with made-up content; small pages, so that trees have several.
PRAGMA page_size = 1024;
PRAGMA auto_vacuum = 2;
CREATE TABLE android_metadata (locale TEXT);
CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT NOT NULL UNIQUE, app_name TEXT, app_icon BLOB);
CREATE TABLE health_data_category_priority_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, category INTEGER UNIQUE);
CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, last_modified_time INTEGER,
  client_record_id TEXT, app_info_id INTEGER, start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER,
  local_date_time_start_time INTEGER AS (start_time + 1000 * start_zone_offset), notes TEXT, title TEXT,
  FOREIGN KEY (app_info_id) REFERENCES application_info_table(row_id) ON DELETE CASCADE);
CREATE TABLE sleep_stages_table (parent_key INTEGER NOT NULL, stage_start_time INTEGER NOT NULL, stage_end_time INTEGER NOT NULL, stage_type INTEGER NOT NULL,
  FOREIGN KEY (parent_key) REFERENCES sleep_session_record_table(row_id) ON DELETE CASCADE);
CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, app_info_id INTEGER, start_time INTEGER,
  start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, "local_date" INTEGER,
  local_date_time_start_time INTEGER AS (start_time + 1000 * start_zone_offset));
-- Later versions add columns behind the one that is calculated.
ALTER TABLE steps_record_table ADD COLUMN count INTEGER;
CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, app_info_id INTEGER,
  start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, notes TEXT, exercise_type INTEGER, title TEXT);
CREATE TABLE mindfulness_session_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, app_info_id INTEGER,
  start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, type INTEGER, title TEXT, notes TEXT);
CREATE TABLE heart_rate_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB, start_time INTEGER);
CREATE TABLE sexual_activity_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB, time INTEGER);
CREATE TABLE kept_apart (a TEXT PRIMARY KEY, b INTEGER) WITHOUT ROWID;
CREATE INDEX by_time ON steps_record_table (start_time);
INSERT INTO application_info_table VALUES (1, 'watch.example', 'Watch', zeroblob(3000)), (2, 'ring.example', 'Ring', NULL);
INSERT INTO kept_apart VALUES ('x', 1);
-- Milliseconds: 1740783600000 is the first of March 2025, 00:00 in Amsterdam.
INSERT INTO sleep_session_record_table (row_id, uuid, app_info_id, start_time, start_zone_offset, end_time, end_zone_offset, notes) VALUES
  (1, x'01', 1, 1740783600000 + 82800000, 3600, 1740783600000 + 111600000, 3600, NULL),
  (2, x'02', 2, 1740783600000 + 83400000, 3600, 1740783600000 + 111000000, 3600, 'the same night by a ring'),
  (3, x'03', 1, 1740783600000 + 136800000, 3600, 1740783600000 + 139200000, 3600, 'a nap'),
  (4, x'04', 2, 1740783600000 + 2502000000, 3600, 1740783600000 + 2528400000, 7200, 'the clock went forward'),
  (5, x'05', 1, 1740783600000 + 968400000, -18000, 1740783600000 + 997200000, -18000, NULL),
  (6, x'06', 1, -86400000, 3600, 0, 3600, NULL),
  (7, x'07', 1, 1740783600000 + 979200000, 3600, 1740783600000 + 950400000, 3600, NULL),
  (8, x'08', 1, 1740783600000 + 1728000000, 3600, 'late', 3600, NULL),
  (9, x'09', 2, 1740783600000 + 1814400000, 3600, 1740783600000 + 1839600000, NULL, NULL);
-- A note so long that the row goes on beyond its page.
UPDATE sleep_session_record_table SET notes = printf('%.3000c', 'x') WHERE row_id = 9;
INSERT INTO sleep_stages_table VALUES
  (1, 1740783600000 + 82800000, 1740783600000 + 83400000, 1),
  (1, 1740783600000 + 83400000, 1740783600000 + 97200000, 4),
  (1, 1740783600000 + 97200000, 1740783600000 + 97800000, 7),
  (1, 1740783600000 + 97800000, 1740783600000 + 108000000, 5),
  (1, 1740783600000 + 108000000, 1740783600000 + 111600000, 6),
  (1, 1740783600000 + 111600000, 1740783600000 + 198000000, 6),
  (4, 1740783600000 + 2502000000, 1740783600000 + 2528400000, 0),
  (4, 1740783600000 + 2502000000, 1740783600000 + 2528400000, 99),
  (77, 1740783600000, 1740783600000 + 60000, 4);
-- Two apps counted the same minutes; enough rows for a tree with two floors.
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 299)
INSERT INTO steps_record_table (uuid, app_info_id, start_time, start_zone_offset, end_time, end_zone_offset, local_date, count)
  SELECT randomblob(16), 1 + i % 2, 1740783600000 + 36000000 + i * 60000, 3600, 1740783600000 + 36060000 + i * 60000, 3600, 20148, 10 + i % 2 FROM n;
UPDATE steps_record_table SET uuid = CAST('step ' || row_id AS BLOB);
INSERT INTO steps_record_table (uuid, app_info_id, start_time, start_zone_offset, end_time, end_zone_offset, count) VALUES
  (x'aa', 1, 1740783600000 + 86400000, 3600, 1740783600000 + 86460000, 3600, 700),
  (x'ab', 1, 1740783600000 + 86400000, 3600, 1740783600000 + 86460000, 3600, -700),
  (x'ac', 1, 1740783600000 + 86400000, 3600, 1740783600000 + 86460000, 3600, 9e300),
  (x'ad', 1, 1740783600000 + 172800000, 3600, 1740783600000 + 172860000, 3600, 5);
INSERT INTO exercise_session_record_table VALUES
  (1, x'01', 1, 1740783600000 + 57600000, 3600, 1740783600000 + 59460000, 3600, 'along a road', 53, 'my street'),
  (2, x'02', 1, 1740783600000 + 144000000, 3600, 1740783600000 + 145800000, 3600, NULL, 1000, NULL);
INSERT INTO mindfulness_session_record_table VALUES (1, x'01', 1, 1740783600000 + 75600000, 3600, 1740783600000 + 76200000, 3600, 1, NULL, NULL);
INSERT INTO heart_rate_record_table VALUES (1, x'01', 1740783600000), (2, x'02', 1740783600000), (3, x'03', 1740783600000);
-- Pages that belong to nothing any more still hold their old rows.
DELETE FROM steps_record_table WHERE row_id BETWEEN 100 AND 200;
