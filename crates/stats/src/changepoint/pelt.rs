//! The cheapest division of a series into stretches of constant mean, for a given price a change.
//! Refuses to say which changes are real: dependence alone makes many. `Detector` tests.

use crate::error::{StatsError, check_finite, check_range};
use crate::state_space::count;

/// Divides `values` so that the squared distances from the mean of each stretch, plus `penalty` for
/// every change, are smallest: exact, by PELT (Killick, Fearnhead & Eckley 2012,
/// doi:10.1080/01621459.2012.737745). Gives the first position of every stretch but the first.
///
/// `penalty`: price of a change in squared units of the values, 0 or more. `length_min`: shortest
/// stretch in observations, 1 or more. Values that depend on one another are divided far too often:
/// with the usual penalty `2 log(n) sd^2`, more than half of such records get a change.
///
/// # Errors
/// `NotFinite`; `OutOfRange` for a penalty outside 0 to 1e200 or a shortest stretch of 0; `TooFew`
/// with fewer values than one stretch needs.
pub fn cheapest_division(
    values: &[f64],
    penalty: f64,
    length_min: usize,
) -> Result<Vec<usize>, StatsError> {
    check_finite("values", values)?;
    check_range("penalty", penalty, 0.0, 1e200)?;
    check_range("shortest stretch", count(length_min), 1.0, f64::MAX)?;
    if values.len() < length_min {
        let (have, need) = (values.len(), length_min);
        return Err(StatsError::TooFew { have, need });
    }
    let mut search = Search::new(values, penalty, length_min);
    for end in length_min..=values.len() {
        search.extend_to(end);
    }
    Ok(search.starts())
}

/// Where the last stretch may begin. Lists run in step, one element a candidate.
#[derive(Default)]
struct Candidates {
    start: Vec<usize>,
    /// The same number once more, for arithmetic.
    position: Vec<f64>,
    /// Price of everything before, less the squares before.
    price: Vec<f64>,
    /// Sum of the values before.
    sum: Vec<f64>,
    /// End from which on the candidate is known to be beaten.
    beaten_from: Vec<usize>,
    /// Whether any candidate is known to be beaten from some end on.
    is_any_beaten: bool,
}

struct Search {
    sums: Vec<f64>,
    squares: Vec<f64>,
    penalty: f64,
    length_min: usize,
    /// Price of the cheapest division of everything before each position.
    best: Vec<f64>,
    /// First position of the last stretch of that division.
    last: Vec<usize>,
    candidates: Candidates,
    costs: Vec<f64>,
}

impl Search {
    fn new(values: &[f64], penalty: f64, length_min: usize) -> Self {
        let n = values.len();
        // Around their mean the squares lose no digits.
        let mean = values.iter().map(|value| value / count(n)).sum::<f64>();
        let (mut sums, mut squares) = (vec![0.0; n + 1], vec![0.0; n + 1]);
        for (i, value) in values.iter().enumerate() {
            sums[i + 1] = sums[i] + (value - mean);
            squares[i + 1] = squares[i] + (value - mean) * (value - mean);
        }
        let mut best = vec![f64::INFINITY; n + 1];
        best[0] = 0.0;
        Self {
            sums,
            squares,
            penalty,
            length_min,
            best,
            last: vec![0; n + 1],
            candidates: Candidates::default(),
            costs: Vec::new(),
        }
    }

    /// Finds the cheapest division of everything before `end`.
    fn extend_to(&mut self, end: usize) {
        let fresh = end - self.length_min;
        if self.best[fresh].is_finite() {
            self.candidates
                .push(fresh, self.best[fresh], &self.sums, &self.squares);
        }
        self.weigh(end);
        let (least, most) = extremes(&self.costs);
        // Of equally cheap ones the earliest.
        let cheapest = self.costs.iter().position(|cost| *cost == least);
        let limit = least + self.penalty;
        self.best[end] = limit;
        self.last[end] = cheapest.map_or(0, |idx| self.candidates.start[idx]);
        // A start that costs more than a change here is beaten by that change, but only once the
        // stretch from here on is long enough.
        if most > limit {
            let from = end + self.length_min;
            for (cost, beaten) in self.costs.iter().zip(&mut self.candidates.beaten_from) {
                if *cost > limit {
                    *beaten = (*beaten).min(from);
                }
            }
            self.candidates.is_any_beaten = true;
        }
        self.candidates.drop_beaten(end + 1);
    }

    /// Price of a last stretch from each candidate to `end`, without the price of its change.
    fn weigh(&mut self, end: usize) {
        let (sum, square, position) = (self.sums[end], self.squares[end], count(end));
        let candidates = &self.candidates;
        self.costs.clear();
        self.costs.extend(
            candidates
                .price
                .iter()
                .zip(&candidates.sum)
                .zip(&candidates.position)
                .map(|((price, before), start)| {
                    let inside = sum - before;
                    price + square - inside * inside / (position - start)
                }),
        );
    }

