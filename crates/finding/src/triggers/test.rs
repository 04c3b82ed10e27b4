//! The tests themselves: generalized least squares, Holm with weights, and a check by permutation.

use record::LocalDay;
use series::{Candidate, NumbnessPoint, Series};
use stats::association::{associations, freedman_lane_max_t};
use stats::multiple::weighted_holm;
use stats::rank::normal_scores;
use stats::special::normal_quantile;
use stats::state_space::{Dependence, Estimate, Functional, Grid, Layout, Posterior};

use super::columns::{LAGS, Laid, SUSPECT_LAGS, is_enough_since};
use super::{CI_LEVEL, DAYS_MIN, Lag, Tested};
use crate::answer::Interval;
use crate::budget::FAMILY_WISE;
use crate::calendar;

/// Part of the share that suspects have, when there are any.
const SUSPECTS_PART: f64 = 2.0 / 3.0;
/// Permutations of the check on a claim, for each false claim among them that alpha allows.
const DRAWS_PER_ALPHA: f64 = 5.0;
const DRAWS_MAX: f64 = 5_000.0;

/// A record as it stood at a look.
pub struct Seen<'a> {
    pub series: &'a Series,
    pub look_day: LocalDay,
}

pub struct Found {
    pub tested: Vec<Tested>,
    pub p_max_t: Option<f64>,
    pub correlation_a_day: f64,
    pub noise_share: f64,
    pub n: usize,
}

/// Check-ins with an answer from a day on, with what is held still.
struct Scene<'a> {
    check_ins: Vec<&'a NumbnessPoint>,
    raw: Posterior,
    ranked: Posterior,
}

/// One column to test.
struct Asked<'a> {
    candidate: &'a Candidate,
    lag: Lag,
    weight: f64,
    per: f64,
    raw: Vec<f64>,
    ranked: Vec<f64>,
}

/// A column with what came of it.
struct Outcome<'a> {
    asked: Asked<'a>,
    is_suspect: bool,
    n: usize,
    estimate: Estimate,
    p_value: f64,
}

/// Tests what was seen at the end of `look_day`, with what was named and not dropped by then.
pub fn run(seen: &Seen<'_>, usable: &[&Candidate], alpha: f64, seed: u64) -> Option<Found> {
    let series = seen.series;
    let first = series.numbness.first_day;
    let whole = Scene::new(series, first)?;
    let since = |c: &Candidate| c.suspect_since(seen.look_day);
    let is_from_start = |c: &&&Candidate| since(c).is_some_and(|day| day <= first);
    let general: Vec<&Candidate> = (usable.iter())
        .filter(|c| !is_from_start(c))
        .copied()
        .collect();
    let mut outcomes = whole.outcomes(&general, false);
    let mut suspects = Vec::new();
    for candidate in usable {
        match since(candidate) {
            None => {}
            Some(day) if day <= first => suspects.extend(whole.outcomes(&[candidate], true)),
            // What was written before it was named may be why it was named.
            Some(day) if is_ripe(series, candidate, day) => {
                let scene = Scene::new(series, day);
                suspects.extend(scene.iter().flat_map(|s| s.outcomes(&[candidate], true)));
            }
            Some(_) => {}
        }
    }
    share_weights(&mut outcomes, &mut suspects);
    outcomes.append(&mut suspects);
    if outcomes.is_empty() {
        return None;
    }
    let p_values: Vec<f64> = outcomes.iter().map(|o| o.p_value).collect();
    let weights: Vec<f64> = outcomes.iter().map(|o| o.asked.weight).collect();
    let adjusted = weighted_holm(&p_values, &weights).ok()?;
    let mut tested: Vec<Tested> = (outcomes.iter().zip(&adjusted))
        .map(|(outcome, adjusted)| outcome.tested(*adjusted, alpha))
        .collect();
    let has_claim = tested.iter().any(|tested| tested.is_claim);
    let p_max_t = has_claim
        .then(|| whole.check(&outcomes, alpha, seed))
        .flatten();
    hold_still(&whole, &outcomes, &mut tested);
    tested.sort_by(|a, b| {
        (b.is_claim.cmp(&a.is_claim))
            .then(a.p_adjusted.total_cmp(&b.p_adjusted))
            .then(a.p_value.total_cmp(&b.p_value))
    });
    Some(Found {
        tested,
        p_max_t,
        correlation_a_day: whole.raw.average(Dependence::rho),
        noise_share: whole.raw.average(Dependence::noise_var),
        n: whole.check_ins.len(),
    })
}

