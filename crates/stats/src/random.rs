//! Random numbers whose digits are the same on every platform and for every number of threads.
//! Refuses to seed itself: callers pass a generator or a seed.

use crate::special::normal_quantile_inside;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

/// Gives the generator of one numbered draw, so that draws may run in any order.
#[must_use]
pub fn draw_stream(seed: u64, draw_idx: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(draw_idx);
    rng
}

/// Draws a number strictly between 0 and 1.
#[inline]
#[allow(clippy::cast_precision_loss)] // 53 bits fit exactly.
pub fn uniform(rng: &mut impl Rng) -> f64 {
    ((rng.next_u64() >> 11) as f64 + 0.5) * UNIT
}

/// Draws from the standard normal distribution by inversion (one uniform a draw).
#[inline]
pub fn standard_normal(rng: &mut impl Rng) -> f64 {
    normal_quantile_inside(uniform(rng))
}

/// Draws from chi-squared with a whole or fractional number of degrees of freedom.
///
/// Marsaglia & Tsang 2000, doi:10.1145/358407.358414; `df` of 2 or more.
pub(crate) fn chi_squared(rng: &mut impl Rng, df: f64) -> f64 {
    let d = df.max(2.0) / 2.0 - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let z = standard_normal(rng);
        let v = 1.0 + c * z;
        if v <= 0.0 {
            continue;
        }
        let v = v * v * v;
        if libm::log(uniform(rng)) < 0.5 * z * z + d - d * v + d * libm::log(v) {
            return 2.0 * d * v;
        }
    }
}
