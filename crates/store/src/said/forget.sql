DELETE FROM said WHERE question = ?1 AND about = ?2 AND is_up = ?3 AND from_day = ?4 AND look_day = ?5;
