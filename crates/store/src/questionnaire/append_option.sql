INSERT INTO answer_option (questionnaire, item, place, system, code, label, ordinal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
