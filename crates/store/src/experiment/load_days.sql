SELECT day, is_done FROM experiment_day WHERE experiment = ?1 ORDER BY day;
