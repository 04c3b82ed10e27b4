SELECT fact, into_bed_at, into_bed_zone, tried_to_sleep_at, tried_to_sleep_zone, latency_minutes,
       n_awakenings, awake_minutes, final_wake_at, final_wake_zone, out_of_bed_at, out_of_bed_zone,
       asleep_minutes, quality
FROM sleep_night
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
