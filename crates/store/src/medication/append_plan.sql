INSERT INTO planned_dose (fact, medicine, amount, unit, from_day) VALUES (?1, ?2, ?3, ?4, ?5);
