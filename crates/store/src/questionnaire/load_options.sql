SELECT questionnaire, item, system, code, label, ordinal
FROM answer_option WHERE questionnaire BETWEEN ?1 AND ?2 ORDER BY questionnaire, item, place;
