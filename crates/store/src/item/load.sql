SELECT id, name, scale, scale_min, scale_max, role, time_window FROM item ORDER BY id;
