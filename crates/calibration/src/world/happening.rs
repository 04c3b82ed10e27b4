//! Things that happen at moments, and the trace that they leave. Refuses to say who wrote them down
//! when.

use crate::draws::{Draws, Stream};
use crate::recipe::{Pulse, Recipe};
use crate::truth::{DAY_START_HOUR, GRID_PER_DAY, HappeningKind};

/// One thing that happened.
#[derive(Debug, Clone)]
pub(crate) struct Happening<'a> {
    pub kind: HappeningKind,
    pub pulse: &'a Pulse,
    /// Days since midnight of the first day.
    pub at: f64,
    pub points: f64,
    pub minutes: f64,
    pub is_written: bool,
}

/// Everything that happened, in order of kind, then of the recipe, then of time.
pub(crate) fn all_of(recipe: &Recipe, seed: u64) -> Vec<Happening<'_>> {
    let lists = [
        (HappeningKind::Stress, Stream::Stress, &recipe.stress),
        (HappeningKind::Arousal, Stream::Arousal, &recipe.arousal),
        (HappeningKind::Contact, Stream::Contact, &recipe.contact),
        (HappeningKind::Exposure, Stream::Exposure, &recipe.exposure),
        (HappeningKind::Practice, Stream::Practice, &recipe.practice),
        (HappeningKind::Activity, Stream::Activity, &recipe.activity),
        (HappeningKind::Other, Stream::Happening, &recipe.happening),
    ];
    let mut found = Vec::new();
    for (kind, stream, pulses) in lists {
        for (part, pulse) in pulses.iter().enumerate() {
            let mut draws = Draws::new(seed, stream, part);
            let mut written = Draws::new(seed, Stream::Written, (stream as usize) << 16 | part);
            for at in times(&mut draws, pulse, recipe.days) {
                found.push(Happening {
                    kind,
                    pulse,
                    at,
                    points: pulse.points + pulse.points_sd * draws.normal(),
                    minutes: (pulse.minutes * (0.6 + 0.8 * draws.uniform())).max(1.0),
                    is_written: written.chance(pulse.written_share),
                });
            }
        }
    }
    found
}

fn times(draws: &mut Draws, pulse: &Pulse, days: u32) -> Vec<f64> {
    let mut times: Vec<f64> = pulse.at.clone();
    if pulse.per_week > 0.0 {
        for day in 0..days {
            let happens = draws.chance(pulse.per_week / 7.0);
            let hour = draws.between(9.0, 21.0);
            if happens {
                times.push(f64::from(day) + hour / 24.0);
            }
        }
    }
    times.retain(|at| *at >= 0.0 && *at < f64::from(days));
    times.sort_by(f64::total_cmp);
    times
}

/// A trace: size at once, days at full size, days in which the rest halves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trace {
    pub at: f64,
    pub points: f64,
    pub hold_days: f64,
    pub half_life_days: f64,
}

impl Trace {
    /// Size at a time in days since midnight of the first day.
    fn size(&self, time: f64) -> f64 {
        let since = time - self.at;
        if since < 0.0 {
            0.0
        } else {
            let fading = (since - self.hold_days).max(0.0);
            self.points * libm::exp2(-fading / self.half_life_days)
        }
    }

    /// Adds the trace to a grid, up to where less than a hundredth of a point is left.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place on the grid"
    )]
    pub(crate) fn add_to(&self, grid: &mut [f64]) {
        if self.points == 0.0 {
            return;
        }
        let per_day = GRID_PER_DAY as f64;
        let first = libm::ceil(self.at * per_day - DAY_START_HOUR).max(0.0) as usize;
        for (idx, value) in grid.iter_mut().enumerate().skip(first) {
            let size = self.size((idx as f64 + DAY_START_HOUR) / per_day);
            if size.abs() < 0.01 {
                return;
            }
            *value += size;
        }
    }
}

impl Happening<'_> {
    /// The trace on numbness.
    pub(crate) fn on_numbness(&self) -> Trace {
        Trace {
            at: self.at,
            points: self.points,
            hold_days: self.pulse.hold_days,
            half_life_days: self.pulse.half_life_days,
        }
    }

    /// The trace on tension.
    pub(crate) fn on_tension(&self) -> Trace {
        Trace {
            at: self.at,
            points: self.pulse.tension,
            hold_days: 0.0,
            half_life_days: self.pulse.tension_half_life_days,
        }
    }
}
