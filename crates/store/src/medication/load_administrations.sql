SELECT fact, medicine, is_taken, amount, unit
FROM medication_administration
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
