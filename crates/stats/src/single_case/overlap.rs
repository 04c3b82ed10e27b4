//! How much two phases overlap: NAP, Tau, and two forms that take a trend of the baseline into
//! account. Refuses errors for the last two: none is known that holds.

use super::{Bounds, Effect, Phase, Resemblance, TwoPhases, reach};
use crate::error::StatsError;
use crate::state_space::count;

/// Halvings of the stretch in which an end of an interval lies.
const HALVINGS: usize = 60;
/// Differences this small against the largest value are ties that rounding hides.
const TIE: f64 = 1e-12;

impl TwoPhases {
    /// Estimates the share of pairs (one baseline day, one intervention day) in which the
    /// intervention day is better, ties counted half: the nonoverlap of all pairs, 0-1, where 0.5
    /// means no difference.
    ///
    /// `level`: of both intervals, 0.5-0.9999. Parker & Vannest 2009,
    /// doi:10.1016/j.beth.2008.10.006; error after Sen 1967 and Mee 1990,
    /// doi:10.1080/01621459.1990.10474942; interval: Newcombe 2006, doi:10.1002/sim.2324.
    /// False-claim rates: `method.md`.
    ///
    /// # Errors
    /// `OutOfRange` for the level.
    pub fn nonoverlap(&self, resemblance: &Resemblance, level: f64) -> Result<Effect, StatsError> {
        let z = reach(level)?;
        let pairs = self.pairs();
        let value = pairs.share();
        let se = pairs.variance().sqrt();
        // How much larger the variance without a difference is than with independent days.
        let inflation = resemblance.overlap_variance(self) / pairs.variance_at(0.5);
        let bounds = |inflation: f64| Bounds {
            se: (se * inflation.sqrt()).min(0.5),
            lower: pairs.end(z * z * inflation, 0.0),
            upper: pairs.end(z * z * inflation, 1.0),
        };
        Ok(Effect {
            value,
            textbook: bounds(1.0),
            adjusted: bounds(inflation),
        })
    }

    /// Estimates the share of improved pairs less the share of worsened ones, -1 to 1: twice
    /// [`TwoPhases::nonoverlap`] less 1.
    ///
    /// # Errors
    /// As [`TwoPhases::nonoverlap`].
    pub fn tau(&self, resemblance: &Resemblance, level: f64) -> Result<Effect, StatsError> {
        let nap = self.nonoverlap(resemblance, level)?;
        let twice = |bounds: Bounds| Bounds {
            se: 2.0 * bounds.se,
            lower: 2.0 * bounds.lower - 1.0,
            upper: 2.0 * bounds.upper - 1.0,
        };
        Ok(Effect {
            value: 2.0 * nap.value - 1.0,
            textbook: twice(nap.textbook),
            adjusted: twice(nap.adjusted),
        })
    }

    /// Tau less the improvement inside the baseline, in units of the pairs between the phases:
    /// Tau-U. Not bound to -1 to 1; a trend is corrected for in part only (Tarlow 2017,
    /// doi:10.1177/0145445516676750). Parker, Vannest, Davis & Sauber 2011,
    /// doi:10.1016/j.beth.2010.08.006.
    #[must_use]
    pub fn tau_u(&self) -> f64 {
        let Phase { times, values } = &self.baseline;
        let mut inside = 0.0;
        for i in 0..values.len() {
            for k in 0..i {
                if times[k] < times[i] {
                    inside += sign(values[i] - values[k]);
                }
            }
        }
        let pairs = self.pairs();
        2.0 * pairs.share() - 1.0 - self.sign() * inside / pairs.n_pairs()
    }

    /// Tau after the trend of the baseline (median of the slopes between its days) has been taken
    /// out of both phases, -1 to 1. Tarlow 2017, doi:10.1177/0145445516676750. A trend taken from
    /// few days and drawn out over many carries its whole error along.
    ///
    /// # Errors
    /// `TimesNotSorted` (position among baseline, then intervention) unless the whole baseline lies
    /// before the intervention; `TooFew` if its days all have one time.
    pub fn trend_corrected_tau(&self) -> Result<f64, StatsError> {
        let (a, b) = (&self.baseline, &self.intervention);
        if b.times[0] < a.times[a.times.len() - 1] {
            let idx = a.times.len();
            return Err(StatsError::TimesNotSorted { idx });
        }
        let slope = middle_slope(a)?;
        let size = |list: &[f64]| list.iter().fold(0.0_f64, |top, v| top.max(v.abs()));
        let span = b.times[b.times.len() - 1] - a.times[0];
        let tie = TIE * (size(&a.values) + size(&b.values) + (slope * span).abs());
        let mut sum = 0.0;
        for (t, before) in a.times.iter().zip(&a.values) {
            for (s, after) in b.times.iter().zip(&b.values) {
                let rest = after - before - slope * (s - t);
                sum += if rest.abs() <= tie { 0.0 } else { sign(rest) };
            }
        }
        Ok(self.sign() * sum / (count(a.values.len()) * count(b.values.len())))
    }

