INSERT INTO enable_when (questionnaire, item, place, question, operator, kind, number, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
