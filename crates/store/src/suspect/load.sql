SELECT id, name, named_on, dropped_on FROM suspect ORDER BY id;
