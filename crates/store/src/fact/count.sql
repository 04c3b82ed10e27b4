SELECT count(*) FROM fact WHERE withdrawn_at IS NULL;
