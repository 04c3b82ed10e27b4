//! Findings in plain sentences. The numbers are the finding's own, rounded to whole points.

use finding::course::{Change, Course, Pattern, Recovery, Spells};
use finding::now::Now;
use finding::{Answer, Interval, Withheld};
use series::{NumbnessSeries, QualityNote};

use super::Found;
use crate::{dates, text, text_with, texts::points};

/// This week against the weeks before; the first sentence is the answer.
pub fn now(now: &Now) -> Vec<String> {
    let values = [
        ("week", points(now.week.estimate).into()),
        ("before", points(now.before.estimate).into()),
    ];
    let id = match (now.is_told_apart(), now.difference.estimate > 0.0) {
        (false, _) => "now-not-apart",
        (true, true) => "now-more-numb",
        (true, false) => "now-more-feeling",
    };
    vec![
        text_with(id, &values),
        text_with("now-size", &signed(&now.difference)),
    ]
}

/// What it is doing: the change first, then the spells.
pub fn course(course: &Course) -> Vec<String> {
    let mut lines = Vec::new();
    match course.latest_change() {
        Some(change) => {
            lines.push(changed(change));
            if change.could_be_drift {
                lines.push(text("could-be-drift"));
            }
            lines.push(text_with("change-size", &signed(&change.size)));
            if course.changes.len() > 1 {
                let n = course.changes.len() - 1;
                lines.push(text_with("changes-before", &[("n", n.into())]));
                let earlier = course.changes.iter().rev().skip(1);
                lines.extend(earlier.map(changed));
            }
        }
        None => {
            lines.push(text("course-no-change"));
            lines.extend(course.could_have_shown.map(could_change));
        }
    }
    lines.extend(course.spells.as_ref().map(spells));
    let past = course.spells.as_ref().and_then(|spells| spells.recovery);
    lines.extend(past.iter().flat_map(recovery));
    lines
}

/// The smallest change that the notes could have shown, and what would help.
fn could_change(could: f64) -> String {
    let twice = finding::with_twice_the_days(could);
    let values = [
        ("points", points(could).into()),
        ("twice", points(twice).into()),
    ];
    text_with("could-change", &values)
}

/// Since when the level differs, and in which direction.
pub fn changed(change: &Change) -> String {
    let id = match (change.size.estimate > 0.0, change.could_be_drift) {
        (true, false) => "changed-to-more-numb",
        (false, false) => "changed-to-more-feeling",
        (true, true) => "moved-to-more-numb",
        (false, true) => "moved-to-more-feeling",
    };
    let values = [
        ("day", dates::with_year(change.day).into()),
        ("earliest", dates::with_year(change.earliest).into()),
        ("latest", dates::with_year(change.latest).into()),
    ];
    text_with(id, &values)
}

/// That it lifted before, only where it did, and how long that took.
pub fn recovery(past: &Recovery) -> Vec<String> {
    if past.n_lifted == 0 {
        return Vec::new();
    }
    let mut lines = vec![text_with("recovery-lifted", &[("n", past.n_lifted.into())])];
    if let Some(lasted) = past.lasted {
        let days = [
            ("days", points(lasted.days).into()),
            ("low", points(lasted.low).into()),
        ];
        lines.push(match lasted.high {
            None => text_with("recovery-lasted-open", &days),
            Some(high) => {
                let [days, low] = days;
                text_with(
                    "recovery-lasted",
                    &[days, low, ("high", points(high).into())],
                )
            }
        });
        lines.push(text("recovery-not-ahead"));
    }
    lines
}

fn spells(spells: &Spells) -> String {
    let id = match spells.pattern {
        Pattern::Persistent => "spells-persistent",
        Pattern::Recurrent => "spells-recurrent",
        Pattern::Temporary => "spells-temporary",
        Pattern::BelowLine => "spells-below-line",
        Pattern::Unclear => "spells-unclear",
    };
    let line = if spells.is_own_line {
        "line-own"
    } else {
        "line-quarter"
    };
    let line = text_with(line, &[("line", points(spells.threshold).into())]);
    let n = spells.spells.len();
    text_with(id, &[("line", line.into()), ("n", n.into())])
}

/// How sure it is.
pub fn sure(interval: &Interval) -> String {
    text_with(
        "sure-interval",
        &[("percent", points(interval.ci_level * 100.0).into())],
    )
}

