INSERT INTO profile (id, day_start_minutes, zone, threshold, lock_after_minutes, has_read_safety)
VALUES (1, ?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET
    day_start_minutes = excluded.day_start_minutes,
    zone = excluded.zone,
    threshold = excluded.threshold,
    lock_after_minutes = excluded.lock_after_minutes,
    has_read_safety = excluded.has_read_safety;
