//! Limits that the largest moving average of a still series passes as seldom as asked. Refuses to
//! draw on where the answer is plain: a series that lies well inside needs no sharp limit.

use super::still::{Model, Room};
use super::watched::Ready;
use super::{ChartPoint, WatchRule, standardized_ewma};
use crate::random::draw_stream;
use crate::state_space::count;

/// After so many draws it is asked whether a series lies well inside.
const ROUNDS: [usize; 3] = [60, 240, 800];
/// It does when so many draws went further than it did in every span...
const INSIDE_MIN: usize = 10;
/// ...and this multiple of what its limit lets through.
const INSIDE_TIMES: f64 = 4.0;

/// A moving average over its standard deviation, as [`super::standardized_ewma`].
struct Average {
    lambda: f64,
    now: f64,
    /// Per day.
    inverse_sds: Vec<f64>,
}

impl Average {
    fn new(lambda: f64, n_days: usize) -> Self {
        let keep = (1.0 - lambda) * (1.0 - lambda);
        let mut left = 1.0;
        let inverse_sd = |_| {
            left *= keep;
            1.0 / (lambda / (2.0 - lambda) * (1.0 - left)).sqrt()
        };
        Self {
            lambda,
            now: 0.0,
            inverse_sds: (0..n_days).map(inverse_sd).collect(),
        }
    }

    /// The average on day `idx` with its error.
    #[inline]
    fn next(&mut self, idx: usize, error: f64) -> f64 {
        self.now += self.lambda * (error - self.now);
        self.now * self.inverse_sds[idx]
    }
}

/// The chart of one series, `idx` among all, with its share of the probability.
pub fn path(ready: &Ready, rule: &WatchRule, (idx, share): (usize, f64)) -> Vec<ChartPoint> {
    let span_of = |time: f64| rule.spans.iter().position(|(end, _)| time <= *end);
    let averages = standardized_ewma(&ready.errors, rule.lambda);
    let mut points = Vec::with_capacity(ready.errors.len());
    let mut observed = vec![0.0_f64; rule.spans.len()];
    for (time, statistic) in ready.times.iter().zip(averages) {
        if let Some(span) = span_of(*time) {
            observed[span] = observed[span].max(statistic.abs());
            points.push((*time, statistic, span));
        }
    }
    let share = |alpha: f64| -libm::expm1(libm::log1p(-alpha) * share);
    let shares: Vec<f64> = rule.spans.iter().map(|(_, alpha)| share(*alpha)).collect();
    let limits = limits(ready, rule, idx, (&observed, &shares));
    let point = |(time, statistic, span): (f64, f64, usize)| ChartPoint {
        time,
        statistic,
        limit: limits[span],
    };
    points.into_iter().map(point).collect()
}

/// The limit of a series in each span.
fn limits(
    ready: &Ready,
    rule: &WatchRule,
    idx: usize,
    (observed, shares): (&[f64], &[f64]),
) -> Vec<f64> {
    let n_spans = rule.spans.len();
    let spans: Vec<usize> = (ready.days.iter())
        .map(|day| {
            rule.spans
                .iter()
                .position(|(end, _)| day <= end)
                .unwrap_or(n_spans - 1)
        })
        .collect();
    let mut average = Average::new(rule.lambda, ready.days.len());
    let mut room = Room::new(ready.n_baseline);
    let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); n_spans];
    let mut largest = vec![0.0_f64; n_spans];
    for draw in 0..rule.n_draws {
        // Every series has random numbers of its own.
        let mut rng = draw_stream(rule.seed, draw as u64 | ((idx as u64) << 32));
        let at = Model::even(draw as u64, &mut rng);
        average.now = 0.0;
        largest.fill(0.0);
        let mut day = 0;
        ready.model.simulate(
            (&ready.weights, &ready.reading),
            (&mut rng, at),
            &mut room,
            |error| {
                let size = average.next(day, error).abs();
                let span = &mut largest[spans[day]];
                *span = span.max(size);
                day += 1;
            },
        );
        for (list, size) in drawn.iter_mut().zip(&largest) {
            list.push(*size);
        }
        if ROUNDS.contains(&(draw + 1)) && is_inside(&drawn, observed, shares) {
            break;
        }
    }
    let limit = |(span, list): (usize, Vec<f64>)| -> f64 {
        let is_whole = list.len() == rule.n_draws;
        let limit = upper_quantile(list, shares[span]);
        // Well inside is inside, however rough the limit.
        if is_whole {
            limit
        } else {
            limit.max(observed[span])
        }
    };
    drawn.into_iter().enumerate().map(limit).collect()
}

/// Whether a series lies well inside in every span.
fn is_inside(drawn: &[Vec<f64>], observed: &[f64], shares: &[f64]) -> bool {
    let inside = |((list, observed), share): ((&Vec<f64>, &f64), &f64)| {
        let further = list.iter().filter(|size| *size >= observed).count();
        further >= INSIDE_MIN && count(further) >= INSIDE_TIMES * share * count(list.len())
    };
    drawn.iter().zip(observed).zip(shares).all(inside)
}

/// Draws beyond which the quantile is read off the draws themselves.
const BEYOND_MIN: f64 = 50.0;
/// Share of the draws that the tail is fitted to.
const TAIL_SHARE: f64 = 0.1;

/// The size that the largest of many moving averages passes with this probability.
///
/// Small probabilities are read off an exponential tail of the squares above their 90% quantile:
/// squares of normal sizes have tails that are very nearly exponential (Coles 2001, ch. 4, with
/// shape 0).
fn upper_quantile(mut sizes: Vec<f64>, probability: f64) -> f64 {
    sizes.sort_by(|a, b| b.total_cmp(a));
    let n = count(sizes.len());
    let place = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of the draws"
        )]
        let rank = (share * (n + 1.0)) as usize;
        rank.max(1) - 1
    };
    if probability * n >= BEYOND_MIN {
        return sizes
            .get(place(probability))
            .copied()
            .unwrap_or(f64::INFINITY);
    }
    let at = place(TAIL_SHARE);
    let Some(threshold) = sizes.get(at).map(|size| size * size) else {
        return f64::INFINITY;
    };
    let excess = sizes[..at].iter().map(|size| size * size - threshold);
    let mean = excess.sum::<f64>() / count(at.max(1));
    let share = count(at + 1) / (n + 1.0);
    (threshold + mean * libm::log(share / probability)).sqrt()
}
