//! The days of an experiment as people live them. Refuses days that hang on what was drawn for others.

use record::{
    Experiment, ExperimentDay, Fact, FactBody, FactKey, Label, LocalDay, Practice, Record, Source,
    Terms,
};
use series::{Drawn, Series, Trial};
use stats::randomization::{build_up, build_up_from};

use super::Shape;
use crate::draws::{Draws, Stream, mix};
use crate::population::WITHIN_SD;
use crate::truth::Truth;

/// Share of days of which it is told whether it was done.
const TOLD: f64 = 0.85;
/// Share of done days on which the strategy is logged by itself.
const LOGGED: f64 = 0.5;
/// Share of these that are logged on the day after, for yesterday.
const LOGGED_LATE: f64 = 0.3;

/// Lives them, and tells of most: whether it was done on each day. In untidy lives the numb day is the
/// one on which it is left out, and the better day the one on which it is done without being drawn.
pub(super) fn days(
    experiment: &mut Experiment,
    truth: &Truth,
    is_untidy: bool,
    seed: u64,
) -> Vec<bool> {
    let mut draws = Draws::new(seed, Stream::Trying, 0);
    let n_days = i32::try_from(experiment.terms.n_days()).unwrap_or(0);
    let days = (0..n_days).map(|nth| experiment.terms.begins.plus_days(nth));
    let mut told = Vec::new();
    let done = days.map(|day| {
        let is_with = experiment.terms.drawn_for(day).unwrap_or(false);
        let numb = usize::try_from(day.days_since(truth.first_day)).ok();
        let numb = numb.and_then(|idx| truth.by_day.get(idx)).unwrap_or(&50.0);
        let odds = if is_with { 1.5 } else { -1.5 } - (numb - 50.0) / WITHIN_SD;
        let is_other = draws.chance(1.0 / (1.0 + libm::exp(-odds)));
        let is_done = if is_untidy { is_other } else { is_with };
        if draws.chance(TOLD) {
            told.push(ExperimentDay { day, is_done });
        }
        is_done
    });
    let done = done.collect();
    experiment.days = told;
    done
}

/// Logs the strategy on some of the days on which it was done, on some of them a day late.
pub(super) fn log(record: &mut Record, terms: &Terms, done: &[bool], seed: u64) -> Option<()> {
    let mut draws = Draws::new(seed, Stream::Trying, 1);
    let zone = record.profile.zone.clone();
    let done = (0_i32..).zip(done).filter(|(_, is_done)| **is_done);
    for (nth, _) in done {
        let (is_logged, is_late) = (draws.chance(LOGGED), draws.chance(LOGGED_LATE));
        if !is_logged {
            continue;
        }
        let day: LocalDay = terms.begins.plus_days(nth);
        let moment = day.at(18, 30, &zone).ok()?;
        let recorded_at = if is_late {
            day.plus_days(1).at(9, 0, &zone).ok()?
        } else {
            moment.plus_seconds(60)
        };
        let nth = u64::from(nth.unsigned_abs());
        let key = u128::from(mix(seed, nth)) << 64 | u128::from(nth);
        let fact = Fact {
            key: FactKey::from_bytes(key.to_be_bytes()),
            moment,
            recorded_at,
            source: Source::ByHand,
            body: FactBody::Practice(Practice::new(Label::new("something").ok()?, None)),
        };
        record.put(fact, &[]).ok()?;
    }
    Some(())
}

/// Share of the whole effect that is truly there on each day.
fn shares(trial: &Trial, shape: Shape) -> Vec<f64> {
    if let Drawn::StartDays(_) = trial.drawn {
        return since_starts(trial, shape);
    }
    let days = trial.days_per_period.max(1) as usize;
    let is_with = |day: usize| trial.assigned.get(day / days).copied().unwrap_or(false);
    let n_days = trial.n_days() as usize;
    match shape {
        Shape::EndsWithTheDay => (0..n_days)
            .map(|day| f64::from(u8::from(is_with(day))))
            .collect(),
        Shape::AtOnceThenFades => {
            let kept = if trial.half_life_days > 0.0 {
                libm::exp2(-1.0 / trial.half_life_days)
            } else {
                0.0
            };
            let mut there = 0.0;
            (0..n_days)
                .map(|day| {
                    there = if is_with(day) { 1.0 } else { kept * there };
                    there
                })
                .collect()
        }
        Shape::AsPlanned => {
            let of = build_up(
                trial.assigned.len(),
                trial.days_per_period,
                trial.half_life_days,
            );
            let there = |of_day: Vec<f64>| -> f64 {
                let with = of_day
                    .iter()
                    .zip(&trial.assigned)
                    .filter(|(_, with)| **with);
                with.map(|(share, _)| share).sum()
            };
            of.into_iter().map(there).collect()
        }
    }
}

/// The same where things stay once they have begun: each brings its part of the whole.
fn since_starts(trial: &Trial, shape: Shape) -> Vec<f64> {
    let half_life_days = match shape {
        Shape::AsPlanned => trial.half_life_days,
        Shape::EndsWithTheDay | Shape::AtOnceThenFades => 0.0,
    };
    let all = starts(trial);
    let mut sum = vec![0.0; trial.n_days() as usize];
    for start in &all {
        let of_it = build_up_from(*start..=*start, trial.n_days(), half_life_days);
        for (sum, share) in sum.iter_mut().zip(of_it.into_iter().flatten()) {
            *sum += share / f64::from(u32::try_from(all.len()).unwrap_or(1));
        }
    }
    sum
}

/// Start days of a plan, counted from its first day.
fn starts(trial: &Trial) -> Vec<u32> {
    let others = trial.others.iter().map(|(_, days)| days);
    let all = std::iter::once(&trial.assigned).chain(others);
    let start = |days: &Vec<bool>| u32::try_from(days.iter().position(|with| *with)?).ok();
    all.filter_map(start).collect()
}

/// How much more of the whole effect an average day with truly has than one without; of start days, one
/// from the last of them on than one before the first.
pub(super) fn apart(trial: &Trial, shape: Shape) -> Option<f64> {
    if let Drawn::StartDays(_) = trial.drawn {
        let last = *starts(trial).iter().max()? as usize;
        let with = shares(trial, shape).split_off(last);
        let n = f64::from(u32::try_from(with.len()).ok()?);
        return Some(with.iter().sum::<f64>() / n);
    }
    let days = trial.days_per_period.max(1) as usize;
    let (mut sums, mut n) = ([0.0; 2], [0_u32; 2]);
    for (day, share) in shares(trial, shape).into_iter().enumerate() {
        let side = usize::from(*trial.assigned.get(day / days)?);
        sums[side] += share;
        n[side] += 1;
    }
    Some(sums[1] / f64::from(n[1]) - sums[0] / f64::from(n[0]))
}

/// Lets the effect act on the answers that the experiment is read from.
pub(super) fn act(series: &mut Series, trial: &Trial, (whole, shape): (f64, Shape)) {
    if whole == 0.0 {
        return;
    }
    let shares = shares(trial, shape);
    let own = series
        .trials
        .first_mut()
        .and_then(|trial| trial.own.as_mut());
    let points = match own {
        Some(own) => &mut own.points,
        None => &mut series.numbness.points,
    };
    for point in points {
        let since = usize::try_from(point.day.days_since(trial.begins)).ok();
        let share = since.and_then(|since| shares.get(since)).unwrap_or(&0.0);
        point.numbness = (point.numbness).map(|value| (value + whole * share).clamp(0.0, 100.0));
    }
}
