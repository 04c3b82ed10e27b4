//! When the person could check in, and whether they did. Refuses to look at answers.

use crate::draws::{Draws, Stream};
use crate::recipe::{Compliance, Recipe};
use crate::world::World;

/// What became of a planned check-in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Outcome {
    /// Answered at the time.
    Answered,
    /// Not answered.
    Missed,
    /// Not answered, and written down from memory at this time (days, as [`CheckIn::at`]).
    Recalled(f64),
}

/// One planned check-in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CheckIn {
    /// The person's day, counted from 0.
    pub day: u32,
    /// Window of that day, counted from 0.
    pub slot: u32,
    /// Days since midnight of the first day.
    pub at: f64,
    pub outcome: Outcome,
}

/// All planned check-ins in order of time: so many each day.
pub(crate) fn plan(recipe: &Recipe, seed: u64, world: &World<'_>) -> Vec<CheckIn> {
    let diary = &recipe.diary;
    let mut times = Draws::new(seed, Stream::Times, 0);
    let mut answers = Draws::new(seed, Stream::Compliance, 0);
    let mut late = Draws::new(seed, Stream::Late, 0);
    let gaps = day_gaps(&diary.compliance, seed, recipe.days);
    let window = (diary.to_hour - diary.from_hour) / f64::from(diary.check_ins);
    let mut check_ins = Vec::with_capacity(gaps.len() * diary.check_ins as usize);
    for (day, is_gap) in (0..recipe.days).zip(gaps) {
        for slot in 0..diary.check_ins {
            // The last tenth of each window stays free, so that two never fall together.
            let within = f64::from(slot) + 0.9 * times.uniform();
            let at = f64::from(day) + (diary.from_hour + window * within) / 24.0;
            let wants = answers.chance(answer_share(&diary.compliance, at, world));
            let is_late = late.chance(diary.slips.late_share);
            let written_at = if late.chance(0.5) {
                f64::from(day) + 22.6 / 24.0
            } else {
                f64::from(day + 1) + late.between(8.0, 12.0) / 24.0
            };
            let outcome = match (wants && !is_gap, is_late) {
                (true, _) => Outcome::Answered,
                (false, true) => Outcome::Recalled(written_at),
                (false, false) => Outcome::Missed,
            };
            check_ins.push(CheckIn {
                day,
                slot,
                at,
                outcome,
            });
        }
    }
    check_ins
}

/// Chance that a check-in is answered on a day that is no gap.
fn answer_share(compliance: &Compliance, at: f64, world: &World<'_>) -> f64 {
    if compliance.answered <= 0.0 || compliance.answered >= 1.0 {
        return compliance.answered;
    }
    let odds = libm::log(compliance.answered / (1.0 - compliance.answered))
        - compliance.fatigue_per_100_days * at / 100.0
        - compliance.per_10_points * (world.numbness_at(at) - 50.0) / 10.0;
    1.0 / (1.0 + libm::exp(-odds))
}

/// Days without any check-in: a chain of two states, started as it goes on.
fn day_gaps(compliance: &Compliance, seed: u64, days: u32) -> Vec<bool> {
    let mut draws = Draws::new(seed, Stream::DayGaps, 0);
    let share = compliance.whole_day_share;
    let stays = 1.0 - 1.0 / compliance.burst_days;
    let starts = share * (1.0 - stays) / (1.0 - share);
    let mut is_gap = draws.chance(share);
    (0..days)
        .map(|_| {
            let now = is_gap;
            is_gap = draws.chance(if now { stays } else { starts });
            now
        })
        .collect()
}
