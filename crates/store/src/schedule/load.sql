SELECT mode, burst_from, weekday, early_from, early_to, late_from, late_to, quiet_from, quiet_to,
       seed, since, seen_until
FROM schedule
WHERE id = 1;