/// Why nothing is said, and what would help.
pub fn withheld(withheld: &Withheld) -> Vec<String> {
    let id = format!("withheld-{}", withheld.reason.name().replace('_', "-"));
    let (have, need) = withheld.reason.have_need().unwrap_or((0, 0));
    let missing = need.saturating_sub(have);
    let values = [
        ("have", have.into()),
        ("need", need.into()),
        ("missing", missing.into()),
    ];
    let mut lines = vec![text_with(&id, &values)];
    let could = withheld.could_have_shown;
    lines.extend(could.map(|could| text_with("could-so-far", &[("points", points(could).into())])));
    lines
}

/// The same with a sentence on why nothing can be said of how small a thing would show, where days
/// are missing and that is not known.
pub fn withheld_or(why: &Withheld, unknown: &str) -> Vec<String> {
    let mut lines = withheld(why);
    if why.could_have_shown.is_none() && why.reason.have_need().is_some() {
        lines.push(text(unknown));
    }
    lines
}

/// What the answers rest on and when they are looked at next.
pub fn record_line(found: &Found) -> String {
    let Some(series) = found.series.as_ref().map(|series| &series.numbness) else {
        return String::new();
    };
    let values = [
        ("from", dates::with_year(series.first_day).into()),
        ("to", dates::with_year(series.last_day).into()),
        ("occasions", series.n_answered().into()),
        ("missing", points(series.missing * 100.0).into()),
    ];
    let line = text_with("record-line", &values);
    match stands_in(series) {
        Some(words) => format!("{line} {words}"),
        None => line,
    }
}

/// Says which column stands in for numbness, where the record was not asked about it here.
pub fn stands_in(series: &NumbnessSeries) -> Option<String> {
    let is_own = series.outcome == series::Outcome::CheckIn;
    let name = series.outcome.name().to_owned();
    (!is_own).then(|| text_with("stands-in", &[("name", name.into())]))
}

/// What a reader should know about the data.
pub fn note(note: QualityNote) -> String {
    let (id, n) = match note {
        QualityNote::Doubled(n) => ("note-doubled", n),
        QualityNote::FromMemory(n) => ("note-from-memory", n),
        QualityNote::SettlingIn(n) => ("note-settling-in", n),
        QualityNote::AtOneEnd(percent) => ("note-at-one-end", usize::from(percent)),
        QualityNote::ClockChanges(n) => ("note-clock-changes", n),
    };
    text_with(id, &[("n", n.into())])
}

/// An interval of a difference: plus or minus is said in words by the sentence around it.
fn signed(interval: &Interval) -> [(&'static str, content::TextArg<'static>); 3] {
    [
        ("size", points(interval.estimate).into()),
        ("low", points(interval.low).into()),
        ("high", points(interval.high).into()),
    ]
}

/// `46 (38 to 54)`.
pub fn interval(interval: &Interval) -> String {
    text_with("interval", &signed(interval))
}

/// The first sentence of an answer, for other programs.
pub fn first_line<F>(answer: &Answer<F>, lines: impl Fn(&F) -> Vec<String>) -> String {
    let lines = match answer {
        Answer::Finding(finding, _) => lines(finding),
        Answer::Withheld(why, _) => withheld(why),
    };
    lines.into_iter().next().unwrap_or_default()
}

/// Every reason has a sentence; a test walks this list.
#[cfg(test)]
pub const REASONS: [finding::Reason; 20] = [
    finding::Reason::NoOutcome,
    finding::Reason::TooFewDays { have: 1, need: 2 },
    finding::Reason::TooFewThisWeek { have: 1, need: 2 },
    finding::Reason::TooFewBefore { have: 1, need: 2 },
    finding::Reason::AllAlike,
    finding::Reason::NoCandidates,
    finding::Reason::NoUsableCandidate,
    finding::Reason::TooFewOfEach { have: 1, need: 2 },
    finding::Reason::TooFewFlickerDays { have: 1, need: 2 },
    finding::Reason::TooFewTenseTimes { have: 1, need: 2 },
    finding::Reason::NoDoseChange,
    finding::Reason::TooFewBeforeChange { have: 1, need: 2 },
    finding::Reason::TooFewAfterChange { have: 1, need: 2 },
    finding::Reason::TooFewBaselineDays { have: 1, need: 2 },
    finding::Reason::NoExperiment,
    finding::Reason::Stopped,
    finding::Reason::NotAsLocked,
    finding::Reason::ExperimentNotOver { have: 1, need: 2 },
    finding::Reason::NotAsDrawn,
    finding::Reason::NoSilences,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_sentence() {
        for reason in REASONS {
            let lines = withheld(&Withheld {
                reason,
                could_have_shown: None,
            });
            assert!(lines.iter().all(|line| !line.starts_with('[')), "{lines:?}");
        }
    }
}
