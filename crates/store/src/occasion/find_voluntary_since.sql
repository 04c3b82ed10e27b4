SELECT fact.at, zone.name
FROM fact
JOIN occasion ON occasion.fact = fact.id
JOIN zone ON zone.id = fact.zone
WHERE fact.at > ?1 AND fact.withdrawn_at IS NULL AND occasion.plan = 'voluntary'
  AND occasion.form = 'check_in'
ORDER BY fact.at;
