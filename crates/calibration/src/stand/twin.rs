//! Twins of one record: its days, gaps, dependence, weekly cycle and scale, with nothing in it.
//!
//! Refuses records too short or too even to draw from. A twin's hidden line is Gaussian with the
//! dependence and the weekly cycle of the record's normal scores; its answers are drawn from the
//! record's own answers by rank, so that steps and a floor stay as they are. Changes that `course`
//! claims in the record are taken out first. What is logged beside numbness stays as it is: a hidden
//! line drawn anew has nothing to do with it.

use record::LocalDay;
use serde::Serialize;
use series::{NumbnessSeries, Series};
use stats::random::{draw_stream, uniform};
use stats::rank::normal_scores;
use stats::state_space::{Dependence, Filter, Functional, Grid, Layout, Posterior};

use super::acting::Trigger;
use super::measure::{FOUND_WITHIN_DAYS, look_days};
use super::quiet::Quiet;
use super::share::{Share, number};
use super::together::{Asked, QUESTIONS, QuestionReport};
use super::{CalibrateOptions, Progress, StandError, crew};
use crate::draws::mix;

/// Change that a twin is given when no other is asked for, points of 100.
pub const CHANGE_POINTS: f64 = 12.0;
/// Effect of the trigger that a twin is given, points of 100 for one standard deviation, or for being
/// there.
pub const TRIGGER_POINTS: f64 = 6.0;
/// Days with an answer without which no twin is drawn.
const DAYS_MIN: usize = 21;

/// How often the answers are wrong on records like this one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TwinReport {
    /// Twins drawn.
    pub n_records: usize,
    /// Days from the first to the last.
    pub n_days: u32,
    /// Looks that such a record has had.
    pub n_looks: usize,
    /// Twins with nothing in them that get any claim of any question at any look.
    pub false_claims: Share,
    /// The same by question.
    pub by_question: Vec<QuestionReport>,
    /// Size of the change that was put in at mid-record, points of 100.
    pub change_points: f64,
    /// Twins in which that change is found at the last look: right sign, at most 14 days off.
    pub found: Share,
    /// What is logged that a trigger was made of: a suspect where there is one, else what was
    /// logged on most days; `None`: nothing was.
    pub trigger: Option<String>,
    /// It is there or not on a day.
    pub trigger_is_yes_no: bool,
    /// Points of 100 that go with it on the day before: with one standard deviation more of it, or
    /// with its being there.
    pub trigger_points: f64,
    /// Twins in which that trigger is claimed at the last look.
    pub trigger_found: Option<Share>,
    /// Correlation a day apart of the dependent part, 0-1.
    pub correlation_a_day: f64,
    /// Share of the variance that does not carry over from one check-in to the next, 0-1.
    pub noise_share: f64,
}

/// What twins are drawn from.
struct Mold {
    /// Answered points: position in the series.
    places: Vec<usize>,
    /// Weekly cycle of the scores at each answered point.
    week: Vec<f64>,
    /// The record's answers in order of size, changes taken out.
    sorted: Vec<f64>,
    filter: Filter,
    /// Standard deviation of the scores around the weekly cycle, and with it.
    sds: (f64, f64),
    /// Distance of neighboring answers on the scale; `None`: every number is used.
    step: Option<f64>,
    theta: (f64, f64),
}

