//! Mixtures of Student t distributions: what averaging over the dependence leaves. Refuses nothing;
//! its callers hand in finite numbers.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// An estimate with its uncertainty, in the units of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Middle of the distribution (its mean).
    pub value: f64,
    /// Standard deviation, 0 or more.
    pub sd: f64,
    /// Lower end of the interval.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
    /// Two-sided p-value of the value 0, inside 0-1.
    pub p_zero: f64,
}

/// One part: weight, center, spread.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub weight: f64,
    pub center: f64,
    pub spread: f64,
}

/// A mixture of t distributions with the same degrees of freedom.
#[derive(Debug, Clone)]
pub(crate) struct Mixture {
    parts: Vec<Part>,
    df: f64,
}

impl Mixture {
    /// Weights add up to 1; `df` above 0.
    pub fn new(parts: Vec<Part>, df: f64) -> Self {
        Self { parts, df }
    }

    /// Mean and standard deviation by the law of total variance.
    pub fn moments(&self) -> (f64, f64) {
        let mean: f64 = self
            .parts
            .iter()
            .map(|part| part.weight * part.center)
            .sum();
        let widen = if self.df > 2.0 {
            self.df / (self.df - 2.0)
        } else {
            3.0
        };
        let variance: f64 = self
            .parts
            .iter()
            .map(|part| {
                let off = part.center - mean;
                part.weight * (part.spread * part.spread * widen + off * off)
            })
            .sum();
        (mean, variance.max(0.0).sqrt())
    }

    /// Estimate with the interval between the mixture's own quantiles.
    pub fn estimate(&self, level: f64) -> Estimate {
        let (value, sd) = self.moments();
        let tail = (1.0 - level) / 2.0;
        let below = self.cdf(0.0);
        Estimate {
            value,
            sd,
            lower: self.quantile(tail),
            upper: self.quantile(1.0 - tail),
            p_zero: (2.0 * below.min(1.0 - below)).clamp(0.0, 1.0),
        }
    }

    /// Estimate with a t interval around the mean, total spread by the law of total variance: for
    /// bands, where a quantile of the mixture at every point would cost too much.
    pub fn estimate_by_moments(&self, level: f64) -> Estimate {
        let value: f64 = self
            .parts
            .iter()
            .map(|part| part.weight * part.center)
            .sum();
        let variance: f64 = self
            .parts
            .iter()
            .map(|part| {
                let off = part.center - value;
                part.weight * (part.spread * part.spread + off * off)
            })
            .sum();
        let sd = variance.max(0.0).sqrt();
        let Ok(t) = StudentsT::new(0.0, 1.0, self.df) else {
            return Estimate {
                value,
                sd,
                lower: value,
                upper: value,
                p_zero: 1.0,
            };
        };
        let reach = t.inverse_cdf((1.0 + level) / 2.0) * sd;
        let p_zero = if sd > 0.0 {
            (2.0 * t.cdf(-(value / sd).abs())).min(1.0)
        } else {
            1.0
        };
        Estimate {
            value,
            sd,
            lower: value - reach,
            upper: value + reach,
            p_zero,
        }
    }

    /// Share at or below `value`.
    pub fn cdf(&self, value: f64) -> f64 {
        let Ok(t) = StudentsT::new(0.0, 1.0, self.df) else {
            return 0.5;
        };
        self.parts
            .iter()
            .map(|part| part.weight * share(&t, value, part))
            .sum()
    }

    /// The value with the share `probability` at or below it.
    pub fn quantile(&self, probability: f64) -> f64 {
        let Ok(t) = StudentsT::new(0.0, 1.0, self.df) else {
            return self.moments().0;
        };
        let reach = t.inverse_cdf(probability);
        let ends = self
            .parts
            .iter()
            .map(|part| part.center + reach * part.spread);
        let (mut low, mut high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), end| {
            (a.min(end), b.max(end))
        });
        let miss = |value: f64| -> f64 {
            self.parts
                .iter()
                .map(|part| part.weight * share(&t, value, part))
                .sum::<f64>()
                - probability
        };
        let (mut at_low, mut at_high) = (miss(low), miss(high));
        // Regula falsi with the Illinois step; every part's quantile lies between the ends.
        for _ in 0..60 {
            if high - low <= 1e-10 * (high.abs() + low.abs()) || at_high - at_low < 1e-13 {
                break;
            }
            let middle = (low + (high - low) * (-at_low / (at_high - at_low))).clamp(low, high);
            let at_middle = miss(middle);
            if at_middle.abs() < 1e-11 {
                return middle;
            }
            if at_middle < 0.0 {
                (low, at_low) = (middle, at_middle);
                at_high *= 0.5;
            } else {
                (high, at_high) = (middle, at_middle);
                at_low *= 0.5;
            }
        }
        0.5 * (low + high)
    }
}

fn share(t: &StudentsT, value: f64, part: &Part) -> f64 {
    if part.spread > 0.0 {
        t.cdf((value - part.center) / part.spread)
    } else if value < part.center {
        0.0
    } else {
        1.0
    }
}
