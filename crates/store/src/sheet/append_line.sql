INSERT INTO sheet_line (fact, place, field, words) VALUES (?1, ?2, ?3, ?4);