/// Measures all questions on twins of a record; `threshold` is the person's own line, which no claim
/// rests on.
///
/// # Errors
/// [`StandError`]: an option outside its range, or a record without enough to draw from.
pub fn calibrate_twin(
    series: &Series,
    threshold: Option<f64>,
    options: &CalibrateOptions,
    on_progress: Progress<'_>,
) -> Result<TwinReport, StandError> {
    options.check()?;
    let seed = options.seed();
    let numbness = &series.numbness;
    let have = series::day_means(numbness).len();
    if have < DAYS_MIN {
        let need = DAYS_MIN;
        return Err(StandError::TooFewDays { have, need });
    }
    let answer = finding::course::answer(Some(series), threshold, seed);
    let changes = answer.finding().map(|course| course.changes.clone());
    let mold = mold(numbness, &changes.unwrap_or_default()).ok_or(StandError::AllAlike)?;
    let points = options.change_points.unwrap_or(CHANGE_POINTS);
    let trigger = Trigger::of(series);
    let twins = crew::all(options.n_records, on_progress, |idx| {
        let seed = mix(seed, u64::try_from(idx).unwrap_or(u64::MAX));
        let beside = |numbness| Series {
            numbness,
            ..series.clone()
        };
        let still = mold.twin(numbness, seed);
        let changed = beside(mold.with_change(&still, points, seed));
        let moved = trigger
            .as_ref()
            .map(|of| beside(mold.with_trigger(&still, of, seed)));
        let quiet = Quiet {
            series: beside(still),
            seed,
            moves: None,
            // What the record has logged may change its pattern by itself.
            is_rest_steady: false,
        };
        Twin {
            claims: quiet.claims(QUESTIONS),
            is_found: mold.finds_change(&changed, seed),
            is_trigger_found: moved
                .zip(trigger.as_ref())
                .map(|(moved, of)| of.is_found(&moved, seed)),
        }
    });
    let any = twins.iter().map(|twin| Some(twin.claims.contains(&true)));
    Ok(TwinReport {
        n_records: twins.len(),
        n_days: numbness.n_days(),
        n_looks: look_days(numbness.n_days(), numbness.written_from()).len(),
        false_claims: Share::count(any),
        by_question: by_question(&twins),
        change_points: points,
        found: Share::count(twins.iter().map(|twin| Some(twin.is_found))),
        trigger_points: TRIGGER_POINTS,
        trigger_found: trigger
            .as_ref()
            .map(|_| Share::count(twins.iter().map(|twin| twin.is_trigger_found))),
        trigger_is_yes_no: trigger.as_ref().is_some_and(|of| of.is_yes_no),
        trigger: trigger.map(|of| of.name()),
        correlation_a_day: mold.theta.0,
        noise_share: mold.theta.1,
    })
}

/// What came of one twin.
struct Twin {
    claims: Vec<bool>,
    is_found: bool,
    is_trigger_found: Option<bool>,
}

fn by_question(twins: &[Twin]) -> Vec<QuestionReport> {
    let report = |(k, asked): (usize, &Asked)| QuestionReport {
        question: asked.name,
        claims_ever: Share::count(twins.iter().map(|twin| twin.claims.get(k).copied())),
    };
    QUESTIONS.iter().enumerate().map(report).collect()
}

fn mid(series: &NumbnessSeries) -> LocalDay {
    let half = i32::try_from(series.n_days() / 2).unwrap_or(i32::MAX);
    series.first_day.plus_days(half)
}

fn mold(series: &NumbnessSeries, changes: &[finding::course::Change]) -> Option<Mold> {
    let answered = |idx: &usize| {
        series
            .points
            .get(*idx)
            .is_some_and(|p| p.numbness.is_some())
    };
    let places: Vec<usize> = (0..series.points.len()).filter(answered).collect();
    let points = || series.answered().map(|(point, _)| point);
    let values: Vec<f64> = series.answered().map(|(_, value)| value).collect();
    let step = scale_step(&values);
    let adjusted: Vec<f64> = series
        .answered()
        .map(|(point, value)| {
            let past = changes.iter().filter(|change| change.day <= point.day);
            let added: f64 = past.map(|change| change.size.estimate).sum();
            if added == 0.0 {
                value
            } else {
                on_scale(value - added, step, 0.5)
            }
        })
        .collect();
    let scores = normal_scores(&adjusted).ok()?;
    let times: Vec<f64> = points().map(|point| point.time_days).collect();
    let columns = weekday_columns(
        &points()
            .map(|point| point.day.weekday())
            .collect::<Vec<_>>(),
    );
    let layout = Layout::new(&times, &columns).ok()?;
    let posterior = Posterior::new(&layout, &scores, &Grid::without_drift().ok()?).ok()?;
    let rho = posterior.average(Dependence::rho);
    let noise_share = posterior.average(Dependence::noise_var);
    let filter = Filter::new(&layout, Dependence::of_shares(rho, noise_share, 0.0).ok()?).ok()?;
    let fit = filter.fit(&scores).ok()?;
    let week = weekly_cycle(&posterior, &layout, &columns, scores.len())?;
    let week_var = week.iter().map(|w| w * w).sum::<f64>() / number(week.len());
    let mut sorted = adjusted;
    sorted.sort_by(f64::total_cmp);
    Some(Mold {
        places,
        week,
        sorted,
        filter,
        sds: (fit.scale.sqrt(), (fit.scale + week_var).sqrt()),
        step,
        theta: (rho, noise_share),
    })
}

