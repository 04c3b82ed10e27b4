SELECT count(*) FROM plan_line;
