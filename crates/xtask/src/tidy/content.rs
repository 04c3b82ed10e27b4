//! Rules for what people read: no text outlives the date of its next review, and no number of a
//! help line goes longer than half a year without being compared with its sources. Refuses to
//! extend a date: a clinician does that.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Complaint, Tree};

/// Days after `checked_on` by which help lines have to be reviewed.
const REVIEW_AFTER_DAYS: i64 = 180;

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

/// A file of help lines says when its numbers were compared with their sources, on a day that has
/// come, and its `review_by` lies at most half a year after it.
pub(super) fn is_compared_with_its_sources(tree: &Tree, today: &str, list: &mut Vec<Complaint>) {
    for (path, text) in tree.all() {
        let name = path.strip_prefix("content/crisis/").unwrap_or_default();
        if !name.ends_with(".toml") || name == "sources.toml" {
            continue;
        }
        let value = |key: &str| {
            let lines = text.lines().filter_map(|line| line.split_once('='));
            let mut found = lines.filter(|(name, _)| name.trim() == key);
            found.next().and_then(|(_, value)| {
                let value = value.trim().trim_matches('"');
                value.parse::<Date>().ok()
            })
        };
        let (Some(checked_on), Some(review_by)) = (value("checked_on"), value("review_by")) else {
            let what =
                "says not when its numbers were compared with their sources, and by when anew";
            list.push(Complaint::file(path, what));
            continue;
        };
        if checked_on.to_string().as_str() > today {
            list.push(Complaint::file(
                path,
                "was compared on a day that is not here yet",
            ));
        }
        let latest = checked_on.saturating_add(REVIEW_AFTER_DAYS.days());
        if review_by > latest {
            let what = format!("is to be compared anew by {latest}, not {review_by}");
            list.push(Complaint::file(path, what));
        }
    }
}
