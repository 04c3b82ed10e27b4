//! Mechanisms that act over days: steps, spells, doses, depletion, desensitization, nights,
//! triggers. Refuses randomness except where spells fall.

use crate::draws::Draws;
use crate::recipe::{Depletion, Desensitization, Medicine, Spells, Step, Trigger};
use crate::truth::{DAY_START_HOUR, GRID_PER_DAY, Mechanism, mean};
use crate::world::happening::Trace;

/// Adds to every hour of one day; does nothing outside the life.
pub(crate) fn add_to_day(grid: &mut [f64], day: usize, points: f64) {
    let hours = grid.iter_mut().skip(day * GRID_PER_DAY).take(GRID_PER_DAY);
    hours.for_each(|value| *value += points);
}

/// Changes of level.
pub(crate) fn steps(grid: &mut [f64], steps: &[Step], told: &mut Vec<Mechanism>) {
    for step in steps {
        let from = step.day as usize * GRID_PER_DAY;
        grid.iter_mut().skip(from).for_each(|v| *v += step.points);
        told.push(Mechanism::Step {
            day: step.day,
            points: step.points,
        });
    }
}

/// Spells with half a day of rise and of fall.
#[expect(clippy::cast_precision_loss, reason = "a place on the grid")]
pub(crate) fn spells(
    grid: &mut [f64],
    draws: &mut Draws,
    spells: &Spells,
    told: &mut Vec<Mechanism>,
) {
    let per_day = GRID_PER_DAY as f64;
    let end = grid.len() as f64 / per_day;
    let mut from = draws.between(0.4, 1.0) * spells.gap_days;
    while from < end {
        let to = from + spells.length_days * draws.between(0.5, 1.5);
        for (idx, value) in grid.iter_mut().enumerate() {
            let time = (idx as f64 + DAY_START_HOUR) / per_day;
            let inside = (time - from).min(to - time) * 2.0;
            *value += spells.points * inside.clamp(0.0, 1.0);
        }
        told.push(Mechanism::Spell {
            from,
            to,
            points: spells.points,
        });
        from = to + 5.0 + draws.exponential(spells.gap_days - 5.0);
    }
}

/// Blunting after dose steps, gradual both ways.
pub(crate) fn doses(grid: &mut [f64], medicine: &Medicine, told: &mut Vec<Mechanism>) {
    let Some(first) = medicine.steps.first() else {
        return;
    };
    for pair in medicine.steps.windows(2) {
        let [before, after] = pair else { continue };
        let points = medicine.points_per_unit * (after.amount - before.amount);
        let half_life_days = half_life(medicine, before.amount, after.amount);
        if points != 0.0 {
            told.push(Mechanism::Dose {
                day: after.day,
                from: before.amount,
                to: after.amount,
                points,
                half_life_days,
            });
        }
    }
    let mut effect = 0.0;
    let (mut amount, mut speed) = (first.amount, medicine.onset_half_life_days);
    let days_before = usize::try_from(-first.day).unwrap_or(0);
    for hour in 0..days_before * GRID_PER_DAY + grid.len() {
        let day = hour / GRID_PER_DAY;
        let is_new = |step: &&crate::recipe::DoseStep| {
            usize::try_from(step.day + i32::try_from(days_before).unwrap_or(0)) == Ok(day)
        };
        if hour % GRID_PER_DAY == 0
            && let Some(step) = medicine.steps.iter().find(is_new)
        {
            speed = half_life(medicine, amount, step.amount);
            amount = step.amount;
        }
        let target = medicine.points_per_unit * (amount - first.amount);
        let left = libm::exp2(-1.0 / (GRID_PER_DAY as f64 * speed));
        effect = target + (effect - target) * left;
        if let Some(value) = hour
            .checked_sub(days_before * GRID_PER_DAY)
            .and_then(|idx| grid.get_mut(idx))
        {
            *value += effect;
        }
    }
}

fn half_life(medicine: &Medicine, before: f64, after: f64) -> f64 {
    if after >= before {
        medicine.onset_half_life_days
    } else {
        medicine.offset_half_life_days
    }
}

/// Less feeling on the three days after a day of high tension.
pub(crate) fn depletion(
    grid: &mut [f64],
    tension_by_day: &[f64],
    depletion: &Depletion,
    told: &mut Vec<Mechanism>,
) {
    let high = tension_by_day
        .iter()
        .enumerate()
        .filter(|(_, mean)| **mean >= depletion.tension_over);
    for (day, _) in high {
        let points = depletion.weights.map(|weight| weight * depletion.points);
        for (later, size) in points.iter().enumerate() {
            add_to_day(grid, day + 1 + later, *size);
        }
        told.push(Mechanism::Depletion {
            day: u32::try_from(day).unwrap_or(u32::MAX),
            points,
        });
    }
}

/// A leaking store that exposures fill up. The exposures come in order of time.
pub(crate) fn desensitization(
    grid: &mut [f64],
    exposures: &[f64],
    store: &Desensitization,
    told: &mut Vec<Mechanism>,
) {
    let mut added = vec![0.0; grid.len()];
    let mut held = 0.0;
    let mut before = 0.0;
    for at in exposures {
        held *= libm::exp2(-(at - before) / store.half_life_days);
        before = *at;
        // What is added shrinks as the store fills, so it nears its limit and never passes it.
        let points = store.points_each * (1.0 - held / store.points_max).max(0.0);
        held += points;
        let trace = Trace {
            at: *at,
            points,
            hold_days: 0.0,
            half_life_days: store.half_life_days,
        };
        trace.add_to(&mut added);
    }
    grid.iter_mut().zip(&added).for_each(|(v, add)| *v += add);
    if !exposures.is_empty() {
        told.push(Mechanism::Desensitization {
            n_exposures: exposures.len(),
            points_at_end: added.last().copied().unwrap_or_default(),
        });
    }
}

/// A straight line from a daily factor to the day so much later.
pub(crate) fn trigger(
    grid: &mut [f64],
    factor_by_day: &[f64],
    trigger: &Trigger,
    told: &mut Vec<Mechanism>,
) {
    let center = mean(factor_by_day);
    let squares: Vec<f64> = factor_by_day
        .iter()
        .map(|v| (v - center) * (v - center))
        .collect();
    let spread = libm::sqrt(mean(&squares));
    if spread == 0.0 {
        return;
    }
    for (day, value) in factor_by_day.iter().enumerate() {
        let points = trigger.points_per_sd * (value - center) / spread;
        add_to_day(grid, day + trigger.lag_days as usize, points);
    }
    told.push(Mechanism::Trigger {
        factor: trigger.factor,
        lag_days: trigger.lag_days,
        points_per_sd: trigger.points_per_sd,
    });
}
