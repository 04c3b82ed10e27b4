-- A form that somebody close fills in with the person. The list of forms stands in a check of its
-- column, so the column is made anew.
ALTER TABLE occasion RENAME COLUMN form TO form_before;
ALTER TABLE occasion ADD COLUMN form TEXT NOT NULL DEFAULT 'check_in'
    CHECK (form IN ('check_in', 'morning', 'evening', 'weekly', 'self_check', 'safety',
                    'told_by_other'));
UPDATE occasion SET form = form_before;
ALTER TABLE occasion DROP COLUMN form_before;
