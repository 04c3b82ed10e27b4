INSERT INTO practice (fact, strategy, minutes) VALUES (?1, ?2, ?3);
