INSERT INTO zone (name) VALUES (?1);
