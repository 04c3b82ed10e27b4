DELETE FROM import_file WHERE id NOT IN (SELECT import_file FROM fact WHERE import_file IS NOT NULL);
