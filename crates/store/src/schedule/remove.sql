DELETE FROM schedule;
