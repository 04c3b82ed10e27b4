//! Which designs are offered, and what an effect looks like on each day. Refuses designs that can
//! never decide.

use series::{Drawn, Trial};
use stats::random::draw_stream;
use stats::randomization::{Design, Tails};

use super::BELOW;

/// A design that can decide, for so many days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer {
    /// Days that a period lasts.
    pub days_per_period: u32,
    /// Periods, half of them with.
    pub n_periods: u32,
    /// From what it is drawn.
    pub drawn: Drawn,
    /// The smallest p-value that it can give.
    pub p_smallest: f64,
}

/// Half-lives of an effect, in days, up to which a period of so many days is offered.
const DAYS_BY_HALF_LIFE: [(f64, u32); 3] = [(0.3, 1), (0.75, 2), (f64::INFINITY, 3)];
/// Share of the places for a switch that have one, where a period is a day: neighbors set against
/// each other are where dependence helps.
const SWITCHES: (u32, u32) = (5, 6);
/// Longest run of one kind, in periods.
const RUN_MAX: u32 = 2;

/// The design that finds most in so many days when half of an effect has come or gone after
/// `half_life_days`; `None` when no design of that length can reach `alpha`.
///
/// Measured in `calibration/results/b7_experiment.csv`.
#[must_use]
pub fn offer(n_days: u32, half_life_days: f64, alpha: f64) -> Option<Offer> {
    let (_, days_per_period) =
        *(DAYS_BY_HALF_LIFE.iter()).find(|(up_to, _)| half_life_days <= *up_to)?;
    let n_periods = n_days / days_per_period / 2 * 2;
    let n_switches_max = n_periods.checked_sub(1)?;
    // As many switches as leave enough assignments to reach a tenth of alpha, or alpha.
    let wished = if days_per_period == 1 {
        n_switches_max * SWITCHES.0 / SWITCHES.1
    } else {
        0
    };
    [alpha / 10.0, alpha].iter().find_map(|reached| {
        (0..=wished).rev().find_map(|switches_min| {
            let drawn = Drawn::Restricted {
                run_max: RUN_MAX,
                switches_min,
            };
            let p_smallest = tails().p_smallest(&design(drawn, n_periods, n_periods / 2)?);
            (p_smallest <= *reached).then_some(Offer {
                days_per_period,
                n_periods,
                drawn,
                p_smallest,
            })
        })
    })
}

/// Draws one assignment of an offer. The same seed gives the same on every machine, so that anybody
/// can draw again what was locked.
#[must_use]
pub fn draw(offer: &Offer, seed: u64) -> Option<Vec<bool>> {
    let design = drawable(offer.drawn, offer.n_periods)?;
    Some(design.draw(&mut draw_stream(seed, DRAWING)))
}

/// Random numbers of a seed that draw; those of place 0 belong to the test.
pub(super) const DRAWING: u64 = 1;

pub(super) fn drawable(drawn: Drawn, n_periods: u32) -> Option<Design> {
    design(drawn, n_periods, n_periods / 2)
}

pub(super) fn tails() -> Tails {
    Tails::new(BELOW).unwrap_or(Tails::EVEN)
}

/// The set that an experiment was drawn from; `None` when there is no such set.
#[must_use]
pub fn design_of(trial: &Trial) -> Option<Design> {
    if let Drawn::StartDays(of) = trial.drawn {
        return super::starts::design(of);
    }
    let n_with = trial.assigned.iter().filter(|with| **with).count();
    design(
        trial.drawn,
        u32::try_from(trial.assigned.len()).ok()?,
        u32::try_from(n_with).ok()?,
    )
}

fn design(drawn: Drawn, n_periods: u32, n_with: u32) -> Option<Design> {
    let (n_periods, n_with) = (n_periods as usize, n_with as usize);
    match drawn {
        Drawn::Pairs => Design::pairs(n_periods / 2).ok(),
        Drawn::Restricted {
            run_max,
            switches_min,
        } => Design::restricted(n_periods, n_with, run_max as usize, switches_min as usize).ok(),
        Drawn::StartDays(of) => super::starts::design(of),
    }
}