/// Whether enough was written since a naming to be judged by itself. Until then it has no share,
/// and the others have the whole.
fn is_ripe(series: &Series, candidate: &Candidate, since: LocalDay) -> bool {
    let answered = series.numbness.answered();
    let mut days: Vec<LocalDay> = answered
        .filter(|(point, _)| point.day >= since && !point.is_settling_in)
        .map(|(point, _)| point.day)
        .collect();
    days.dedup();
    let have = u32::try_from(days.len()).unwrap_or(u32::MAX);
    have >= DAYS_MIN && is_enough_since(candidate, since)
}

/// Makes the weights of all tests add up to 1, two thirds of it on suspects where there are any.
fn share_weights<'a>(general: &mut [Outcome<'a>], suspects: &mut [Outcome<'a>]) {
    let part = match (general.is_empty(), suspects.is_empty()) {
        (_, true) => 0.0,
        (true, false) => 1.0,
        (false, false) => SUSPECTS_PART,
    };
    for (list, part) in [(general, 1.0 - part), (suspects, part)] {
        let all: f64 = list.iter().map(|o| o.asked.weight).sum();
        for outcome in list {
            outcome.asked.weight *= part / all;
        }
    }
}

impl<'a> Scene<'a> {
    /// Withholds where nothing varies or too little is there.
    fn new(series: &'a Series, from: LocalDay) -> Option<Self> {
        let answered: Vec<(&NumbnessPoint, f64)> = (series.numbness.answered())
            .filter(|(point, _)| point.day >= from && !point.is_settling_in)
            .collect();
        let check_ins: Vec<&NumbnessPoint> = answered.iter().map(|(point, _)| *point).collect();
        let values: Vec<f64> = answered.iter().map(|(_, value)| *value).collect();
        let times: Vec<f64> = check_ins.iter().map(|point| point.time_days).collect();
        let mut columns = calendar::columns(&check_ins);
        columns.push(trend(&times));
        let layout = Layout::new(&times, &columns).ok()?;
        let grid = Grid::without_drift().ok()?;
        let scores = normal_scores(&values).ok()?;
        let (raw, ranked) = Posterior::of_two(&layout, (&values, &scores), &grid).ok()?;
        Some(Self {
            check_ins,
            raw,
            ranked,
        })
    }

