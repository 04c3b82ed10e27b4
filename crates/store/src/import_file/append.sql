INSERT INTO import_file (digest, name, format, imported_at, imported_zone)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (digest) DO NOTHING;
