INSERT INTO contact (fact, with_whom, felt_heard) VALUES (?1, ?2, ?3);
