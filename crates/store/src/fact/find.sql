SELECT id FROM fact WHERE key = ?1 AND withdrawn_at IS NULL;
