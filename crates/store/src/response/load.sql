SELECT fact, item, value, missing, device, latency_ms
FROM response
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact, place;
