INSERT INTO schedule (id, mode, burst_from, weekday, early_from, early_to, late_from, late_to,
                      quiet_from, quiet_to, seed, since, seen_until)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE SET
    mode = excluded.mode,
    burst_from = excluded.burst_from,
    weekday = excluded.weekday,
    early_from = excluded.early_from,
    early_to = excluded.early_to,
    late_from = excluded.late_from,
    late_to = excluded.late_to,
    quiet_from = excluded.quiet_from,
    quiet_to = excluded.quiet_to,
    seed = excluded.seed,
    since = excluded.since,
    seen_until = excluded.seen_until;
