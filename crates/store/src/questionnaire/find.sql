SELECT id FROM questionnaire WHERE key = ?1;
