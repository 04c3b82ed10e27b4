INSERT INTO questionnaire_code (questionnaire, item, place, system, code) VALUES (?1, ?2, ?3, ?4, ?5);
