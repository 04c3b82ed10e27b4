//! The tests: with a drift and without one, on answers and on ranks, and at placebo dates.

use record::LocalDay;
use series::{NumbnessPoint, Series};
use stats::association::{associations, blended};
use stats::multiple::{cauchy_combination, weighted_holm};
use stats::rank::normal_scores;
use stats::special::normal_quantile;
use stats::state_space::{Estimate, Grid, Layout, Posterior};

use super::change::{self, DoseChange};
use super::{CI_LEVEL, DAYS_EACH_MAX, DAYS_EACH_MIN, Effect, EffectDay, Standing};
use crate::answer::{Interval, Reason};
use crate::budget::FAMILY_WISE;
use crate::calendar;

/// Days until half of a change is there (0: at once), and what a day leaves to come of the rest:
/// 0.5 to the power of 1 / days. Antidepressants take weeks.
const ONSETS: [(f64, f64); 5] = [
    (0.0, 0.0),
    (3.0, 0.793_700_525_984_1),
    (7.0, 0.905_723_664_263_9),
    (14.0, 0.951_695_153_010_6),
    (28.0, 0.975_548_642_189_3),
];
/// A claim needs the real date among this share of the largest steps.
const PLACEBO_MAX: f64 = 0.1;
/// Nominal level at which a step without drift is told as 'not separable'.
const NOTICED: f64 = 0.05;
/// Occasions above which day means are used instead.
const OCCASIONS_MAX: usize = 600;

/// One change with its numbers, before the others are known.
struct Tested {
    effect: Effect,
    rank_p: f64,
    spread: f64,
}

pub fn run(
    series: &Series,
    changes: &[DoseChange],
    alpha: f64,
) -> (Vec<Effect>, Vec<(DoseChange, Reason)>) {
    let mut tested = Vec::new();
    let mut left_out = Vec::new();
    for change in changes {
        match one(series, change, changes) {
            Ok(found) => tested.push(found),
            Err(reason) => left_out.push((change.clone(), reason)),
        }
    }
    let worst = |t: &Tested| t.effect.p_value.max(t.effect.p_if_steady).max(t.rank_p);
    let p_values: Vec<f64> = tested.iter().map(worst).collect();
    let adjusted = weighted_holm(&p_values, &vec![1.0; p_values.len()]).unwrap_or_default();
    let n = f64::from(u32::try_from(tested.len().max(1)).unwrap_or(u32::MAX));
    let z = |share: f64| normal_quantile(share.clamp(1e-12, 1.0 - 1e-12)).unwrap_or(0.0);
    let reach = z(1.0 - alpha / n / 2.0) + z(0.8);
    let effects = tested.into_iter().zip(adjusted).map(|(tested, adjusted)| {
        let mut effect = tested.effect;
        effect.p_adjusted = (adjusted * FAMILY_WISE / alpha).min(1.0);
        effect.could_have_shown = (reach * tested.spread).min(100.0);
        effect.standing = if adjusted <= alpha && effect.placebo_share <= PLACEBO_MAX {
            Standing::ToldApart
        } else if effect.p_if_steady <= NOTICED {
            Standing::NotSeparable
        } else {
            Standing::NotToldApart
        };
        effect
    });
    (effects.collect(), left_out)
}

/// Days around a change in which no other dose changed.
fn window(
    series: &Series,
    change: &DoseChange,
    all: &[DoseChange],
) -> Option<(LocalDay, LocalDay)> {
    let (first, last) = (change.first_day()?, change.last_day()?);
    let mut from = series
        .numbness
        .first_day
        .max(first.plus_days(-DAYS_EACH_MAX));
    let mut to = series
        .numbness
        .last_day
        .min(last.plus_days(DAYS_EACH_MAX - 1));
    for (day, _) in all.iter().flat_map(|other| &other.steps) {
        if *day < first {
            from = from.max(*day);
        }
        if *day > last {
            to = to.min(day.plus_days(-1));
        }
    }
    Some((from, to))
}

/// The answers of a window with what is held still.
struct Scene {
    days: Vec<LocalDay>,
    times: Vec<f64>,
    values: Vec<f64>,
    columns: Vec<Vec<f64>>,
}

