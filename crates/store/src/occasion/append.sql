INSERT INTO occasion (fact, plan, scheduled_at, scheduled_zone, sent_at, sent_zone, day_no, beep_no,
                      state, seed, form)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
