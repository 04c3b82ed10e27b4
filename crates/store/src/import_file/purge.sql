DELETE FROM fact
WHERE import_file = (SELECT id FROM import_file WHERE digest = ?1)
  AND NOT EXISTS (
      SELECT 1 FROM fact AS other
      WHERE other.import_file = (SELECT id FROM import_file WHERE digest = ?1)
        AND other.withdrawn_at IS NULL
  );
