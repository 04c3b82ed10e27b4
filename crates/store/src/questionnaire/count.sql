SELECT count(*) FROM questionnaire;
