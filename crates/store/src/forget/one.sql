DELETE FROM fact WHERE key = ?1;
