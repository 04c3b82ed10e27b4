INSERT INTO experiment_day (experiment, day, is_done) SELECT id, ?2, ?3 FROM experiment WHERE key = ?1
ON CONFLICT (experiment, day) DO UPDATE SET is_done = excluded.is_done;
