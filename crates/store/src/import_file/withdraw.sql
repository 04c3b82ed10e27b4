UPDATE fact SET withdrawn_at = ?2
WHERE import_file = (SELECT id FROM import_file WHERE digest = ?1) AND withdrawn_at IS NULL;
