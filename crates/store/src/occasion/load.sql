SELECT fact, plan, scheduled_at, scheduled_zone, sent_at, sent_zone, day_no, beep_no, state, seed,
       form
FROM occasion
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
