//! The one error budget, spent over questions and over a life of looking. Refuses free looks.
//!
//! Of 100 people with nothing going on, at most 5 may ever see a claim, whatever they ask and however
//! often they look. So a claim is judged only at set looks: on days 42, 60, 90, 120, 180, 270, 365,
//! 545 and 730 of the record and then every 365 days. Between two looks the answer stays as it was at
//! the last. Look k may be wrong with probability `alpha(k)`, all questions together; the sum over all
//! looks, for ever, and over experiments is 0.05 (Bonferroni, which holds whatever the dependence
//! between looks and between questions).
//!
//! Looks depend only on the days of the record and on when it was first written down here, and the
//! shares of the questions only on what kind of things stand in the record, so the same record has
//! the same answer however often it is opened.

use record::LocalDay;
use series::{Ended, NumbnessSeries, Series, Trial};

use crate::Question;

/// Share of records with nothing in them that may ever get a claim.
pub const FAMILY_WISE: f64 = 0.05;
/// What all looks together may spend.
const BY_LOOKS: f64 = 0.042;
/// What all experiments of a life together may spend: the first half of it, the next half of the rest.
const BY_EXPERIMENTS: f64 = 0.006;
/// Part of a look's budget that an experiment takes over: see [`Share::of_experiment`].
const LENT: f64 = 0.5;
/// What random days without prompts may spend.
const BY_BEING_ASKED: f64 = 0.002;

/// Days that close a look, and what it may spend. Most of the budget lies where a record first
/// carries an answer.
const LOOKS: [(u32, f64); 9] = [
    (42, 0.002),
    (60, 0.004),
    (90, 0.009),
    (120, 0.006),
    (180, 0.008),
    (270, 0.005),
    (365, 0.004),
    (545, 0.0015),
    (730, 0.001),
];
/// Later looks come every so many days and share this, each half of what is left.
const LATER_EVERY: u32 = 365;
const LATER: f64 = 0.0015;

/// Watching day by day has a part of every look of its own, known beforehand.
const PATTERN_PART: f64 = 1.0 / 6.0;
/// How the other questions share the rest, among those that the record can be asked.
const COURSE_WEIGHT: f64 = 3.0;
const TRIGGERS_WEIGHT: f64 = 4.0;
const FLICKERS_WEIGHT: f64 = 1.0;
const MEDICATION_WEIGHT: f64 = 3.0;

/// One moment at which a claim may be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Counted from 0.
    pub idx: u32,
    /// Day of the record, the first being 1, whose end closes the data of this look.
    pub day: u32,
    /// Probability of a false claim that this look may spend.
    pub alpha: f64,
    /// Probability spent by this look and all before it.
    pub spent: f64,
    /// Day of the record on which the next look comes; `None`: there is none.
    pub next_day: Option<u32>,
}

/// The looks of one record, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks;

/// A record that ended so many days before it was brought here is over.
const OVER_AFTER_DAYS: u32 = 31;

impl Looks {
    /// The last look that a series has had; `None` before the first.
    ///
    /// A series that was over before it was brought here is looked at once, whole, with all that
    /// looks may spend: nobody looked at it here while it grew. What is written after that has
    /// nothing left to spend.
    #[must_use]
    pub fn of(series: &NumbnessSeries) -> Option<Look> {
        Self::all(series).pop()
    }

    /// Every look that a series has had, oldest first; empty before the first.
    #[must_use]
    pub fn all(series: &NumbnessSeries) -> Vec<Look> {
        match over_when_brought(series) {
            Some(look) => vec![look],
            None => Self::up_to(series.n_days(), series.written_from()),
        }
    }

    /// The look that comes next; `None` when there is nothing left to spend.
    #[must_use]
    pub fn upcoming(series: &NumbnessSeries) -> Option<Look> {
        if over_when_brought(series).is_some() {
            return None;
        }
        let last = Self::of(series).map_or(0, |look| look.day);
        let begins = series.written_from();
        let planned = (0..).map(day).find(|day| *day > last && *day >= begins)?;
        let looks = Self::up_to(planned.max(begins), begins);
        looks.into_iter().find(|look| look.day > last)
    }

    /// The last look that a record has had; `None` before the first. See [`Looks::up_to`].
    #[must_use]
    pub fn latest(n_days: u32, written_from: u32) -> Option<Look> {
        Self::up_to(n_days, written_from).pop()
    }

