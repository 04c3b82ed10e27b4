INSERT OR IGNORE INTO zone (id, name) VALUES (?1, ?2);
