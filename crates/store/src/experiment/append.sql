INSERT INTO experiment (key, strategy, outcome, polarity, begins, days_per_period, drawn_from, run_max, switches_min, assigned, carry_over_days, seed, locked_on, seal, stopped_on, earliest_start, latest_start, n_started, place, gap_days)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
ON CONFLICT (key) DO NOTHING;