    /// Every look that a record has had, oldest first.
    ///
    /// `n_days`: days of the record. `written_from`: day of the record (the first being 1) on
    /// which anything of it was first written down here. No look can have happened before that:
    /// what the looks up to then would have spent is spent by one look on that day, with all that
    /// was brought along.
    #[must_use]
    pub fn up_to(n_days: u32, written_from: u32) -> Vec<Look> {
        let begins = written_from.min(n_days);
        let mut looks: Vec<Look> = Vec::new();
        let (mut spent, mut pending) = (0.0, 0.0);
        for idx in 0.. {
            let (planned, next_day) = (day(idx), day(idx + 1));
            // The look that stands in for all those before the record was written here.
            let is_first = looks.is_empty();
            let looks_on = if is_first {
                planned.max(begins)
            } else {
                planned
            };
            if looks_on > n_days {
                break;
            }
            spent += alpha(idx);
            pending += alpha(idx);
            if is_first && next_day <= begins {
                continue;
            }
            looks.push(Look {
                idx: u32::try_from(looks.len()).unwrap_or(u32::MAX),
                day: looks_on,
                alpha: pending,
                spent,
                next_day: Some(next_day),
            });
            pending = 0.0;
        }
        looks
    }

    /// The day of the first look.
    #[must_use]
    pub fn first_day() -> u32 {
        day(0)
    }
}

fn over_when_brought(series: &NumbnessSeries) -> Option<Look> {
    let brought = series.days_before_written();
    let is_over = series.written_from() > brought + OVER_AFTER_DAYS;
    (is_over && brought >= Looks::first_day()).then_some(Look {
        idx: 0,
        day: brought,
        alpha: BY_LOOKS,
        spent: BY_LOOKS,
        next_day: None,
    })
}

/// What one question may spend at one look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The look.
    pub look: Look,
    /// Probability of a false claim that the question may spend at it.
    pub alpha: f64,
}

impl Share {
    /// What a question may spend at the last look of a record; `None` before the first.
    ///
    /// Questions that the record cannot be asked (no dose step, no candidate) leave their part to
    /// the others. Which they are follows from what was written down, not from what it says about
    /// numbness, so the sum stays what the look may spend.
    #[must_use]
    pub fn of(series: &Series, question: Question) -> Option<Self> {
        let look = Looks::of(&series.numbness)?;
        Some(Self {
            look,
            alpha: look.alpha * part(series, question) * (1.0 - lent(series, &look)),
        })
    }

    /// What a question may spend at the first look of all, before there was one.
    pub(crate) fn at_first(series: &Series, question: Question) -> f64 {
        alpha(0) * part(series, question)
    }

    /// What experiment number `idx` (from 0) of a record may spend.
    ///
    /// A part of its own, and half of what the looks would spend on questions by observation from
    /// the day on which it begins up to the first look after its end: an experiment is the better
    /// question, and it was begun before those looks saw their data, so the sum stays what it is.
    /// A look lends to the first experiment that asks for it.
    #[must_use]
    pub fn of_experiment(series: &Series, idx: usize) -> f64 {
        let own = BY_EXPERIMENTS * 0.5_f64.powi(i32::try_from(idx + 1).unwrap_or(i32::MAX));
        let lending = planned(&series.numbness, series.trials.get(idx));
        let lending = lending
            .iter()
            .filter(|look| borrower(series, look) == Some(idx));
        own + lending
            .map(|look| look.alpha * LENT * (1.0 - PATTERN_PART))
            .sum::<f64>()
    }

    /// What the days without prompts of a record may spend, once.
    #[must_use]
    pub const fn of_being_asked() -> f64 {
        BY_BEING_ASKED
    }

    /// The part of every look that day-by-day watching spends in the days up to it, 0-1.
    #[must_use]
    pub const fn pattern_part() -> f64 {
        PATTERN_PART
    }
}

/// Looks up to the first one after an experiment's last day, past and to come.
fn planned(series: &NumbnessSeries, trial: Option<&Trial>) -> Vec<Look> {
    let Some(trial) = trial else {
        return Vec::new();
    };
    let ends = day_of_record(series, trial.ends());
    let looks = match over_when_brought(series) {
        Some(look) => vec![look],
        None => Looks::up_to(ends.saturating_add(2 * LATER_EVERY), series.written_from()),
    };
    let after = looks.iter().position(|look| look.day >= ends);
    let n = after.map_or(looks.len(), |at| at + 1);
    looks.into_iter().take(n).collect()
}

