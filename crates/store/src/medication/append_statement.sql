INSERT INTO medication_statement (fact, medicine, amount, unit, from_day, to_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
