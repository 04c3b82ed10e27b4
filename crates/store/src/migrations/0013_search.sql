-- The words of the notes that stand, to be searched. The index keeps no text of its own, only which word
-- stands where; with 'secure-delete' a word that goes leaves no entry behind, not even in an older part of it.
-- Capital letters and accents do not count.
CREATE VIRTUAL TABLE note_index USING fts5 (words, content = 'note', content_rowid = 'fact', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);
INSERT INTO note_index (rowid, words)
SELECT note.fact, note.words FROM note JOIN fact ON fact.id = note.fact WHERE fact.withdrawn_at IS NULL;

-- Whatever takes a fact out, puts it back or removes it for good takes its words along.
CREATE TRIGGER note_is_kept AFTER INSERT ON note BEGIN
    INSERT INTO note_index (rowid, words)
    SELECT new.fact, new.words FROM fact WHERE id = new.fact AND withdrawn_at IS NULL;
END;
CREATE TRIGGER note_is_withdrawn AFTER UPDATE OF withdrawn_at ON fact
WHEN old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL BEGIN
    INSERT INTO note_index (note_index, rowid, words) SELECT 'delete', fact, words FROM note WHERE fact = new.id;
END;
CREATE TRIGGER note_is_put_back AFTER UPDATE OF withdrawn_at ON fact
WHEN old.withdrawn_at IS NOT NULL AND new.withdrawn_at IS NULL BEGIN
    INSERT INTO note_index (rowid, words) SELECT fact, words FROM note WHERE fact = new.id;
END;
CREATE TRIGGER note_is_removed BEFORE DELETE ON fact WHEN old.withdrawn_at IS NULL BEGIN
    INSERT INTO note_index (note_index, rowid, words) SELECT 'delete', fact, words FROM note WHERE fact = old.id;
END;
