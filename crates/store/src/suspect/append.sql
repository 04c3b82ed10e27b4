INSERT INTO suspect (id, name, named_on, dropped_on) VALUES (?1, ?2, ?3, ?4);
