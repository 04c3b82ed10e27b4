//! What a doctor named, as the person wrote it down. Refuses to read it: no code and no condition is
//! made of these words.

use record::{FactBody, LocalDay, Record, Sheet};

use crate::sheets::NAMED;
use crate::text_with;

/// Further fields, in the order in which they are told after the name.
const MORE: [&str; 3] = ["when", "who", "now"];

/// One sentence for each that was written down up to this day, the newest first.
pub fn lines(record: &Record, last: LocalDay) -> Vec<String> {
    let starts = record.profile.day_start;
    let sheets = record.facts().iter().rev().filter_map(|fact| {
        let FactBody::Sheet(sheet) = &fact.body else {
            return None;
        };
        let is_meant = sheet.sheet.as_str() == NAMED && fact.moment.day(starts) <= last;
        is_meant.then(|| sentence(sheet)).flatten()
    });
    sheets.collect()
}

/// `None` where nothing was named.
fn sentence(sheet: &Sheet) -> Option<String> {
    let what = sheet.field("what")?;
    let mut said = vec![text_with("paper-named", &[("what", what.into())])];
    for name in MORE {
        if let Some(words) = sheet.field(name) {
            let id = format!("paper-named-{name}");
            said.push(text_with(&id, &[("words", words.into())]));
        }
    }
    Some(said.join(" "))
}
