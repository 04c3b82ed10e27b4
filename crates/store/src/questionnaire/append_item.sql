INSERT INTO questionnaire_item (questionnaire, place, link_id, level, prefix, words, kind, is_multiple, takes_other, smallest, largest, is_required, is_any_enough)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);
