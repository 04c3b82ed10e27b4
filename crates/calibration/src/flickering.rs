//! People with flickers on days that resemble each other, and a known odds ratio. Refuses to leave
//! the odds to a model: they hold on average over all days, whatever resembles what.

use record::LocalDay;
use series::{FlickerMark, Series};
use stats::special::normal_quantile;

use crate::beside::{Beside, person as person_beside};
use crate::draws::{Draws, Stream, mix};
use crate::population::Cell;

/// How flickers come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flickering {
    /// Share of days with one when nothing acts, 0-1.
    pub share: f64,
    /// Correlation of what moves them from one day to the next, 0-0.98.
    pub rho_per_day: f64,
    /// Part of it that is new every day, 0-1.
    pub noise_share: f64,
    /// Odds for one standard deviation more of the first thing on the day before, over the odds
    /// without; 1: it does nothing.
    pub odds_ratio: f64,
}

/// Person number `idx` of a cell with things and flickers; gaps are cut after the flickers have come,
/// so that the truth does not depend on what was written. `None` where the cell makes nobody.
#[must_use]
pub fn person(
    cell: &Cell,
    (beside, flickering): (&Beside, &Flickering),
    idx: u64,
    seed: u64,
) -> Option<Series> {
    let whole = Cell {
        gap_percent: 0,
        ..*cell
    };
    let mut series = person_beside(&whole, beside, idx, seed)?;
    let mut draws = Draws::new(mix(mix(seed, idx), 78), Stream::Beside, 0);
    series.flickers = flickers(&series, flickering, &mut draws)?;
    cut(&mut series, f64::from(cell.gap_percent) / 100.0, &mut draws);
    Some(series)
}

/// A day has a flicker where what moves them lies above what the odds of the day ask for.
fn flickers(
    series: &Series,
    flickering: &Flickering,
    draws: &mut Draws,
) -> Option<Vec<FlickerMark>> {
    let numbness = &series.numbness;
    let acts = (series.candidates.first()).map_or(Vec::new(), series::Candidate::by_day);
    let n = f64::from(u32::try_from(acts.len()).ok()?).max(1.0);
    let mean = acts.iter().map(|(_, value)| value).sum::<f64>() / n;
    let square = |(_, value): &(LocalDay, f64)| (value - mean) * (value - mean);
    let sd = libm::sqrt(acts.iter().map(square).sum::<f64>() / n).max(1e-9);
    let base = libm::log(flickering.share / (1.0 - flickering.share));
    let (rho, noise) = (flickering.rho_per_day, flickering.noise_share);
    let (mut tide, mut marks) = (draws.normal(), Vec::new());
    for nth in 0..i32::try_from(numbness.n_days()).ok()? {
        tide = rho * tide + libm::sqrt(1.0 - rho * rho) * draws.normal();
        let moved = libm::sqrt(1.0 - noise) * tide + libm::sqrt(noise) * draws.normal();
        let day = numbness.first_day.plus_days(nth);
        let before = acts.binary_search_by_key(&day.plus_days(-1), |(day, _)| *day);
        let value = before.ok().and_then(|at| acts.get(at));
        let part = value.map_or(0.0, |(_, value)| (value - mean) / sd);
        let log_odds = base + libm::log(flickering.odds_ratio) * part;
        let share = 1.0 / (1.0 + libm::exp(-log_odds));
        if moved > normal_quantile((1.0 - share).clamp(1e-9, 1.0 - 1e-9)).ok()? {
            let time_days = numbness.time_of(day, 21.0);
            marks.push(FlickerMark { time_days, day });
        }
    }
    Some(marks)
}

/// Cuts whole days out, in stretches of two on average.
fn cut(series: &mut Series, share: f64, draws: &mut Draws) {
    let (mut is_cut, mut gone) = (false, Vec::new());
    for nth in 0..i32::try_from(series.numbness.n_days()).unwrap_or(0) {
        let goes_on = if is_cut {
            0.5
        } else {
            0.5 * share / (1.0 - share)
        };
        is_cut = draws.chance(goes_on);
        if is_cut && nth > 0 {
            gone.push(series.numbness.first_day.plus_days(nth));
        }
    }
    let is_gone = |day: &LocalDay| gone.binary_search(day).is_ok();
    for point in &mut series.numbness.points {
        if is_gone(&point.day) {
            point.numbness = None;
        }
    }
    for candidate in &mut series.candidates {
        candidate.points.retain(|point| !is_gone(&point.day));
    }
    series.flickers.retain(|flicker| !is_gone(&flicker.day));
    series.kept_days.retain(|day| !is_gone(day));
}
