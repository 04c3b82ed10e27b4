//! Ways to read an experiment: the one that people see, and ones that lie. Refuses to repair those.

use finding::strategy_effect::{design_of, p_value};
use series::{Ended, Trial, day_means};
use stats::random::draw_stream;
use stats::special::normal_quantile;

use super::Lived;

/// Gives the p-value of an experiment; `None` where nothing is said.
pub type Reader = fn(&Lived) -> Option<f64>;

/// As people see it.
#[must_use]
pub fn as_drawn(lived: &Lived) -> Option<f64> {
    p_value(&lived.series, lived.series.trials.first()?).ok()
}

/// Sabotage: mean of the days on which it was done against the others, days taken for independent.
#[must_use]
pub fn by_what_was_done(lived: &Lived) -> Option<f64> {
    let trial = lived.series.trials.first()?;
    let mut sides = [Vec::new(), Vec::new()];
    for (is_done, seen) in days_done(lived, trial) {
        sides[usize::from(is_done)].push(seen);
    }
    let [without, with] = sides.map(|side| moments(&side));
    let z = ((with?.0 - without?.0) / (with?.1 + without?.1).sqrt()).abs();
    // As far as a table of 0.05 goes: beyond its line or not.
    Some(if z > normal_quantile(0.975).ok()? {
        0.01
    } else {
        1.0
    })
}

/// Sabotage: nothing is sealed, so that of twenty draws the one counts whose days with came out best.
#[must_use]
pub fn by_another_lot(lived: &Lived) -> Option<f64> {
    let trial = lived.series.trials.first()?;
    let design = design_of(trial)?;
    let mut rng = draw_stream(trial.seed, 78);
    let means = day_means(&lived.series.numbness);
    let difference = |drawn: &[bool]| -> f64 {
        let read = Trial {
            assigned: drawn.to_vec(),
            ..trial.clone()
        };
        let mut sides = [(0.0, 0_u32); 2];
        for mean in &means {
            if let Some(period) = read.period_of(mean.day) {
                let side = &mut sides[usize::from(read.assigned[period])];
                *side = (side.0 + mean.mean, side.1 + 1);
            }
        }
        sides[1].0 / f64::from(sides[1].1) - sides[0].0 / f64::from(sides[0].1)
    };
    let best = (0..20)
        .map(|_| design.draw(&mut rng))
        .min_by(|a, b| difference(a).total_cmp(&difference(b)))?;
    let read = Trial {
        assigned: best,
        ended: Ended::AsPlanned,
        ..trial.clone()
    };
    p_value(&lived.series, &read).ok()
}

/// Days of the experiment with an answer: whether it was done, and how numb they were.
fn days_done(lived: &Lived, trial: &Trial) -> Vec<(bool, f64)> {
    let means = day_means(&lived.series.numbness);
    let of = |mean: &series::DayMean| {
        let since = usize::try_from(mean.day.days_since(trial.begins)).ok()?;
        Some((*lived.done.get(since)?, mean.mean))
    };
    means.iter().filter_map(of).collect()
}

/// Mean, and variance of the mean.
fn moments(values: &[f64]) -> Option<(f64, f64)> {
    let n = f64::from(u32::try_from(values.len()).ok()?);
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    (n > 1.0).then(|| (mean, squares / (n - 1.0) / n))
}
