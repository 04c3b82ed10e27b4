SELECT fact, strength, word FROM flicker WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact;
