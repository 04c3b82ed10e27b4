DELETE FROM suspect;
