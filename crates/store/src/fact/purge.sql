DELETE FROM fact WHERE withdrawn_at IS NOT NULL AND withdrawn_at < ?1;
