//! People who try something on drawn days. Refuses to know what was tried.

use series::{Drawn, NumbnessSeries, Series, Trial};
use stats::random::draw_stream;
use stats::randomization::build_up;

use crate::draws::mix;
use crate::population::{Cell, WITHIN_SD, life};

/// An experiment with a known effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tries {
    /// Days of the record before the first day of it.
    pub days_before: u32,
    /// From what is drawn.
    pub drawn: Drawn,
    /// Periods, half of them with.
    pub n_periods: u32,
    /// Days that a period lasts.
    pub days_per_period: u32,
    /// Half-life of the effect that the plan supposes, days.
    pub planned_half_life: f64,
    /// Half-life that it truly has, days.
    pub true_half_life: f64,
    /// Size of the whole effect, multiples of [`WITHIN_SD`]; below zero is less numb.
    pub size_sd: f64,
}

/// Person number `idx` of a cell, who tries something until the record ends; `None` where the recipe
/// makes nobody or nothing can be drawn.
#[must_use]
pub fn person(cell: &Cell, tries: &Tries, idx: u64, seed: u64) -> Option<Series> {
    let n_days = tries.n_periods * tries.days_per_period;
    let cell = Cell {
        days: tries.days_before + n_days + 1,
        ..*cell
    };
    let life = life(&cell, idx, seed).ok()?;
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).into_iter().next()?;
    let numbness = NumbnessSeries::new(&life.record, &outcome, today)?;
    let seed = mix(mix(seed, idx), 91);
    let mut trial = Trial {
        label: "something".into(),
        begins: numbness
            .first_day
            .plus_days(i32::try_from(tries.days_before).ok()?),
        days_per_period: tries.days_per_period,
        drawn: tries.drawn,
        assigned: halves(tries.n_periods),
        half_life_days: tries.planned_half_life,
        seed,
        ended: series::Ended::AsPlanned,
        own: None,
        others: Vec::new(),
    };
    let design = finding::strategy_effect::design_of(&trial)?;
    trial.assigned = design.draw(&mut draw_stream(seed, 1));
    let mut series = Series::of_numbness(numbness);
    act(&mut series.numbness, &trial, tries);
    series.numbness.last_day = series.numbness.last_day.max(trial.ends().plus_days(1));
    series.trials = vec![trial];
    Some(series)
}

fn halves(n_periods: u32) -> Vec<bool> {
    (0..n_periods)
        .map(|period| period < n_periods / 2)
        .collect()
}

/// Adds the true effect to the answers.
fn act(numbness: &mut NumbnessSeries, trial: &Trial, tries: &Tries) {
    let shares = build_up(
        trial.assigned.len(),
        trial.days_per_period,
        tries.true_half_life,
    );
    for point in &mut numbness.points {
        let since = usize::try_from(point.day.days_since(trial.begins)).ok();
        let Some(share) = since.and_then(|since| shares.get(since)) else {
            continue;
        };
        let there: f64 = share
            .iter()
            .zip(&trial.assigned)
            .filter(|(_, with)| **with)
            .map(|(s, _)| s)
            .sum();
        point.numbness = (point.numbness)
            .map(|value| (value + there * tries.size_sd * WITHIN_SD).clamp(0.0, 100.0));
    }
}
