//! Values as normal scores against a baseline. Refuses nothing; its callers hand in finite numbers.

use crate::special::normal_quantile_inside;
use crate::state_space::count;

/// The values of a baseline in order, with the score of every place among them.
pub struct Scores {
    sorted: Vec<f64>,
    /// Score with so many baseline values below: by half places, because a tie counts half.
    by_half_place: Vec<f64>,
}

impl Scores {
    /// Room for baselines of `n` values; the scores are the same for all of them.
    pub fn of_length(n: usize) -> Self {
        let score =
            |half: usize| normal_quantile_inside((count(half) / 2.0 + 0.5) / (count(n) + 1.0));
        Self {
            sorted: Vec::with_capacity(n),
            by_half_place: (0..=2 * n).map(score).collect(),
        }
    }

    pub fn learn(&mut self, baseline: &[f64]) {
        self.sorted.clear();
        self.sorted.extend_from_slice(baseline);
        self.sorted.sort_by(f64::total_cmp);
    }

    pub fn score(&self, value: f64) -> f64 {
        let below = self.sorted.partition_point(|other| *other < value);
        let up_to = self.sorted.partition_point(|other| *other <= value);
        self.by_half_place[below + up_to]
    }
}
