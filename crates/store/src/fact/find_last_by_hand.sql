SELECT id FROM fact
WHERE import_file IS NULL AND withdrawn_at IS NULL
ORDER BY recorded_at DESC, id DESC
LIMIT 1;
