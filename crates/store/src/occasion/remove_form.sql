DELETE FROM fact WHERE id IN (SELECT occasion.fact FROM occasion WHERE occasion.form = ?1);
