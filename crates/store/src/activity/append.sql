INSERT INTO activity (fact, label, minutes, intensity) VALUES (?1, ?2, ?3, ?4);