impl Mold {
    /// The record with other answers, nothing in them.
    fn twin(&self, series: &NumbnessSeries, seed: u64) -> NumbnessSeries {
        let mut twin = series.clone();
        let hidden = self.filter.simulate(&mut draw_stream(seed, 0));
        for ((place, line), week) in self.places.iter().zip(hidden).zip(&self.week) {
            let score = (week + self.sds.0 * line) / self.sds.1;
            if let Some(point) = twin.points.get_mut(*place) {
                point.numbness = self.answer(score);
            }
        }
        twin
    }

    /// The record's answer at the share that a score has.
    fn answer(&self, score: f64) -> Option<f64> {
        let share = 0.5 * libm::erfc(-score * std::f64::consts::FRAC_1_SQRT_2);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a length"
        )]
        let idx = (share * number(self.sorted.len())) as usize;
        self.sorted.get(idx.min(self.sorted.len() - 1)).copied()
    }

    /// A change goes where there is more room on the scale.
    fn sign(&self) -> f64 {
        let mean = self.sorted.iter().sum::<f64>() / number(self.sorted.len());
        if mean <= 50.0 { 1.0 } else { -1.0 }
    }

    /// The twin with a trigger that acts one day later.
    fn with_trigger(&self, twin: &NumbnessSeries, of: &Trigger, seed: u64) -> NumbnessSeries {
        let mut moved = twin.clone();
        let mut rng = draw_stream(seed, 2);
        for point in &mut moved.points {
            let chance = uniform(&mut rng);
            let before = of.by_day.get(&point.day.plus_days(-1));
            let added = TRIGGER_POINTS * before.copied().unwrap_or(0.0);
            let put = |value| on_scale(value + added, self.step, chance);
            point.numbness = point.numbness.map(put);
        }
        moved
    }

    /// Whether the change at mid-record is claimed: right sign, near enough.
    fn finds_change(&self, changed: &Series, seed: u64) -> bool {
        let answer = finding::course::answer(Some(changed), None, seed);
        answer.finding().is_some_and(|course| {
            course.changes.iter().any(|change| {
                let off = change.day.days_since(mid(&changed.numbness)).abs();
                off <= FOUND_WITHIN_DAYS && change.size.estimate * self.sign() > 0.0
            })
        })
    }

    /// The twin with a change of the answers from mid-record on. Between two steps of the scale
    /// the nearer one is likelier, so that the mean changes by the points asked for.
    fn with_change(&self, twin: &NumbnessSeries, points: f64, seed: u64) -> NumbnessSeries {
        let from = mid(twin);
        let mut changed = twin.clone();
        let mut rng = draw_stream(seed, 1);
        for point in &mut changed.points {
            let chance = uniform(&mut rng);
            if point.day >= from {
                let moved = |value| on_scale(value + self.sign() * points, self.step, chance);
                point.numbness = point.numbness.map(moved);
            }
        }
        changed
    }
}

/// The coarsest even scale of 0-100 that all answers lie on; `None`: finer than half points.
fn scale_step(values: &[f64]) -> Option<f64> {
    (1..=200u32).map(|n| 100.0 / f64::from(n)).find(|step| {
        values
            .iter()
            .all(|v| (v - on_scale(*v, Some(*step), 0.5)).abs() < 0.01)
    })
}

/// The number put on the scale, rounded up where what is left passes `1 - chance`.
fn on_scale(value: f64, step: Option<f64>, chance: f64) -> f64 {
    let Some(step) = step else {
        return value.clamp(0.0, 100.0);
    };
    (((value / step) + chance).floor() * step).clamp(0.0, 100.0)
}

/// Six columns, Sunday takes the balance.
fn weekday_columns(weekdays: &[u8]) -> Vec<Vec<f64>> {
    let code = |weekday: u8, column: u8| match weekday {
        7 => -1.0,
        day if day == column => 1.0,
        _ => 0.0,
    };
    let column = |k: u8| weekdays.iter().map(|day| code(*day, k)).collect();
    (1..=6).map(column).collect()
}

fn weekly_cycle(
    posterior: &Posterior,
    layout: &Layout,
    columns: &[Vec<f64>],
    n: usize,
) -> Option<Vec<f64>> {
    let aliased = layout.aliased();
    let kept: Vec<usize> = (0..columns.len())
        .filter(|k| !aliased.contains(k))
        .collect();
    let asked: Vec<Functional> = kept.iter().map(|k| Functional::coefficient(*k)).collect();
    let estimates = posterior.functionals(&asked, 0.95).ok()?;
    let mut week = vec![0.0; n];
    for (k, estimate) in kept.iter().zip(&estimates) {
        for (sum, code) in week.iter_mut().zip(columns.get(*k)?) {
            *sum += estimate.value * code;
        }
    }
    Some(week)
}
