INSERT INTO flicker (fact, strength, word) VALUES (?1, ?2, ?3);
