SELECT key FROM fact
WHERE import_file = (SELECT id FROM import_file WHERE digest = ?1) AND withdrawn_at = ?2;