    fn starts(&self) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut at = self.last[self.last.len() - 1];
        while at > 0 {
            starts.push(at);
            at = self.last[at];
        }
        starts.reverse();
        starts
    }
}

/// Smallest and largest of `costs`, in four strands, because one would wait for each comparison.
fn extremes(costs: &[f64]) -> (f64, f64) {
    let (mut least, mut most) = ([f64::INFINITY; 4], [f64::NEG_INFINITY; 4]);
    let mut note = |lane: usize, cost: f64| {
        least[lane] = if cost < least[lane] {
            cost
        } else {
            least[lane]
        };
        most[lane] = if cost > most[lane] { cost } else { most[lane] };
    };
    let fours = costs.chunks_exact(4);
    for cost in fours.remainder() {
        note(0, *cost);
    }
    for four in fours {
        for (lane, cost) in four.iter().enumerate() {
            note(lane, *cost);
        }
    }
    (
        least.into_iter().fold(f64::INFINITY, f64::min),
        most.into_iter().fold(f64::NEG_INFINITY, f64::max),
    )
}

impl Candidates {
    fn push(&mut self, start: usize, best: f64, sums: &[f64], squares: &[f64]) {
        self.start.push(start);
        self.position.push(count(start));
        self.price.push(best - squares[start]);
        self.sum.push(sums[start]);
        self.beaten_from.push(usize::MAX);
    }

    /// Leaves out candidates that are beaten at `end`; the others keep their order.
    fn drop_beaten(&mut self, end: usize) {
        if !self.is_any_beaten || self.beaten_from.iter().all(|from| *from > end) {
            return;
        }
        let mut kept = 0;
        for idx in 0..self.start.len() {
            if self.beaten_from[idx] > end {
                self.start[kept] = self.start[idx];
                self.position[kept] = self.position[idx];
                self.price[kept] = self.price[idx];
                self.sum[kept] = self.sum[idx];
                self.beaten_from[kept] = self.beaten_from[idx];
                kept += 1;
            }
        }
        self.start.truncate(kept);
        self.position.truncate(kept);
        self.price.truncate(kept);
        self.sum.truncate(kept);
        self.beaten_from.truncate(kept);
        self.is_any_beaten = self.beaten_from.iter().any(|from| *from < usize::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{draw_stream, standard_normal};

    /// Every division tried by the plain recursion, order n squared.
    fn plainly(values: &[f64], penalty: f64, length_min: usize) -> Vec<usize> {
        let cost = |from: usize, to: usize| {
            let part = &values[from..to];
            let mean = part.iter().sum::<f64>() / count(part.len());
            part.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>()
        };
        let mut best = vec![(0.0, 0)];
        for end in 1..=values.len() {
            let mut least = (f64::INFINITY, 0);
            let n_starts = (end + 1).saturating_sub(length_min);
            for (start, before) in best.iter().enumerate().take(n_starts) {
                let total = before.0 + cost(start, end) + penalty;
                if total < least.0 {
                    least = (total, start);
                }
            }
            best.push(least);
        }
        let mut starts = Vec::new();
        let mut at = best[values.len()].1;
        while at > 0 {
            starts.push(at);
            at = best[at].1;
        }
        starts.reverse();
        starts
    }

    #[test]
    fn nothing_cheaper_is_overlooked() {
        for seed in 0..60 {
            let mut rng = draw_stream(seed, 0);
            let mut level = 0.0;
            let values: Vec<f64> = (0..80)
                .map(|i| {
                    if i % 17 == 0 {
                        level = 2.0 * standard_normal(&mut rng);
                    }
                    level + standard_normal(&mut rng)
                })
                .collect();
            for (penalty, length_min) in [(0.5, 1), (3.0, 5), (8.0, 2), (0.1, 12), (1e9, 1)] {
                assert_eq!(
                    cheapest_division(&values, penalty, length_min).unwrap(),
                    plainly(&values, penalty, length_min),
                    "seed {seed}, penalty {penalty}, shortest {length_min}"
                );
            }
        }
    }

    #[test]
    fn what_cannot_be_divided_is_one_stretch_or_refused() {
        assert!(
            cheapest_division(&[1.0, 1.0, 1.0], 1.0, 2)
                .unwrap()
                .is_empty()
        );
        assert!(cheapest_division(&[5.0], 1.0, 1).unwrap().is_empty());
        assert!(cheapest_division(&[], 1.0, 1).is_err());
        assert!(cheapest_division(&[1.0, f64::NAN], 1.0, 1).is_err());
        assert!(cheapest_division(&[1.0, 2.0], -1.0, 1).is_err());
        assert!(cheapest_division(&[1.0, 2.0], 1.0, 0).is_err());
    }
}
