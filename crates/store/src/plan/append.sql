INSERT INTO plan_line (key, part, place, words, taken_out_at)
VALUES (?1, ?2, coalesce(?3, (SELECT coalesce(max(place), 0) + 1 FROM plan_line)), ?4, ?5)
ON CONFLICT (key) DO NOTHING;
