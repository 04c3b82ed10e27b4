SELECT id, key, url, version, title, language, rights, introduction, format, kept_on, is_use_confirmed, instrument, safety_item, taken_out_at
FROM questionnaire ORDER BY kept_on, id;
