SELECT id, key, strategy, outcome, polarity, begins, days_per_period, drawn_from, run_max, switches_min, assigned, carry_over_days, seed, locked_on, seal, stopped_on, earliest_start, latest_start, n_started, place, gap_days
FROM experiment ORDER BY begins, id;
