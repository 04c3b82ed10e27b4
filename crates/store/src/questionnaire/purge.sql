DELETE FROM questionnaire
WHERE taken_out_at < ?1 AND id NOT IN (SELECT questionnaire FROM questionnaire_response);
