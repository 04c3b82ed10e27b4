//! One life through the doors of the answers, compared with its truth. Refuses to look inside.

use finding::Looks;
use finding::course::Change;
use finding::now::Now;
use record::LocalDay;
use series::{NumbnessSeries, Series};

use super::expected::{Expected, mean_change};
use crate::draws::mix;
use crate::population::{Cell, Effect, life};
use crate::truth::{mean_of_days, now_difference};
use crate::{Life, LifeError};

/// A change further than this from the true day does not count as found, days.
pub const FOUND_WITHIN_DAYS: i32 = 14;

/// The two answers that are measured, as functions; `None`: withheld.
///
/// Another method can be put on the stand in their place.
#[derive(Debug, Clone, Copy)]
pub struct Methods {
    /// This week against the four weeks before, at a day.
    pub now: fn(&NumbnessSeries, LocalDay) -> Option<Now>,
    /// Changes of level at the last look of a record; the number starts the draws.
    pub course: fn(&NumbnessSeries, u64) -> Option<Vec<Change>>,
}

impl Methods {
    /// The answers as people see them.
    pub const FINDING: Self = Self {
        now: |series, today| finding::now::answer(Some(series), today).finding().copied(),
        course: |series, seed| {
            let series = Series::of_numbness(series.clone());
            let answer = finding::course::answer(Some(&series), None, seed);
            answer.finding().map(|course| course.changes.clone())
        },
    };
}

/// Which answers are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Questions {
    /// How is it now?
    Now,
    /// What is it doing?
    Course,
    /// Both.
    Both,
}

impl Questions {
    pub(super) fn has_now(self) -> bool {
        self != Self::Course
    }

    pub(super) fn has_course(self) -> bool {
        self != Self::Now
    }
}

/// `now` of one life; `None` for a truth that the life does not have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct NowMeasured {
    pub difference_covered: Option<bool>,
    pub week_covered: Option<bool>,
    pub before_covered: Option<bool>,
    pub width: f64,
    pub is_told_apart: bool,
}

/// `course` of one life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CourseMeasured {
    pub is_claim: bool,
    pub is_claim_ever: bool,
    /// The claimed change nearest to the true one; `None` without either.
    pub nearest: Option<Nearest>,
    pub is_found: bool,
}

/// A claimed change beside the true one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Nearest {
    pub days_off: f64,
    pub is_day_covered: bool,
    pub is_size_covered: bool,
}

/// One life measured; `None`: not asked, or withheld.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Measured {
    pub now: Option<NowMeasured>,
    pub course: Option<CourseMeasured>,
}

/// What is measured with what, on lives of one seed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bench {
    pub methods: Methods,
    pub questions: Questions,
    pub seed: u64,
}

impl Bench {
    /// Lives one life of a cell and measures it; `None` when the cell is refused.
    pub fn measure(&self, cell: &Cell, idx: u64, expected: &Expected) -> Option<Measured> {
        let life = life(cell, idx, self.seed).ok()?;
        let today = life.now.day(life.record.profile.day_start);
        let mut measured = Measured::default();
        let (outcome, _) = series::outcomes(&life.record).into_iter().next()?;
        let series = NumbnessSeries::new(&life.record, &outcome, today)?;
        let by_day = expected.by_day(&life.truth.numbness);
        if self.questions.has_now() {
            let now = (self.methods.now)(&series, today);
            measured.now = now.map(|now| now_against(&now, &by_day));
        }
        if self.questions.has_course() {
            let truth = step_truth(cell, idx, self.seed, &life, (&by_day, expected)).ok()?;
            let seed = mix(self.seed, idx);
            let moves = (!cell.is_stationary() && truth.is_none()).then_some(&*by_day);
            measured.course = self.course(&series, (cell.days, moves), truth.as_ref(), seed);
        }
        Some(measured)
    }

    /// `moves`: true means by day of a life whose level drifts. There a claim that the level
    /// differs is false when it tells the wrong direction, or a day on which it stepped.
    fn course(
        &self,
        series: &NumbnessSeries,
        (days, moves): (u32, Option<&[f64]>),
        truth: Option<&StepTruth>,
        seed: u64,
    ) -> Option<CourseMeasured> {
        let mut is_claim_ever = false;
        let mut last = None;
        for day in look_days(days, series.written_from()) {
            let seen = up_to(series, day);
            // Days after a look were not seen by it and do not judge it.
            let moves = moves.map(|by_day| by_day.get(..day as usize).unwrap_or(by_day));
            let told = seen.and_then(|seen| (self.methods.course)(&seen, seed));
            let told = told.map(|changes| (counts(series, &changes, moves), changes));
            is_claim_ever |= told.as_ref().is_some_and(|(is_claim, _)| *is_claim);
            last = told.or(last);
        }
        let (is_claim, changes) = last?;
        let nearest = truth.and_then(|truth| truth.nearest(&changes));
        Some(CourseMeasured {
            is_claim,
            is_claim_ever,
            is_found: nearest.is_some_and(|(_, is_found)| is_found),
            nearest: nearest.map(|(nearest, _)| nearest),
        })
    }
}

