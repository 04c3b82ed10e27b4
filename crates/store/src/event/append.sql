INSERT INTO event (fact, label, ends_at, ends_zone, is_sensitive) VALUES (?1, ?2, ?3, ?4, ?5);
