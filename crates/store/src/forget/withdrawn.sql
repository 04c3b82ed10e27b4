DELETE FROM fact WHERE withdrawn_at IS NOT NULL AND at >= ?1 AND at < ?2;
