INSERT INTO medication_administration (fact, medicine, is_taken, amount, unit)
VALUES (?1, ?2, ?3, ?4, ?5);