/// The experiment to which a look lends half of its budget: the first that was under way. One that
/// was stopped before the look leaves it to the next.
fn borrower(series: &Series, look: &Look) -> Option<usize> {
    let is_left = |trial: &Trial| match trial.ended {
        Ended::Stopped(day) => day_of_record(&series.numbness, day) <= look.day,
        Ended::AsPlanned | Ended::Edited => false,
    };
    let mut trials = series.trials.iter();
    trials.position(|trial| is_planned(series, trial, look) && !is_left(trial))
}

fn is_planned(series: &Series, trial: &Trial, look: &Look) -> bool {
    let begins = day_of_record(&series.numbness, trial.begins);
    let looks = planned(&series.numbness, Some(trial));
    begins <= look.day && looks.iter().any(|planned| planned.day == look.day)
}

/// The part of a look's budget that is lent, 0-1. What was lent to an experiment that was stopped
/// does not come back: the answer of the look must not depend on stopping.
fn lent(series: &Series, look: &Look) -> f64 {
    let mut trials = series.trials.iter();
    let is_lent = trials.any(|trial| is_planned(series, trial, look));
    if is_lent { LENT } else { 0.0 }
}

/// Day of the record, the first being 1; 0 for all days before it.
fn day_of_record(series: &NumbnessSeries, day: LocalDay) -> u32 {
    u32::try_from(day.days_since(series.first_day) + 1).unwrap_or(0)
}

/// The part of a look that a question may spend, 0-1.
fn part(series: &Series, question: Question) -> f64 {
    let has_candidates = !series.candidates.is_empty();
    let has_flickers = has_candidates && !series.flickers.is_empty();
    let has_steps = has_dose_step(series);
    let weight = |is_asked: bool, weight: f64| if is_asked { weight } else { 0.0 };
    let triggers = weight(has_candidates, TRIGGERS_WEIGHT);
    let flickers = weight(has_flickers, FLICKERS_WEIGHT);
    let medication = weight(has_steps, MEDICATION_WEIGHT);
    let all = COURSE_WEIGHT + triggers + flickers + medication;
    let of_rest = match question {
        Question::PatternChange => return PATTERN_PART,
        Question::Course => COURSE_WEIGHT,
        Question::Triggers => triggers,
        Question::Flickers => flickers,
        Question::MedicationChange => medication,
        // Describes, or spends what is put aside for it.
        Question::Now | Question::StrategyEffect | Question::BeingAsked => 0.0,
    };
    (1.0 - PATTERN_PART) * of_rest / all
}

/// Whether any dose began or ended inside the record.
fn has_dose_step(series: &Series) -> bool {
    let (first, last) = (series.numbness.first_day, series.numbness.last_day);
    let is_inside = |day| day > first && day <= last;
    series
        .doses
        .iter()
        .any(|dose| is_inside(dose.from) || dose.to.is_some_and(|to| is_inside(to.plus_days(1))))
}

/// Day of the record that closes look `idx`.
fn day(idx: u32) -> u32 {
    let last = LOOKS.len() - 1;
    let place = idx as usize;
    match LOOKS.get(place) {
        Some((day, _)) => *day,
        None => {
            let (day, _) = LOOKS.get(last).copied().unwrap_or((0, 0.0));
            let n = u32::try_from(place - last).unwrap_or(u32::MAX);
            day.saturating_add(n.saturating_mul(LATER_EVERY))
        }
    }
}

