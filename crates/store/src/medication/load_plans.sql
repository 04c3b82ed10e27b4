SELECT fact, medicine, amount, unit, from_day
FROM planned_dose
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
