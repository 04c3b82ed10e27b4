SELECT key FROM fact WHERE withdrawn_at IS NOT NULL;
