//! The distribution of the answers themselves: steps, ties and a floor carried into the draws.
//! Refuses nothing: the detector has checked its input.
//!
//! Answers are seen as a monotone image of a Gaussian series. Its dependence is weakened by the
//! image in a known way (Mehler's expansion in Hermite polynomials), so that the dependence of the
//! hidden series can be judged from the answers, and a drawn series given exactly their values.
//! Cario & Nelson 1996, doi:10.1016/0167-6377(96)00017-X.

use crate::special::normal_quantile_inside;
use crate::state_space::{Dependence, count};

/// Terms of the expansion; what is left counts as one more term.
const N_TERMS: usize = 12;

/// The values of one series in order, and how their image weakens correlation.
pub(super) struct Marginal {
    sorted: Vec<f64>,
    /// Share of the variance in each power of the hidden correlation, from the first on.
    shares: [f64; N_TERMS + 1],
}

impl Marginal {
    pub fn new(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let n = count(sorted.len());
        let mean = sorted.iter().sum::<f64>() / n;
        let variance = sorted.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
        let mut sums = [0.0; N_TERMS];
        for i in 1..sorted.len() {
            let rise = sorted[i] - sorted[i - 1];
            if rise > 0.0 {
                let cut = normal_quantile_inside(count(i) / n);
                for (sum, term) in sums.iter_mut().zip(hermite_density(cut)) {
                    *sum += rise * term;
                }
            }
        }
        let mut shares = [0.0; N_TERMS + 1];
        let mut left = 1.0;
        for (share, sum) in shares.iter_mut().zip(sums) {
            *share = (sum * sum / variance).min(left);
            left -= *share;
        }
        shares[N_TERMS] = left;
        Self { sorted, shares }
    }

    /// Correlation of the answers where the hidden series has the correlation `hidden`.
    fn weakened(&self, hidden: f64) -> f64 {
        self.shares
            .iter()
            .rev()
            .fold(0.0, |sum, share| (sum + share) * hidden)
    }

    /// The dependence of the answers that belongs to a hidden dependence; the two agree in the
    /// correlations one and two `gap` days apart.
    pub fn weaken(&self, theta: Dependence, gap: f64) -> Option<Dependence> {
        let phi = libm::pow(theta.rho(), gap);
        let near = self.weakened(theta.ar_var() * phi);
        let far = self.weakened(theta.ar_var() * phi * phi);
        if near <= 1e-9 || far <= 1e-12 || (near + far).is_nan() {
            return None;
        }
        let rho = libm::pow((far / near).min(1.0), 1.0 / gap).min(crate::state_space::RHO_MAX);
        let noise_share = (1.0 - near * near / far).clamp(theta.noise_var().min(0.02), 0.999);
        Dependence::of_shares(rho, noise_share, 0.0).ok()
    }

    /// Gives a drawn series the very values of this one, in the order of its ranks.
    pub fn impose(&self, drawn: &[f64]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..drawn.len()).collect();
        order.sort_by(|a, b| drawn[*a].total_cmp(&drawn[*b]));
        let mut values = vec![0.0; drawn.len()];
        for (value, idx) in self.sorted.iter().zip(order) {
            values[idx] = *value;
        }
        values
    }
}

/// Normalized Hermite polynomials of order 0 and up at `z`, times the density, each divided by the
/// square root of its order plus one: the coefficient of a unit step at `z` in the next order.
fn hermite_density(z: f64) -> [f64; N_TERMS] {
    let density = libm::exp(-0.5 * z * z) / (2.0 * std::f64::consts::PI).sqrt();
    let mut terms = [0.0; N_TERMS];
    let (mut last, mut now) = (0.0, density);
    for (k, term) in terms.iter_mut().enumerate() {
        let order = count(k);
        *term = now / (order + 1.0).sqrt();
        let next = (z * now - order.sqrt() * last) / (order + 1.0).sqrt();
        (last, now) = (now, next);
    }
    terms
}
