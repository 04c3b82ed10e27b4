//! Several series as one. Refuses fewer than three, and sides that depend on anything but the
//! baseline.

use super::Watched;
use super::scores::Scores;
use crate::state_space::count;

/// Series without which there is nothing to have in common.
const SERIES_MIN: usize = 3;
/// Several series at once, one value a day: times in days and values.
///
/// The mean of their normal scores against their baselines, each turned to the side on which it
/// went with the first series there. Days on which under half of them have a value are left out.
/// `None` with fewer than three series.
#[must_use]
pub fn together(series: &[Watched]) -> Option<(Vec<f64>, Vec<f64>)> {
    if series.len() < SERIES_MIN {
        return None;
    }
    let table = Table::new(series)?;
    let sides = table.sides();
    let (mut times, mut values) = (Vec::new(), Vec::new());
    for (idx, row) in table.rows().enumerate() {
        let present = row
            .iter()
            .zip(&sides)
            .filter(|(score, _)| score.is_finite());
        let (sum, n) = present.fold((0.0, 0), |(sum, n), (score, side)| {
            (sum + side * score, n + 1)
        });
        if 2 * n >= series.len() {
            times.push(table.first + count(idx));
            values.push(sum / count(n));
        }
    }
    Some((times, values))
}

/// Scores by day, a row a day, NaN where there is none.
struct Table {
    first: f64,
    n_series: usize,
    /// Rows of the baseline.
    n_baseline: usize,
    scores: Vec<f64>,
}

impl Table {
    fn new(series: &[Watched]) -> Option<Self> {
        let ends = |of: &dyn Fn(&Watched) -> Option<f64>| -> Vec<f64> {
            series.iter().filter_map(of).collect()
        };
        let first = ends(&|s| s.times.first().copied())
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        let last = ends(&|s| s.times.last().copied())
            .into_iter()
            .fold(f64::NEG_INFINITY, f64::max);
        let learned = ends(&|s| s.times[..s.n_baseline].last().copied())
            .into_iter()
            .fold(f64::NEG_INFINITY, f64::max);
        let n_series = series.len();
        let n_rows = whole(last - first)? + 1;
        let mut scores = vec![f64::NAN; n_rows * n_series];
        for (column, watched) in series.iter().enumerate() {
            let mut learned = Scores::of_length(watched.n_baseline);
            learned.learn(&watched.values[..watched.n_baseline]);
            for (time, value) in watched.times.iter().zip(&watched.values) {
                let row = whole(time - first)?;
                scores[row * n_series + column] = learned.score(*value);
            }
        }
        Some(Self {
            first,
            n_series,
            n_baseline: whole(learned - first)? + 1,
            scores,
        })
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.scores.chunks_exact(self.n_series)
    }

    /// 1 where a series rose with the first one in the baseline, else -1.
    fn sides(&self) -> Vec<f64> {
        let mut products = vec![0.0; self.n_series];
        for row in self.rows().take(self.n_baseline) {
            let Some(first) = row.first().filter(|score| score.is_finite()) else {
                continue;
            };
            for (product, score) in products.iter_mut().zip(row).filter(|(_, s)| s.is_finite()) {
                *product += first * score;
            }
        }
        let side = |product: f64| if product < 0.0 { -1.0 } else { 1.0 };
        products.into_iter().map(side).collect()
    }
}

/// Days between two days.
fn whole(days: f64) -> Option<usize> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked: days of a life"
    )]
    let idx = (0.0..1e5)
        .contains(&days.round())
        .then(|| days.round() as usize);
    idx
}
