SELECT t.name, (SELECT count(*) FROM pragma_table_info(t.name)),
    (SELECT c.name FROM pragma_table_info(t.name) AS c WHERE c.pk = 1 AND upper(c.type) = 'INTEGER')
FROM sqlite_schema AS t
WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
ORDER BY t.rowid;
