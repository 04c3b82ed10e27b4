SELECT fact, words FROM note WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact;
