//! Days above the line, counted from today back. Refuses looks and budgets: it claims nothing.

use record::LocalDay;
use series::{DayMean, NumbnessSeries, day_means};

/// Days of which the share is told.
pub const DAYS: i32 = 28;
/// Days in which spells are counted.
pub const SPELL_DAYS: i32 = 182;
/// Share of occasions with an answer, 0-1, without which too little is known.
pub const ANSWERED_MIN: f64 = 0.4;
/// A spell lasts so many days at least.
const LENGTH_MIN: i32 = 2;
/// Spells closer than this are one; a longer silence ends one.
const APART_DAYS: i32 = 7;
/// The line where the person drew none, points of 100: the middle of the scale. A line made of
/// their own days would always be crossed by some of them, and never by most.
const LINE_WITHOUT_OWN: f64 = 50.0;

/// Days above the line, counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lately {
    /// The line, points of 100.
    pub line: f64,
    /// The person drew it; else it is 50, the middle of the scale.
    pub is_own_line: bool,
    /// Share of the last [`DAYS`] days with an answer that lie above, 0-1; `None`: too few answers.
    pub share_above: Option<f64>,
    /// Separate spells in the last [`SPELL_DAYS`] days; `None`: too few answers, and fewer than
    /// three so far.
    pub n_spells: Option<u32>,
    /// Share of occasions of the last [`DAYS`] days with an answer, 0-1.
    pub answered: f64,
    /// The record is at least [`DAYS`] days old.
    pub is_old_enough: bool,
}

/// Counts days above `threshold` (0-100; `None`: the person drew no line) up to `today`.
///
/// `None` without any answer in the last [`SPELL_DAYS`] days. Method: `method.md` beside this file.
#[must_use]
pub fn lately(
    series: Option<&NumbnessSeries>,
    threshold: Option<f64>,
    today: LocalDay,
) -> Option<Lately> {
    let series = series?;
    let oldest = today.plus_days(1 - SPELL_DAYS);
    let mut days = day_means(series);
    days.retain(|day| day.day >= oldest && day.day <= today);
    if days.is_empty() {
        return None;
    }
    let line = threshold.unwrap_or(LINE_WITHOUT_OWN);
    let recent = |day: &&DayMean| day.day > today.plus_days(-DAYS);
    let n_recent = days.iter().filter(recent).count();
    let n_above = days
        .iter()
        .filter(recent)
        .filter(|d| d.mean >= line)
        .count();
    let answered = answered_share(series, n_recent, today);
    let is_old_enough = today.days_since(series.first_day) + 1 >= DAYS;
    let share_above = (is_old_enough && answered >= ANSWERED_MIN).then(|| ratio(n_above, n_recent));
    let n_days = today.days_since(series.first_day.max(oldest)) + 1;
    let is_dense = ratio(days.len(), usize::try_from(n_days).unwrap_or(1)) >= ANSWERED_MIN;
    let n_spells = count_spells(&days, line);
    Some(Lately {
        line,
        is_own_line: threshold.is_some(),
        share_above,
        n_spells: (n_spells >= 3 || (is_dense && is_old_enough)).then_some(n_spells),
        answered,
        is_old_enough,
    })
}

/// Share of occasions with an answer: of prompts where prompts are known, and of days.
fn answered_share(series: &NumbnessSeries, n_days: usize, today: LocalDay) -> f64 {
    let points = series.points.iter();
    let recent: Vec<_> = points
        .filter(|point| point.day > today.plus_days(-DAYS) && point.day <= today)
        .collect();
    let n_answered = recent.iter().filter(|p| p.numbness.is_some()).count();
    let of_days = ratio(n_days, usize::try_from(DAYS).unwrap_or(1));
    if n_answered == recent.len() {
        of_days
    } else {
        of_days.min(ratio(n_answered, recent.len()))
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of days")]
fn ratio(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

fn count_spells(days: &[DayMean], line: f64) -> u32 {
    let mut spells: Vec<(LocalDay, LocalDay)> = Vec::new();
    let mut open: Option<(LocalDay, LocalDay)> = None;
    for day in days {
        let is_above = day.mean >= line;
        open = match open {
            Some((from, to)) if is_above && day.day.days_since(to) <= APART_DAYS => {
                Some((from, day.day))
            }
            before => {
                spells.extend(before);
                is_above.then_some((day.day, day.day))
            }
        };
    }
    spells.extend(open);
    spells.retain(|(from, to)| to.days_since(*from) + 1 >= LENGTH_MIN);
    let mut n = 0;
    let mut end: Option<LocalDay> = None;
    for (from, to) in spells {
        n += u32::from(end.is_none_or(|end| from.days_since(end) > APART_DAYS));
        end = Some(to);
    }
    n
}
