UPDATE questionnaire SET instrument = ?2, safety_item = ?3 WHERE key = ?1;
