SELECT count(*) FROM note_index WHERE note_index MATCH ?1;
