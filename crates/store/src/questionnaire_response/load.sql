SELECT questionnaire_response.fact, questionnaire.key, questionnaire_response.is_complete
FROM questionnaire_response
JOIN questionnaire ON questionnaire.id = questionnaire_response.questionnaire
WHERE questionnaire_response.fact BETWEEN ?1 AND ?2
ORDER BY questionnaire_response.fact;
