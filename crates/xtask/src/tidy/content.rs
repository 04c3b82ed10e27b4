//! Rules for what people read: no text outlives the date of its next review. Refuses to extend
//! a date: a clinician does that.

use super::{Complaint, Tree};

/// Every `review_by` in `content/` lies today or later.
pub(super) fn is_within_its_review(tree: &Tree, today: &str, list: &mut Vec<Complaint>) {
    let files = tree.all().filter(|(path, _)| path.starts_with("content/"));
    for (path, text) in files {
        for (line_idx, line) in text.lines().enumerate() {
            let Some(rest) = line.trim_start().strip_prefix("review_by") else {
                continue;
            };
            let date = rest.trim_matches(|c: char| !c.is_ascii_digit());
            // Dates written year-month-day sort as text.
            if date.len() != 10 {
                let what = "`review_by` is not written year-month-day";
                list.push(Complaint::line(path, line_idx, what));
            } else if date < today {
                let what = format!("was to be reviewed by {date}");
                list.push(Complaint::line(path, line_idx, what));
            }
        }
    }
}
