SELECT questionnaire, item, question, operator, kind, number, words
FROM enable_when WHERE questionnaire BETWEEN ?1 AND ?2 ORDER BY questionnaire, item, place;
