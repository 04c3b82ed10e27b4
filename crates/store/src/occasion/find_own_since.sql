SELECT fact.at, zone.name
FROM fact
JOIN occasion ON occasion.fact = fact.id
JOIN zone ON zone.id = fact.zone
WHERE fact.at > ?1 AND fact.withdrawn_at IS NULL AND occasion.form = 'check_in'
  AND occasion.state = 'answered'
  AND (occasion.plan = 'voluntary'
       OR (occasion.plan = 'signal' AND occasion.scheduled_at IS NOT NULL
           AND occasion.day_no IS NULL AND occasion.beep_no IS NULL))
ORDER BY fact.at;
