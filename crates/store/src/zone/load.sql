SELECT id, name FROM zone ORDER BY id;
