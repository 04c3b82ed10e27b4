INSERT INTO sheet (fact, name) VALUES (?1, ?2);
