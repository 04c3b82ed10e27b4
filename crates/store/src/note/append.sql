INSERT INTO note (fact, words) VALUES (?1, ?2);
