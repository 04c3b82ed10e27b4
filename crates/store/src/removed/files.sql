SELECT import_file.digest, import_file.name, fact.withdrawn_at, count(*)
FROM fact
JOIN import_file ON import_file.id = fact.import_file
WHERE fact.withdrawn_at IS NOT NULL
GROUP BY fact.import_file, fact.withdrawn_at
HAVING count(*) > 1
ORDER BY fact.withdrawn_at DESC, fact.import_file DESC;
