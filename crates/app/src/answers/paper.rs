//! What the answers come to on the page for a doctor: the same sentences as on the cards, and only
//! those about days that the page is of. Refuses advice: the page goes to somebody who gives it.

use finding::Answer;
use record::LocalDay;

use super::{Found, beside, by_lot, sentences};
use crate::text;

/// The days that a page is of, both included.
pub type Days = (LocalDay, LocalDay);

fn holds((first, last): Days, day: LocalDay) -> bool {
    day >= first && day <= last
}

/// What it is doing, and how it is now where the page reaches that far.
pub fn course(found: &Found, days: Days) -> Vec<String> {
    let mut lines = Vec::new();
    let is_whole = covers(found, days);
    match &*found.course {
        Answer::Finding(course, _) if is_whole => lines.extend(sentences::course(course)),
        Answer::Finding(course, _) => {
            let inside = course.changes.iter().filter(|c| holds(days, c.day));
            lines.extend(inside.map(sentences::changed));
            if lines.is_empty() {
                lines.push(text("paper-no-change-here"));
            }
        }
        Answer::Withheld(withheld, _) => lines.extend(sentences::withheld(withheld)),
    }
    if let Answer::Finding(now, basis) = &*found.now
        && basis.period.is_some_and(|(_, last)| holds(days, last))
    {
        lines.extend(sentences::now(now));
    }
    lines
}

/// Whether the page is of all days that answers rest on.
pub fn covers(found: &Found, (first, last): Days) -> bool {
    let series = found.series.as_ref().map(|series| &series.numbness);
    series.is_none_or(|s| first <= s.first_day && last >= s.last_day)
}

/// What is said of changes of dose on these days.
pub fn medicine(found: &Found, days: Days) -> Vec<String> {
    match &*found.medication_change {
        Answer::Finding(change, _) => {
            let inside = |change: &finding::medication_change::DoseChange| {
                change.first_day().is_some_and(|day| holds(days, day))
            };
            let mut lines = beside::medicine_said(change, inside);
            if !lines.is_empty() {
                lines.push(text("cannot-tell-medication_change"));
            }
            lines
        }
        Answer::Withheld(withheld, _) if covers(found, days) => sentences::withheld(withheld),
        Answer::Withheld(..) => Vec::new(),
    }
}

/// What came of what was tried; answers rest on the whole record.
pub fn tried(found: &Found, days: Days) -> Vec<String> {
    match &*found.strategy_effect {
        Answer::Finding(effect, _) if covers(found, days) => by_lot::strategy_lines(effect),
        _ => Vec::new(),
    }
}

/// What comes before it, and before a flicker; only on a page of the whole record.
pub fn before(found: &Found, days: Days) -> Vec<String> {
    if !covers(found, days) {
        return vec![text("paper-before-whole")];
    }
    let mut lines = match &*found.triggers {
        Answer::Finding(triggers, _) => triggers.claims().map(beside::trigger).collect(),
        Answer::Withheld(withheld, _) => sentences::withheld(withheld),
    };
    if lines.is_empty() {
        lines.push(text("triggers-none"));
    }
    if let Answer::Finding(flickers, _) = &*found.flickers {
        lines.extend(flickers.claims().map(beside::flicker));
    }
    lines
}

/// What the answers rest on, and what a reader should know about it.
pub fn limits(found: &Found) -> Vec<String> {
    let mut lines = vec![sentences::record_line(found)];
    let notes = found.course.basis().notes.iter();
    lines.extend(notes.map(|note| sentences::note(*note)));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The methods of the answers, by question.
pub fn methods(found: &Found) -> Vec<Vec<String>> {
    let bases = [
        ("now", found.now.basis()),
        ("course", found.course.basis()),
        ("triggers", found.triggers.basis()),
        ("flickers", found.flickers.basis()),
        ("medication_change", found.medication_change.basis()),
        ("strategy_effect", found.strategy_effect.basis()),
    ];
    let rows = bases.map(|(question, basis)| {
        vec![
            text(&format!("question-{question}")),
            format!("{}, {}", basis.method, basis.method_version),
            basis.n_days.to_string(),
        ]
    });
    rows.to_vec()
}
