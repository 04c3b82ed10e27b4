INSERT INTO questionnaire_answer (fact, place, link_id, kind, number, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
