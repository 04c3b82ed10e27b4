SELECT fact, strategy, minutes FROM practice WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact;
