SELECT fact, medicine, amount, unit, from_day, to_day
FROM medication_statement
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
