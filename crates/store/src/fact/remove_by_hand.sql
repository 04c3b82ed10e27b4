DELETE FROM fact WHERE key = ?1 AND import_file IS NULL;
