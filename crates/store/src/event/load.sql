SELECT fact, label, ends_at, ends_zone, is_sensitive
FROM event
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
