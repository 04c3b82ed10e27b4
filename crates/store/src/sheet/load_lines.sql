SELECT fact, field, words FROM sheet_line WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact, place;
