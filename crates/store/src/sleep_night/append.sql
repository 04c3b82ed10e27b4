INSERT INTO sleep_night (fact, into_bed_at, into_bed_zone, tried_to_sleep_at, tried_to_sleep_zone,
                         latency_minutes, n_awakenings, awake_minutes, final_wake_at,
                         final_wake_zone, out_of_bed_at, out_of_bed_zone, asleep_minutes, quality)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14);
