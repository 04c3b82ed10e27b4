//! How long until something happens, when for some it has not happened yet: Kaplan & Meier.
//!
//! The method and its assumptions: `method.md` beside this file. Refuses spans that are negative or
//! not finite, and compares nothing: one curve at a time.

use crate::error::{StatsError, VALUE_MAX, check_finite, check_length, check_range};
use crate::special::normal_quantile;
use crate::state_space::count;

/// A share this near to a half counts as a half.
const HALF_TOLERANCE: f64 = 1.5e-8;

/// Uncertainty of one share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Standard error by Greenwood's formula, 0-1.
    pub se: f64,
    /// Lower end of the interval, 0-1.
    pub lower: f64,
    /// Upper end of the interval, 0-1.
    pub upper: f64,
}

/// The curve from one time on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The time, in the unit of the spans.
    pub time: f64,
    /// Spans that lasted until this time.
    pub n_at_risk: usize,
    /// Spans that ended by the event at this time.
    pub n_events: usize,
    /// Spans last seen at this time, without the event.
    pub n_censored: usize,
    /// Share that lasts beyond this time, 0-1.
    pub share: f64,
    /// Its uncertainty; `None` while no event has happened and once none is left: the formula knows
    /// no spread there.
    pub spread: Option<Spread>,
}

/// The time by which half have had the event, in the unit of the spans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MedianTime {
    /// First time at which the share falls below a half; between two times where it is a half.
    /// `None` if that many never had the event.
    pub value: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval; `None` if open, which is common in short records.
    pub upper: Option<f64>,
}

/// The curve of Kaplan & Meier.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival {
    steps: Vec<Step>,
}

/// Estimates the share of spans that last beyond each time.
///
/// `durations`: length of each span in any unit, 0 or more, in any order. `is_event`: whether the
/// span ended by the event; if not, it was last seen then (censored). Spans are independent of one
/// another, and being last seen says nothing about what comes. At equal times events go first.
/// `level`: of the intervals, 0.5-0.9999.
///
/// Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; intervals by the logarithm of the
/// cumulative hazard (Kalbfleisch & Prentice 2002, doi:10.1002/9781118032985).
///
/// # Errors
/// `TooFew` without spans; `LengthMismatch`, `NotFinite`, `OutOfRange`.
pub fn survival(durations: &[f64], is_event: &[bool], level: f64) -> Result<Survival, StatsError> {
    if durations.is_empty() {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    }
    check_length("event marks", is_event.len(), durations.len())?;
    check_finite("durations", durations)?;
    for duration in durations {
        check_range("duration", *duration, 0.0, VALUE_MAX)?;
    }
    check_range("level", level, 0.5, 0.9999)?;
    let z = normal_quantile(0.5 * (1.0 + level))?;
    let mut spans: Vec<(f64, bool)> = durations.iter().copied().zip(is_event.to_vec()).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut steps = Vec::new();
    let (mut n_at_risk, mut share, mut greenwood) = (spans.len(), 1.0, 0.0);
    for together in spans.chunk_by(|a, b| a.0 == b.0) {
        let n_events = together.iter().filter(|span| span.1).count();
        let n_left = n_at_risk - n_events;
        share *= count(n_left) / count(n_at_risk);
        if n_left > 0 {
            greenwood += count(n_events) / (count(n_at_risk) * count(n_left));
        }
        steps.push(Step {
            time: together[0].0,
            n_at_risk,
            n_events,
            n_censored: together.len() - n_events,
            share,
            spread: spread(share, greenwood, z),
        });
        n_at_risk -= together.len();
    }
    Ok(Survival { steps })
}

/// Interval of a share: symmetric for the logarithm of minus its logarithm.
fn spread(share: f64, greenwood: f64, z: f64) -> Option<Spread> {
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    let hazard = -libm::log(share);
    let reach = z * greenwood.sqrt() / hazard;
    Some(Spread {
        se: share * greenwood.sqrt(),
        lower: libm::exp(-hazard * libm::exp(reach)),
        upper: libm::exp(-hazard * libm::exp(-reach)),
    })
}

impl Survival {
    /// The curve, one step for each different duration, earliest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Share that lasts beyond `time`, 0-1; `None` beyond the longest span if some of those were
    /// only last seen then, and for NaN.
    #[must_use]
    pub fn share_beyond(&self, time: f64) -> Option<f64> {
        let last = self.steps.last()?;
        if time.is_nan() || (time > last.time && last.share > 0.0) {
            return None;
        }
        let reached = self.steps.iter().rev().find(|step| step.time <= time);
        Some(reached.map_or(1.0, |step| step.share))
    }

    /// Median with its interval: the times whose interval of the share holds a half.
    ///
    /// Brookmeyer & Crowley 1982, doi:10.2307/2530286, with the intervals of the curve.
    #[must_use]
    pub fn median(&self) -> MedianTime {
        MedianTime {
            value: self.falls_below_half(|step| Some(step.share)),
            lower: self.falls_below_half(|step| step.spread.map(|spread| spread.lower)),
            upper: self.falls_below_half(|step| step.spread.map(|spread| spread.upper)),
        }
    }

    /// First time at which a curve lies below a half; where it is a half, the middle of the time
    /// until it falls further.
    fn falls_below_half(&self, curve: impl Fn(&Step) -> Option<f64>) -> Option<f64> {
        let points = || self.steps.iter().filter_map(|s| Some((s.time, curve(s)?)));
        let (first, height) = points().find(|(_, height)| *height < 0.5 + HALF_TOLERANCE)?;
        let next = points().find(|point| point.1 < height);
        match next {
            Some((second, _)) if (height - 0.5).abs() < HALF_TOLERANCE => {
                Some(f64::midpoint(first, second))
            }
            _ => Some(first),
        }
    }
}
