UPDATE item SET role = ?2 WHERE name = ?1;
