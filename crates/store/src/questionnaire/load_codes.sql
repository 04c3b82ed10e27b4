SELECT questionnaire, item, system, code
FROM questionnaire_code WHERE questionnaire BETWEEN ?1 AND ?2 ORDER BY questionnaire, item, place;
