INSERT INTO response (fact, place, item, value, missing, device, latency_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
