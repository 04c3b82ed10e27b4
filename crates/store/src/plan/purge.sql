DELETE FROM plan_line WHERE taken_out_at < ?1;
