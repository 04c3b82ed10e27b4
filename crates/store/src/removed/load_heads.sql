SELECT fact.id, fact.key, fact.kind, fact.at, fact.zone, fact.recorded_at, fact.recorded_zone,
       import_file.digest, fact.import_line
FROM fact
LEFT JOIN import_file ON import_file.id = fact.import_file
WHERE fact.withdrawn_at IS NOT NULL AND fact.id BETWEEN ?1 AND ?2
ORDER BY fact.id;
