//! Values as normal scores against a baseline. Refuses nothing; its callers hand in finite numbers.

use super::watched::is_enough;
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
        // Ties are short: past them lies the next greater.
        let ties = self.sorted[below..]
            .iter()
            .take_while(|other| **other == value);
        let up_to = below + ties.count();
        self.by_half_place[below + up_to]
    }
}

/// The steps of a scale with how much of a baseline lies on and below each.
#[derive(Default)]
pub struct Levels {
    /// Values up to each step, and twice the place of its middle.
    counts: Vec<usize>,
    half_places: Vec<usize>,
}

impl Levels {
    /// Learns a baseline of steps, counted from 0 below `n_levels`; false when it varies too little.
    pub fn learn(&mut self, baseline: &[f64], n_levels: usize) -> bool {
        self.counts.clear();
        self.counts.resize(n_levels, 0);
        for value in baseline {
            self.counts[place(*value).min(n_levels - 1)] += 1;
        }
        self.half_places.clear();
        let mut below = 0;
        for on in &self.counts {
            self.half_places.push(2 * below + on);
            below += on;
        }
        let n_used = self.counts.iter().filter(|on| **on > 0).count();
        let most = self.counts.iter().copied().max().unwrap_or(0);
        is_enough(n_used, most, baseline.len())
    }

    pub fn score(&self, scores: &Scores, value: f64) -> f64 {
        scores.by_half_place[self.half_places[place(value)]]
    }
}

/// A step as a place in a list.
fn place(step: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "steps are counted from 0"
    )]
    let place = step as usize;
    place
}
