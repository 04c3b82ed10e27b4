SELECT withdrawn_at IS NOT NULL FROM fact WHERE key = ?1;
