-- What was taken out by itself. What a whole file brought and lost in one step is told by its file.
SELECT id, withdrawn_at FROM fact
WHERE withdrawn_at IS NOT NULL
  AND (import_file IS NULL
       OR (import_file, withdrawn_at) NOT IN (
           SELECT import_file, withdrawn_at FROM fact
           WHERE withdrawn_at IS NOT NULL AND import_file IS NOT NULL
           GROUP BY import_file, withdrawn_at
           HAVING count(*) > 1))
ORDER BY withdrawn_at DESC, id DESC;
