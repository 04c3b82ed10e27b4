SELECT questionnaire, place, link_id, level, prefix, words, kind, is_multiple, takes_other, smallest, largest, is_required, is_any_enough
FROM questionnaire_item WHERE questionnaire BETWEEN ?1 AND ?2 ORDER BY questionnaire, place;
