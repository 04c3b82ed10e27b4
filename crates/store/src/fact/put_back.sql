UPDATE fact SET withdrawn_at = NULL WHERE key = ?1 AND withdrawn_at IS NOT NULL;