    fn pairs(&self) -> Pairs {
        let (a, b) = (&self.baseline.values, &self.intervention.values);
        let mut rows = vec![0.0; a.len()];
        let mut columns = vec![0.0; b.len()];
        let mut squares = 0.0;
        for (row, before) in rows.iter_mut().zip(a) {
            for (column, after) in columns.iter_mut().zip(b) {
                let better = 0.5 + 0.5 * sign(self.sign() * (after - before));
                *row += better;
                *column += better;
                squares += better * better;
            }
        }
        Pairs {
            rows,
            columns,
            squares,
        }
    }
}

/// 1, 0 or -1.
fn sign(value: f64) -> f64 {
    if value > 0.0 {
        1.0
    } else if value < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// Median of the slopes between days of different times (Theil 1950; Sen 1968,
/// doi:10.1080/01621459.1968.10480934).
fn middle_slope(phase: &Phase) -> Result<f64, StatsError> {
    let mut slopes = Vec::new();
    for i in 0..phase.times.len() {
        for k in 0..i {
            let days = phase.times[i] - phase.times[k];
            if days > 0.0 {
                slopes.push((phase.values[i] - phase.values[k]) / days);
            }
        }
    }
    slopes.sort_by(f64::total_cmp);
    let n = slopes.len();
    if n == 0 {
        return Err(StatsError::TooFew { have: 1, need: 2 });
    }
    Ok(f64::midpoint(slopes[(n - 1) / 2], slopes[n / 2]))
}

/// All pairs: 1 for an improvement, a half for a tie.
struct Pairs {
    /// Sum of each baseline day.
    rows: Vec<f64>,
    /// Sum of each intervention day.
    columns: Vec<f64>,
    /// Sum of the squares.
    squares: f64,
}

impl Pairs {
    fn n_pairs(&self) -> f64 {
        count(self.rows.len()) * count(self.columns.len())
    }

    fn share(&self) -> f64 {
        self.rows.iter().sum::<f64>() / self.n_pairs()
    }

    /// Variance of the share for independent days. From the pairs of pairs that have no day in
    /// common; ties are counted so that it is a little too large. Where all pairs agree it would be
    /// 0: it is kept at that of a share half a pair from the edge.
    fn variance(&self) -> f64 {
        let (m, n) = (count(self.rows.len()), count(self.columns.len()));
        let (share, mean_square) = (self.share(), self.squares / self.n_pairs());
        let of_rows = self.rows.iter().map(|sum| sum * sum).sum::<f64>() / (m * n);
        let of_columns = self.columns.iter().map(|sum| sum * sum).sum::<f64>() / (m * n);
        let top = share - (m + n - 1.0) * share * share + of_rows + of_columns - 2.0 * mean_square;
        let floor = self.variance_at(0.5 / self.n_pairs());
        (top / ((m - 1.0) * (n - 1.0))).max(floor)
    }

    /// Variance for independent days when the true share is `share`, from a model of exponential
    /// values (Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747).
    fn variance_at(&self, share: f64) -> f64 {
        let more = 0.5 * count(self.rows.len() + self.columns.len()) - 1.0;
        let alike = (1.0 - share) / (2.0 - share) + share / (1.0 + share);
        share * (1.0 - share) * (1.0 + more * alike) / self.n_pairs()
    }

    /// End of the interval towards `edge` (0 or 1): where the squared distance is `z_squared` times
    /// the variance there.
    fn end(&self, z_squared: f64, edge: f64) -> f64 {
        let share = self.share();
        let (mut inside, mut outside) = (share, edge);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inside, outside);
            let apart = share - middle;
            if apart * apart <= z_squared * self.variance_at(middle) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        inside
    }
}
