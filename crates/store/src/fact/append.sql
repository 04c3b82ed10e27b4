INSERT INTO fact (key, kind, at, zone, recorded_at, recorded_zone, import_file, import_line)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (key) DO NOTHING;
