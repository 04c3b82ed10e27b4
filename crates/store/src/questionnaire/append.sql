INSERT INTO questionnaire (key, url, version, title, language, rights, introduction, format, kept_on, is_use_confirmed, instrument, safety_item, taken_out_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (key) DO NOTHING;
