SELECT fact, name FROM sheet WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact;
