INSERT INTO said (question, about, is_up, from_day, to_day, sentence, size, low, high, look_day, shown_on, taken_back_on, method, method_version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (question, about, is_up, from_day, look_day) DO UPDATE SET taken_back_on = excluded.taken_back_on;
