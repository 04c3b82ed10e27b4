UPDATE questionnaire SET taken_out_at = ?2 WHERE key = ?1 AND taken_out_at IS NULL;
