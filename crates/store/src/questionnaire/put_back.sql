UPDATE questionnaire SET taken_out_at = NULL WHERE key = ?1 AND taken_out_at IS NOT NULL;