fn one(series: &Series, change: &DoseChange, all: &[DoseChange]) -> Result<Tested, Reason> {
    let (from, to) = window(series, change, all).ok_or(Reason::NoDoseChange)?;
    let (first, last) = (change.first_day(), change.last_day());
    let (Some(first), Some(last)) = (first, last) else {
        return Err(Reason::NoDoseChange);
    };
    let days = answered_days(series, (from, to));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let n_before = count(days.iter().filter(|day| **day < first).count());
    let n_after = count(days.iter().filter(|day| **day >= last).count());
    let need = DAYS_EACH_MIN;
    if n_before < need {
        return Err(Reason::TooFewBeforeChange {
            have: n_before,
            need,
        });
    }
    if n_after < need {
        return Err(Reason::TooFewAfterChange {
            have: n_after,
            need,
        });
    }
    let scene = Scene::new(series, (from, to));
    let numbers = scene.numbers(change).ok_or(Reason::AllAlike)?;
    let placebo = scene.placebo(change, (from, to)).unwrap_or_default();
    let n_as_large = placebo
        .iter()
        .filter(|(_, t)| t.abs() >= numbers.t_value.abs())
        .count();
    let share = f64::from(count(n_as_large + 1)) / f64::from(count(placebo.len() + 1));
    let effect = Effect {
        change: change.clone(),
        standing: Standing::NotToldApart,
        size: interval(&numbers.robust).within(-100.0, 100.0),
        size_if_steady: interval(&numbers.steady).within(-100.0, 100.0),
        half_life_days: numbers.half_life_days,
        p_value: numbers.p_robust,
        p_if_steady: numbers.p_steady,
        p_adjusted: 1.0,
        t_value: numbers.t_value,
        placebo,
        placebo_share: share,
        n_days: (n_before, n_after),
        could_have_shown: 0.0,
        also_changed: change::also_changed(series, change, all),
        days: scene.days_with(change, numbers.keep, numbers.steady.value),
    };
    Ok(Tested {
        effect,
        rank_p: numbers.p_rank,
        spread: numbers.robust.sd,
    })
}

fn interval(estimate: &Estimate) -> Interval {
    Interval::of(estimate, CI_LEVEL)
}

fn answered_days(series: &Series, (from, to): (LocalDay, LocalDay)) -> Vec<LocalDay> {
    let answered = series.numbness.answered();
    let mut days: Vec<LocalDay> = answered
        .filter(|(point, _)| !point.is_settling_in && point.day >= from && point.day <= to)
        .map(|(point, _)| point.day)
        .collect();
    days.dedup();
    days
}

struct Numbers {
    robust: Estimate,
    steady: Estimate,
    p_robust: f64,
    p_steady: f64,
    p_rank: f64,
    t_value: f64,
    half_life_days: f64,
    /// What a day leaves of the rest at that half-life.
    keep: f64,
}

impl Scene {
    fn new(series: &Series, (from, to): (LocalDay, LocalDay)) -> Self {
        let inside: Vec<(&NumbnessPoint, f64)> = (series.numbness.answered())
            .filter(|(p, _)| !p.is_settling_in && p.day >= from && p.day <= to)
            .collect();
        if inside.len() > OCCASIONS_MAX {
            let mut means = series::day_means(&series.numbness);
            means.retain(|mean| !mean.is_settling_in && mean.day >= from && mean.day <= to);
            let weekdays: Vec<u8> = means.iter().map(|mean| mean.day.weekday()).collect();
            return Self {
                days: means.iter().map(|mean| mean.day).collect(),
                times: means.iter().map(|mean| mean.time_days).collect(),
                values: means.iter().map(|mean| mean.mean).collect(),
                columns: calendar::weekday_columns(&weekdays),
            };
        }
        let points: Vec<&NumbnessPoint> = inside.iter().map(|(point, _)| *point).collect();
        Self {
            days: points.iter().map(|point| point.day).collect(),
            times: points.iter().map(|point| point.time_days).collect(),
            values: inside.iter().map(|(_, value)| *value).collect(),
            columns: calendar::columns(&points),
        }
    }

    fn numbers(&self, change: &DoseChange) -> Option<Numbers> {
        let scores = normal_scores(&self.values).ok()?;
        let shapes: Vec<Vec<f64>> = ONSETS.map(|(_, keep)| self.shape(change, keep)).to_vec();
        let (still, wandering) = (Grid::without_drift().ok()?, Grid::standard().ok()?);
        let steady = Posterior::new(&self.layout(false)?, &self.values, &still).ok()?;
        let robust = self.robust(&self.values, &wandering)?;
        let ranked = self.robust(&scores, &wandering)?;
        let p = |posterior: &Posterior| {
            let found = associations(posterior, &shapes, CI_LEVEL).ok()?;
            let p: Vec<f64> = found.iter().flatten().map(|e| e.p_zero).collect();
            cauchy_combination(&p).ok()
        };
        // What is there at the end of the window, and not what may come after it: a slow onset would
        // be drawn out far beyond the answers.
        let seen: Vec<Vec<f64>> = shapes.iter().map(|shape| whole_at_end(shape)).collect();
        let size = blended(&robust, &seen, CI_LEVEL).ok()?;
        let if_steady = blended(&steady, &seen, CI_LEVEL).ok()?;
        let most_likely = size.shares.iter().zip(ONSETS);
        let (_, (half_life_days, keep)) = most_likely.max_by(|a, b| a.0.total_cmp(b.0))?;
        let at_once = associations(&robust, shapes.get(..1)?, CI_LEVEL).ok()?;
        Some(Numbers {
            p_robust: p(&robust)?,
            p_steady: p(&steady)?,
            p_rank: p(&ranked)?,
            t_value: t_value(at_once.first()?.as_ref()),
            robust: size.estimate,
            steady: if_steady.estimate,
            half_life_days,
            keep,
        })
    }

