SELECT fact.id, fact.key, fact.at, fact.zone
FROM note_index
JOIN fact ON fact.id = note_index.rowid
WHERE note_index MATCH ?1
ORDER BY fact.at DESC, fact.id DESC
LIMIT ?2;
