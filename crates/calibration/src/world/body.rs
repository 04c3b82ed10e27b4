//! Nights and daily minutes of movement. Refuses effects: those are added where numbness is made.

use crate::draws::{Draws, Stream};
use crate::recipe::Nights;
use crate::truth::HappeningKind;
use crate::world::happening::Happening;

/// One night, ended on the morning of its day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Night {
    pub minutes: f64,
    pub latency: f64,
    pub awake: f64,
    pub n_awakenings: u32,
    /// Hour on the wall clock of the last waking.
    pub wake_hour: f64,
    /// Minutes from waking to getting up.
    pub lying: f64,
    pub quality: u8,
    pub is_written: bool,
}

/// One night for each day; `is_weekend` tells on which mornings sleep runs longer.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held to their ranges first"
)]
pub(crate) fn nights(nights: &Nights, seed: u64, is_weekend: &[bool]) -> Vec<Night> {
    let mut draws = Draws::new(seed, Stream::Sleep, 0);
    let mut written = Draws::new(seed, Stream::Written, Stream::Sleep as usize);
    let mut slow = draws.normal();
    is_weekend
        .iter()
        .map(|weekend| {
            slow = 0.3 * slow + 0.954 * draws.normal();
            let is_short = draws.chance(nights.short_share);
            let cut = if is_short { nights.short_minutes } else { 0.0 };
            let longer = if *weekend { 25.0 } else { 0.0 };
            let minutes =
                (nights.minutes + longer + nights.minutes_sd * slow - cut).clamp(90.0, 660.0);
            let awake = draws.exponential(18.0).min(120.0);
            let later = if *weekend { 0.8 } else { 0.0 };
            let wake_hour = (6.9 + later + 0.35 * draws.normal()).clamp(5.5, 8.7);
            let felt = 3.4 + (minutes - nights.minutes) / 75.0 - awake / 60.0;
            let quality = (felt + 0.6 * draws.normal()).clamp(1.0, 5.0) + 0.5;
            Night {
                minutes: libm::floor(minutes),
                latency: libm::floor(draws.exponential(16.0).min(120.0)),
                awake: libm::floor(awake),
                n_awakenings: libm::floor(awake / 14.0) as u32,
                wake_hour,
                lying: draws.between(4.0, 18.0),
                quality: quality as u8,
                is_written: written.chance(nights.written_share),
            }
        })
        .collect()
}

/// Minutes of movement on each day.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "happenings lie within the days"
)]
pub(crate) fn active_minutes(happenings: &[Happening<'_>], days: u32) -> Vec<f64> {
    let mut by_day = vec![0.0; days as usize];
    for bout in happenings {
        if bout.kind == HappeningKind::Activity
            && let Some(day) = by_day.get_mut(bout.at as usize)
        {
            *day += bout.minutes;
        }
    }
    by_day
}