    fn robust(&self, values: &[f64], grid: &Grid) -> Option<Posterior> {
        Posterior::new(&self.layout(true)?, values, grid).ok()
    }

    fn layout(&self, has_trend: bool) -> Option<Layout> {
        let mut columns = self.columns.clone();
        if has_trend {
            columns.push(self.trend());
        }
        Layout::new(&self.times, &columns).ok()
    }

    /// A straight line over the window, -1 to 1.
    fn trend(&self) -> Vec<f64> {
        let first = self.times.first().copied().unwrap_or(0.0);
        let last = self.times.last().copied().unwrap_or(1.0);
        let half = ((last - first) / 2.0).max(f64::MIN_POSITIVE);
        let place = |time: &f64| (time - first) / half - 1.0;
        self.times.iter().map(place).collect()
    }

    /// Share of the change that works on each answer's day, if each day leaves `keep` of what is
    /// still to come.
    fn shape(&self, change: &DoseChange, keep: f64) -> Vec<f64> {
        let (Some(first), Some(last)) = (change.first_day(), self.days.last()) else {
            return vec![0.0; self.days.len()];
        };
        let n_days = last.days_since(first).max(-1) + 1;
        let mut share = 0.0;
        let by_day: Vec<f64> = (0..n_days)
            .map(|idx| {
                let dose = change.share_on(first.plus_days(idx));
                share = keep * share + (1.0 - keep) * dose;
                share
            })
            .collect();
        let on = |day: &LocalDay| {
            let idx = usize::try_from(day.days_since(first)).ok();
            idx.and_then(|idx| by_day.get(idx)).copied().unwrap_or(0.0)
        };
        self.days.iter().map(on).collect()
    }

    /// Day by day, what was answered and where a step of this size alone would have it.
    fn days_with(&self, change: &DoseChange, keep: f64, step: f64) -> Vec<EffectDay> {
        let shape = whole_at_end(&self.shape(change, keep));
        let pairs: Vec<(f64, f64)> = (self.values.iter().copied())
            .zip(shape.iter().map(|share| share * step))
            .collect();
        let count = |n: usize| f64::from(u32::try_from(n.max(1)).unwrap_or(u32::MAX));
        let without = pairs.iter().map(|(value, step)| value - step).sum::<f64>();
        let level = without / count(pairs.len());
        let places: Vec<usize> = (0..self.days.len()).collect();
        let same_day = |a: &usize, b: &usize| self.days[*a] == self.days[*b];
        places
            .chunk_by(same_day)
            .map(|day| {
                let seen = day.iter().map(|idx| pairs[*idx].0).sum::<f64>();
                EffectDay {
                    day: self.days[day[0]],
                    seen: seen / count(day.len()),
                    drawn: (level + pairs[day[0]].1).clamp(0.0, 100.0),
                }
            })
            .collect()
    }

    /// The same change moved to every other day that leaves enough on either side.
    fn placebo(
        &self,
        change: &DoseChange,
        (from, to): (LocalDay, LocalDay),
    ) -> Option<Vec<(LocalDay, f64)>> {
        let (first, last) = (change.first_day()?, change.last_day()?);
        let room = i32::try_from(DAYS_EACH_MIN).ok()?;
        let earliest = from.plus_days(room).days_since(first);
        let latest = to.plus_days(1 - room).days_since(last);
        let is_away = |days: &i32| days.abs() >= room;
        let moves: Vec<i32> = (earliest..=latest).filter(is_away).collect();
        let columns: Vec<Vec<f64>> = (moves.iter())
            .map(|days| self.shape(&change.moved(*days), 0.0))
            .collect();
        let grid = Grid::standard().ok()?;
        let posterior = self.robust(&self.values, &grid)?;
        let found = associations(&posterior, &columns, CI_LEVEL).ok()?;
        let both = moves.iter().zip(found);
        let one = |(days, estimate): (&i32, Option<Estimate>)| {
            Some((first.plus_days(*days), t_value(Some(&estimate?))))
        };
        Some(both.filter_map(one).collect())
    }
}

/// The shape as a share of what it is at the last answer.
fn whole_at_end(shape: &[f64]) -> Vec<f64> {
    let last = shape.last().copied().filter(|last| *last > 0.0);
    let one = |share: &f64| share / last.unwrap_or(1.0);
    shape.iter().map(one).collect()
}

fn t_value(estimate: Option<&Estimate>) -> f64 {
    estimate.map_or(0.0, |e| if e.sd > 0.0 { e.value / e.sd } else { 0.0 })
}
