INSERT INTO item (name, scale, scale_min, scale_max, role, time_window)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
