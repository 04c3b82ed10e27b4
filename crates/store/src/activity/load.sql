SELECT fact, label, minutes, intensity FROM activity WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact;
