SELECT day_start_minutes, zone, threshold, lock_after_minutes, has_read_safety
FROM profile
WHERE id = 1;
