SELECT snippet(note_index, 0, char(2), char(3), '…', 24) FROM note_index WHERE note_index MATCH ?1 AND rowid = ?2;
