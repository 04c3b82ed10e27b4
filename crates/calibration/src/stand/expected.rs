//! The truth on the scale of the answers: what a person reports on average at a latent level.
//!
//! Someone who calls half of the line 'none' has a level of answers that is not the latent one;
//! an answer speaks of the former and is measured against it. Refuses sampled truth.

use crate::recipe::Style;
use crate::truth::{mean, waking_means};

const LOWEST: f64 = -100.0;
const STEP: f64 = 0.25;
const N_POINTS: usize = 1201;

/// Mean report at latent levels from -100 to 200.
#[derive(Debug, Clone)]
pub(super) struct Expected {
    table: Vec<f64>,
}

impl Expected {
    pub fn new(style: &Style) -> Self {
        let n_cuts = style.steps.saturating_sub(1).max(1);
        let width = (style.ceiling - style.floor) / f64::from(n_cuts);
        let rise = 100.0 / f64::from(n_cuts);
        let cuts: Vec<f64> = (0..n_cuts)
            .map(|k| style.floor + (f64::from(k) + 0.5) * width)
            .collect();
        let sd = style.error_sd.max(1e-9);
        let at = |latent: f64| -> f64 {
            cuts.iter()
                .map(|cut| rise * normal_share((latent - cut) / sd))
                .sum()
        };
        let table = (0..N_POINTS)
            .map(|idx| at(LOWEST + STEP * super::share::number(idx)))
            .collect();
        Self { table }
    }

    fn of(&self, latent: f64) -> f64 {
        let top = super::share::number(N_POINTS - 1);
        let place = ((latent - LOWEST) / STEP).clamp(0.0, top);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held within the table"
        )]
        let below = (place as usize).min(N_POINTS - 2);
        let at = |idx: usize| self.table.get(idx).copied().unwrap_or_default();
        at(below) + (place - super::share::number(below)) * (at(below + 1) - at(below))
    }

    /// Mean expected report of the waking hours of each day of a latent line.
    pub fn by_day(&self, numbness: &[f64]) -> Vec<f64> {
        let reported: Vec<f64> = numbness.iter().map(|latent| self.of(*latent)).collect();
        waking_means(&reported)
    }
}

/// Mean over days of one line less another from a day on: what a step did to the answers.
pub(super) fn mean_change(with: &[f64], without: &[f64], from_day: u32) -> f64 {
    let days = with.iter().zip(without).skip(from_day as usize);
    let changes: Vec<f64> = days.map(|(a, b)| a - b).collect();
    mean(&changes)
}

fn normal_share(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_line_reports_what_is_felt_and_ends_at_its_ends() {
        let expected = Expected::new(&Style::default());
        assert!((expected.of(50.0) - 50.0).abs() < 1e-9);
        assert!((expected.of(31.3) - 31.3).abs() < 0.01);
        assert!(expected.of(-90.0) < 1e-9 && (expected.of(190.0) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn below_the_floor_almost_nothing_is_reported() {
        let style = Style {
            floor: 55.5,
            ceiling: 110.0,
            ..Style::default()
        };
        let expected = Expected::new(&style);
        assert!(expected.of(40.0) < 0.1, "{}", expected.of(40.0));
        assert!((expected.of(82.75) - 50.0).abs() < 0.1);
    }
}
