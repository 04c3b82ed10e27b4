-- Which set of questions an occasion belongs to. Everything so far is a check-in.
ALTER TABLE occasion ADD COLUMN form TEXT NOT NULL DEFAULT 'check_in'
    CHECK (form IN ('check_in', 'morning', 'evening', 'weekly', 'self_check', 'safety'));
