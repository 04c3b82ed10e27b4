SELECT fact, link_id, kind, number, words
FROM questionnaire_answer WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact, place;
