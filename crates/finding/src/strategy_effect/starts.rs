//! Things that stay once they have begun: start days drawn from a window, one or several of one plan.
//! Refuses windows in which no draw could decide.

use record::{LocalDay, StartDays};
use series::{Drawn, Trial};
use stats::random::draw_stream;
use stats::randomization::{Design, Tails, build_up_from};

use super::laid::Laid;
use super::plan::{DRAWING, Offer};
use crate::by_lot::DAYS_BEFORE;

/// Days with an answer that have to lie before the earliest start day.
pub const BASELINE_DAYS: u32 = 14;
/// Days from the latest start day to the end, that day among them.
pub const AFTER_DAYS: u32 = 14;
/// Days between two start days of one plan, at least.
pub const GAP_DAYS: u32 = 7;
/// Most things of one plan.
pub const STARTED_MAX: u32 = 3;
/// Days with an answer that each side needs.
pub(super) const DAYS_EACH_MIN: u32 = 7;
/// Share of the error probability for 'less numb' where one start day was drawn. There are so few draws
/// that the other direction could not be found with any share.
const BELOW_ALONE: f64 = 0.95;

/// The plan of so many days in which `n_started` things begin; `None` where no draw of it can reach
/// `alpha`. `n_before`: days with an answer that lie before its first day.
#[must_use]
pub fn offer_starts(n_days: u32, n_started: u32, n_before: u32, alpha: f64) -> Option<Offer> {
    let of = StartDays {
        earliest: BASELINE_DAYS.saturating_sub(n_before),
        latest: n_days.checked_sub(AFTER_DAYS)?,
        n_started,
        place: 0,
        gap_days: if n_started > 1 { GAP_DAYS } else { 1 },
    };
    let p_smallest = tails(of).p_smallest(&design(of)?);
    (p_smallest <= alpha).then_some(Offer {
        days_per_period: 1,
        n_periods: n_days,
        drawn: Drawn::StartDays(of),
        p_smallest,
    })
}

/// Draws the start days of an offer: for each thing, day by day whether it has begun. The same seed
/// gives the same on every machine.
#[must_use]
pub fn draw_starts(offer: &Offer, seed: u64) -> Option<Vec<Vec<bool>>> {
    let Drawn::StartDays(of) = offer.drawn else {
        return None;
    };
    let places = design(of)?.draw(&mut draw_stream(seed, DRAWING));
    let started = places.iter().enumerate().filter(|(_, with)| **with);
    let from = |place: usize| {
        let start = of.earliest as usize + place;
        (0..offer.n_periods as usize)
            .map(|day| day >= start)
            .collect()
    };
    Some(started.map(|(place, _)| from(place)).collect())
}

pub(super) fn design(of: StartDays) -> Option<Design> {
    let n_starts = of.latest.checked_sub(of.earliest)?.checked_add(1)?;
    Design::starts(
        n_starts as usize,
        of.n_started as usize,
        of.gap_days as usize,
    )
    .ok()
}

pub(super) fn tails(of: StartDays) -> Tails {
    if of.n_started > 1 {
        super::plan::tails()
    } else {
        Tails::new(BELOW_ALONE).unwrap_or(Tails::EVEN)
    }
}

/// A plan as its test sees it; `None` where it can not have been drawn.
pub(super) fn laid(trial: &Trial, of: StartDays) -> Option<Laid> {
    let design = design(of)?;
    let mut assigned = vec![false; design.n_periods()];
    let all = std::iter::once(&trial.assigned).chain(trial.others.iter().map(|(_, days)| days));
    for days in all {
        let start = days.iter().position(|with| *with)?;
        let place = start.checked_sub(of.earliest as usize)?;
        // Once begun, it stays.
        let is_kept = days.iter().skip(start).all(|with| *with);
        let free = assigned
            .get_mut(place)
            .filter(|is_taken| is_kept && !**is_taken)?;
        *free = true;
    }
    design.contains(&assigned).then(|| Laid {
        shares: shares(of, trial.n_days(), trial.half_life_days),
        tails: tails(of),
        design,
        assigned,
    })
}

/// For each day, the share of the effect of all things together that is there because one of them began
/// at each place.
pub(super) fn shares(of: StartDays, n_days: u32, half_life_days: f64) -> Vec<Vec<f64>> {
    let mut shares = build_up_from(of.earliest..=of.latest, n_days, half_life_days);
    for share in shares.iter_mut().flatten() {
        *share /= f64::from(of.n_started.max(1));
    }
    shares
}

/// How much of the whole effect there is on an average day from the last start day on.
pub(super) fn apart(shares: &[Vec<f64>], earliest: u32, assigned: &[bool]) -> Option<f64> {
    let last = assigned.iter().rposition(|with| *with)? + earliest as usize;
    let there = |of_day: &Vec<f64>| -> f64 {
        let with = of_day.iter().zip(assigned).filter(|(_, with)| **with);
        with.map(|(share, _)| share).sum()
    };
    let days = shares.get(last..)?;
    let n = f64::from(u32::try_from(days.len()).ok()?);
    (n > 0.0).then(|| days.iter().map(there).sum::<f64>() / n)
}

/// Whether a day is one from the last start day on, or one before the first; `None`: between them, or
/// outside.
pub(super) fn side(trial: &Trial, day: LocalDay) -> Option<bool> {
    let since = day.days_since(trial.begins);
    if since < -DAYS_BEFORE || day > trial.ends() {
        return None;
    }
    let Ok(since) = usize::try_from(since) else {
        return Some(false);
    };
    let others = trial.others.iter().map(|(_, days)| days);
    let mut begun = std::iter::once(&trial.assigned)
        .chain(others)
        .map(|days| days.get(since).copied().unwrap_or(false));
    let first = begun.next()?;
    begun.all(|other| other == first).then_some(first)
}