fn alpha(idx: u32) -> f64 {
    let place = idx as usize;
    match LOOKS.get(place) {
        Some((_, alpha)) => *alpha,
        None => LATER * 0.5_f64.powi(i32::try_from(place + 1 - LOOKS.len()).unwrap_or(i32::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_together_spends_the_budget_and_no_more() {
        let looks: f64 = (0..200).map(alpha).sum();
        assert!((looks - BY_LOOKS).abs() < 1e-12, "{looks}");
        let alone = Series::of_numbness(numbness(400));
        let experiments: f64 = (0..60).map(|idx| Share::of_experiment(&alone, idx)).sum();
        assert!((experiments - BY_EXPERIMENTS).abs() < 1e-12);
        let total = looks + experiments + Share::of_being_asked();
        assert!((total - FAMILY_WISE).abs() < 1e-12, "{total}");
    }

    fn numbness(n_days: i32) -> NumbnessSeries {
        let first_day = LocalDay::parse("2026-01-01").unwrap();
        NumbnessSeries {
            outcome: series::Outcome::CheckIn,
            points: Vec::new(),
            recalled: Vec::new(),
            written_on: first_day,
            first_day,
            last_day: first_day.plus_days(n_days - 1),
            notes: Vec::new(),
            missing: 0.0,
        }
    }

    fn trial(begins: i32, n_periods: usize) -> Trial {
        Trial {
            label: "a walk".into(),
            begins: numbness(1).first_day.plus_days(begins - 1),
            days_per_period: 1,
            drawn: series::Drawn::Pairs,
            assigned: vec![true; n_periods],
            half_life_days: 0.0,
            seed: 1,
            ended: Ended::AsPlanned,
            own: None,
            others: Vec::new(),
        }
    }

    #[test]
    fn what_an_experiment_takes_over_is_missing_at_those_looks() {
        let at = |n_days, trials: &[Trial]| {
            let mut series = Series::of_numbness(numbness(n_days));
            series.trials = trials.to_vec();
            series
        };
        // Begun on day 61, over on day 102: the looks of days 90 and 120 lend.
        let tried = [trial(61, 42), trial(80, 42)];
        let mut spent = 0.0;
        for n_days in [42, 60, 90, 120, 180] {
            let look = Looks::of(&numbness(n_days)).unwrap();
            let lent = matches!(n_days, 90 | 120 | 180);
            let left = if lent { 0.5 } else { 1.0 };
            let share = Share::of(&at(n_days, &tried), Question::Course)
                .unwrap()
                .alpha;
            let whole = look.alpha * (1.0 - PATTERN_PART);
            // The second, over on day 121, has the look of day 180.
            assert!(
                (share - whole * left).abs() < 1e-12,
                "day {n_days}: {share} of {whole}"
            );
            spent += share + look.alpha * PATTERN_PART;
        }
        let experiments: f64 = (0..2)
            .map(|idx| Share::of_experiment(&at(500, &tried), idx))
            .sum();
        let own = BY_EXPERIMENTS * 0.75;
        let looks: f64 = LOOKS[..5].iter().map(|(_, alpha)| alpha).sum();
        assert!((spent + experiments - own - looks).abs() < 1e-12);
        let first = Share::of_experiment(&at(500, &tried), 0);
        let lent = (0.009 + 0.006) * LENT * (1.0 - PATTERN_PART);
        assert!((first - 0.003 - lent).abs() < 1e-12, "{first}");
        // What is yet to come does not change what was granted.
        let early = Share::of_experiment(&at(103, &tried), 0);
        assert!((first - early).abs() < 1e-15);
    }

    #[test]
    fn there_is_no_look_before_day_42_and_the_next_on_day_60() {
        assert_eq!(Looks::latest(41, 1), None);
        let look = Looks::latest(42, 1).unwrap();
        assert_eq!((look.idx, look.day, look.next_day), (0, 42, Some(60)));
        assert_eq!(Looks::latest(59, 1).unwrap().day, 42);
        assert_eq!(Looks::latest(60, 1).unwrap().day, 60);
        assert_eq!(Looks::latest(1094, 1).unwrap().day, 730);
        assert_eq!(Looks::latest(1095, 1).unwrap().day, 1095);
    }

    #[test]
    fn a_record_that_was_brought_along_is_looked_at_once_and_whole() {
        let brought = Looks::up_to(239, 5000);
        let grown = Looks::up_to(239, 1);
        assert_eq!(brought.len(), 1);
        let (brought, grown) = (brought.last().unwrap(), grown.last().unwrap());
        assert_eq!((brought.idx, brought.day, grown.day), (0, 239, 180));
        assert!((brought.alpha - grown.spent).abs() < 1e-12);
        assert!((brought.spent - grown.spent).abs() < 1e-12);
    }

    #[test]
    fn looks_after_bringing_a_record_along_go_on_as_planned() {
        let first = Looks::latest(100, 100).unwrap();
        assert_eq!((first.day, first.next_day), (100, Some(120)));
        let second = Looks::latest(121, 100).unwrap();
        assert_eq!((second.idx, second.day), (1, 120));
        assert!((second.alpha - 0.006).abs() < 1e-12);
        for written_from in 1..400 {
            let spent = Looks::latest(4000, written_from).unwrap().spent;
            assert!((spent - Looks::latest(4000, 1).unwrap().spent).abs() < 1e-12);
        }
    }

    #[test]
    fn a_hundred_years_of_days_end() {
        let look = Looks::latest(36_525, 1).unwrap();
        assert!(look.spent <= BY_LOOKS);
    }
}