/// Whether these changes count as a claim: any does, but for a drifting life only a false one.
pub(super) fn counts(series: &NumbnessSeries, changes: &[Change], moves: Option<&[f64]>) -> bool {
    let Some(by_day) = moves else {
        return !changes.is_empty();
    };
    let place =
        |change: &Change| usize::try_from(change.day.days_since(series.first_day)).unwrap_or(0);
    let is_wrong = |(idx, change): (usize, &Change)| {
        let from = idx
            .checked_sub(1)
            .and_then(|before| changes.get(before))
            .map_or(0, place);
        let to = changes.get(idx + 1).map_or(by_day.len(), place);
        let mean = |days: Option<&[f64]>| {
            let days = days.unwrap_or_default();
            days.iter().sum::<f64>() / f64::from(u32::try_from(days.len().max(1)).unwrap_or(1))
        };
        let day = place(change);
        let rise = mean(by_day.get(day..to)) - mean(by_day.get(from..day));
        !change.could_be_drift || rise * change.size.estimate <= 0.0
    };
    changes.iter().enumerate().any(is_wrong)
}

/// All looks that a record has had.
pub(super) fn look_days(n_days: u32, written_from: u32) -> Vec<u32> {
    let looks = Looks::up_to(n_days, written_from.min(n_days));
    looks.into_iter().map(|look| look.day).collect()
}

/// The series as it stood at the end of a day of the record, the first being 1.
pub(super) fn up_to(series: &NumbnessSeries, day: u32) -> Option<NumbnessSeries> {
    let days = i32::try_from(day).unwrap_or(i32::MAX) - 1;
    series.up_to(series.first_day.plus_days(days))
}

fn now_against(now: &Now, by_day: &[f64]) -> NowMeasured {
    let last = u32::try_from(by_day.len()).unwrap_or(0).saturating_sub(1);
    let holds = |interval: &finding::Interval, truth: Option<f64>| {
        truth.map(|truth| interval.low <= truth && truth <= interval.high)
    };
    let week = mean_of_days(by_day, last.saturating_sub(6), last);
    let before = last
        .checked_sub(34)
        .and_then(|from| mean_of_days(by_day, from, last - 7));
    NowMeasured {
        difference_covered: holds(&now.difference, now_difference(by_day, last)),
        week_covered: holds(&now.week, week),
        before_covered: holds(&now.before, before),
        width: now.difference.high - now.difference.low,
        is_told_apart: now.is_told_apart(),
    }
}

struct StepTruth {
    first_after: LocalDay,
    points: f64,
}

impl StepTruth {
    /// The claimed change nearest in time, and whether it counts as found.
    fn nearest(&self, changes: &[Change]) -> Option<(Nearest, bool)> {
        let off = |change: &Change| change.day.days_since(self.first_after);
        let change = changes.iter().min_by_key(|change| off(change).abs())?;
        let (size, days_off) = (change.size, off(change));
        let is_found =
            days_off.abs() <= FOUND_WITHIN_DAYS && (size.estimate > 0.0) == (self.points > 0.0);
        let nearest = Nearest {
            days_off: f64::from(days_off.abs()),
            is_day_covered: change.earliest <= self.first_after
                && self.first_after <= change.latest,
            is_size_covered: size.low <= self.points && self.points <= size.high,
        };
        Some((nearest, is_found))
    }
}

/// The true step on the scale of the answers, by the same life without it.
fn step_truth(
    cell: &Cell,
    idx: u64,
    seed: u64,
    life: &Life,
    (by_day, expected): (&[f64], &Expected),
) -> Result<Option<StepTruth>, LifeError> {
    let Some((day, _)) = life.truth.steps().next() else {
        return Ok(None);
    };
    let still = crate::population::life(&cell.with(Effect::Null), idx, seed)?;
    let without = expected.by_day(&still.truth.numbness);
    let days = i32::try_from(day).unwrap_or(i32::MAX);
    Ok(Some(StepTruth {
        first_after: life.truth.first_day.plus_days(days),
        points: mean_change(by_day, &without, day),
    }))
}
