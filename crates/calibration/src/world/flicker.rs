//! Flickers: rarer when numb, likelier after company. Refuses to make them a sum of anything else.

use crate::draws::{Draws, Stream};
use crate::recipe::Flickers;
use crate::truth::on_grid;
use crate::world::happening::Happening;

/// One flicker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flicker {
    /// Days since midnight of the first day.
    pub at: f64,
    pub is_clear: bool,
    pub is_written: bool,
}

/// All flickers in order of time: at most one in each waking quarter of an hour.
pub(crate) fn flickers(
    flickers: &Flickers,
    seed: u64,
    numbness: &[f64],
    happenings: &[Happening<'_>],
) -> Vec<Flicker> {
    let mut draws = Draws::new(seed, Stream::Flickers, 0);
    let lifting: Vec<&Happening<'_>> = happenings
        .iter()
        .filter(|h| (h.pulse.flicker_factor - 1.0).abs() > 1e-9)
        .collect();
    let mut found = Vec::new();
    let days = u32::try_from(numbness.len() / crate::truth::GRID_PER_DAY).unwrap_or(0);
    for (day, quarter) in (0..days).flat_map(|day| (32..92u32).map(move |q| (day, q))) {
        let at = f64::from(day) + (f64::from(quarter) + draws.uniform()) / 96.0;
        let level = on_grid(numbness, at);
        let mut rate = flickers.per_day / 60.0;
        rate *= libm::exp2(-(level - 50.0) / flickers.halving_points);
        for happening in &lifting {
            let since = (at - happening.at) * 24.0;
            if (0.0..4.0).contains(&since) {
                rate *= happening.pulse.flicker_factor;
            }
        }
        let comes = draws.chance(1.0 - libm::exp(-rate));
        let is_clear = draws.chance(1.0 / (1.0 + libm::exp((level - 45.0) / 12.0)));
        let is_written = draws.chance(flickers.written_share);
        if comes {
            found.push(Flicker {
                at,
                is_clear,
                is_written,
            });
        }
    }
    found
}
