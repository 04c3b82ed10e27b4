SELECT t.name, l."from", l."table", coalesce(l."to", p.name)
FROM sqlite_schema AS t
JOIN pragma_foreign_key_list(t.name) AS l
LEFT JOIN pragma_table_info(l."table") AS p ON p.pk = 1
WHERE t.type = 'table';
