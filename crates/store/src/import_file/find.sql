SELECT id FROM import_file WHERE digest = ?1;
