SELECT id, key, part, words, taken_out_at FROM plan_line ORDER BY place, id;
