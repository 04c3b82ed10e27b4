INSERT INTO questionnaire_response (fact, questionnaire, is_complete) VALUES (?1, ?2, ?3);
