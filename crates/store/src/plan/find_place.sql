SELECT place FROM plan_line WHERE key = ?1;
