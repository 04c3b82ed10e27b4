UPDATE fact SET key = ?2, withdrawn_at = ?3
WHERE key = ?1 AND import_file IS NULL AND withdrawn_at IS NULL;
