UPDATE fact SET withdrawn_at = ?2 WHERE key = ?1 AND withdrawn_at IS NULL;
