SELECT import_file.digest, import_file.name, import_file.format, import_file.imported_at,
       import_file.imported_zone, count(fact.id)
FROM import_file
LEFT JOIN fact ON fact.import_file = import_file.id AND fact.withdrawn_at IS NULL
GROUP BY import_file.id
ORDER BY import_file.id;