    /// Tests every lag of every candidate. The two versions have to agree on the sign.
    fn outcomes(&self, candidates: &[&'a Candidate], is_suspect: bool) -> Vec<Outcome<'a>> {
        let lags = if is_suspect { SUSPECT_LAGS } else { LAGS };
        let asked: Vec<Asked<'a>> = (candidates.iter())
            .flat_map(|candidate| self.asked(candidate, lags))
            .collect();
        let raw: Vec<Vec<f64>> = asked.iter().map(|asked| asked.raw.clone()).collect();
        let ranked: Vec<Vec<f64>> = asked.iter().map(|asked| asked.ranked.clone()).collect();
        let raw = associations(&self.raw, &raw, CI_LEVEL);
        let ranked = associations(&self.ranked, &ranked, CI_LEVEL);
        let (Ok(raw), Ok(ranked)) = (raw, ranked) else {
            return Vec::new();
        };
        let n = self.check_ins.len();
        let both = raw.into_iter().zip(ranked);
        let outcome =
            |(asked, (raw, ranked)): (Asked<'a>, (Option<Estimate>, Option<Estimate>))| {
                let (estimate, ranked) = (raw?, ranked?);
                let agree = estimate.value * ranked.value > 0.0;
                let p_value = if agree {
                    estimate.p_zero.max(ranked.p_zero)
                } else {
                    1.0
                };
                Some(Outcome {
                    asked,
                    is_suspect,
                    n,
                    estimate,
                    p_value,
                })
            };
        asked.into_iter().zip(both).filter_map(outcome).collect()
    }

    fn asked(&self, candidate: &'a Candidate, lags: [(Lag, f64); 4]) -> Vec<Asked<'a>> {
        let values: Vec<f64> = candidate.points.iter().map(|point| point.value).collect();
        let Ok(scores) = normal_scores(&values) else {
            return Vec::new();
        };
        let raw = Laid::new(candidate, &values);
        let ranked = Laid::new(candidate, &scores);
        let per = if candidate.is_yes_no { 1.0 } else { raw.sd };
        let column = |(lag, weight): (Lag, f64)| {
            let raw = raw.column(&self.check_ins, lag)?;
            let ranked = ranked.column(&self.check_ins, lag)?;
            Some(Asked {
                candidate,
                lag,
                weight,
                per,
                raw,
                ranked,
            })
        };
        let mut asked: Vec<Asked<'a>> = lags.into_iter().filter_map(column).collect();
        // Every candidate weighs the same, however many lags it has.
        let all: f64 = asked.iter().map(|asked| asked.weight).sum();
        for asked in &mut asked {
            asked.weight /= all;
        }
        asked
    }

    /// The strongest of all columns against permutations.
    fn check(&self, outcomes: &[Outcome<'_>], alpha: f64, seed: u64) -> Option<f64> {
        let mine = outcomes.iter().filter(|o| o.n == self.check_ins.len());
        let columns: Vec<Vec<f64>> = mine.map(|o| o.asked.raw.clone()).collect();
        let needed = (DRAWS_PER_ALPHA / alpha.max(1e-6)).min(DRAWS_MAX);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most five thousand"
        )]
        let n_draws = needed as usize;
        let checked = freedman_lane_max_t(&self.raw, &columns, n_draws, seed).ok()?;
        checked.p_adjusted.into_iter().reduce(f64::min)
    }
}

impl Outcome<'_> {
    fn tested(&self, adjusted: f64, alpha: f64) -> Tested {
        let per = self.asked.per;
        let scaled = |value: f64| value * per;
        let z = |share: f64| normal_quantile(share.clamp(1e-12, 1.0 - 1e-12)).unwrap_or(0.0);
        let level = alpha * self.asked.weight;
        let reach = z(1.0 - level / 2.0) + z(0.8);
        Tested {
            subject: self.asked.candidate.subject.clone(),
            lag: self.asked.lag,
            is_suspect: self.is_suspect,
            effect: Interval {
                estimate: scaled(self.estimate.value),
                low: scaled(self.estimate.lower),
                high: scaled(self.estimate.upper),
                ci_level: CI_LEVEL,
            }
            .within(-100.0, 100.0),
            per,
            p_value: self.p_value,
            p_adjusted: (adjusted * FAMILY_WISE / alpha).min(1.0),
            is_claim: adjusted <= alpha,
            with_others: None,
            could_have_shown: (reach * self.estimate.sd * per).min(100.0),
            n: self.n,
        }
    }
}

/// Estimates every claim again with all other claims in the same model.
fn hold_still(scene: &Scene<'_>, outcomes: &[Outcome<'_>], tested: &mut [Tested]) {
    let claimed: Vec<usize> = (tested.iter().enumerate())
        .filter(|(_, tested)| tested.is_claim && tested.n == scene.check_ins.len())
        .map(|(idx, _)| idx)
        .collect();
    if claimed.len() < 2 {
        return;
    }
    let columns: Vec<Vec<f64>> = (claimed.iter())
        .filter_map(|idx| Some(outcomes.get(*idx)?.asked.raw.clone()))
        .collect();
    let Some(estimates) = scene.together(&columns) else {
        return;
    };
    for (idx, estimate) in claimed.iter().zip(estimates) {
        if let Some(tested) = tested.get_mut(*idx) {
            let per = tested.per;
            tested.with_others = estimate.map(|e: Estimate| {
                Interval {
                    estimate: e.value * per,
                    low: e.lower * per,
                    high: e.upper * per,
                    ci_level: CI_LEVEL,
                }
                .within(-100.0, 100.0)
            });
        }
    }
}

impl Scene<'_> {
    /// Coefficients of all columns in one model; `None` in place of one that the others hold.
    fn together(&self, columns: &[Vec<f64>]) -> Option<Vec<Option<Estimate>>> {
        let times: Vec<f64> = self.check_ins.iter().map(|point| point.time_days).collect();
        let mut all = calendar::columns(&self.check_ins);
        all.push(trend(&times));
        let n_before = all.len();
        all.extend_from_slice(columns);
        let layout = Layout::new(&times, &all).ok()?;
        let values: Vec<f64> = self.check_ins.iter().filter_map(|p| p.numbness).collect();
        let grid = Grid::without_drift().ok()?;
        let posterior = Posterior::new(&layout, &values, &grid).ok()?;
        let aliased = layout.aliased();
        let one = |idx: usize| {
            let place = n_before + idx;
            let asked = [Functional::coefficient(place)];
            let is_free = !aliased.contains(&place);
            is_free
                .then(|| {
                    posterior
                        .functionals(&asked, CI_LEVEL)
                        .ok()?
                        .first()
                        .copied()
                })
                .flatten()
        };
        Some((0..columns.len()).map(one).collect())
    }
}

/// A straight line over the whole, -1 to 1.
fn trend(times: &[f64]) -> Vec<f64> {
    let first = times.first().copied().unwrap_or(0.0);
    let last = times.last().copied().unwrap_or(1.0);
    let half = ((last - first) / 2.0).max(f64::MIN_POSITIVE);
    times
        .iter()
        .map(|time| (time - first) / half - 1.0)
        .collect()
}
