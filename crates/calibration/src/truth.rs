//! What is truly so in a simulated life, and the quantities that answers are measured against.
//!
//! Refuses measurement error: nothing in here was seen by the diary.

use record::{LocalDay, Moment};

use crate::recipe::{DriftShape, Factor};

/// Points of the fine grid in a day.
pub const GRID_PER_DAY: usize = 24;
/// Hour on the wall clock at which a day and its first grid point start.
pub const DAY_START_HOUR: f64 = 4.0;
/// First and last grid point of a day that a check-in could meet: 08:00 and 23:00.
const WAKING: std::ops::RangeInclusive<usize> = 4..=19;

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HappeningKind {
    /// Stress.
    Stress,
    /// High arousal.
    Arousal,
    /// Company.
    Contact,
    /// Exposure to violence.
    Exposure,
    /// A strategy that was done.
    Practice,
    /// Movement.
    Activity,
    /// Anything else.
    Other,
}

/// Something that truly acted on numbness. Days count from 0; points are of the latent line.
#[derive(Debug, Clone, PartialEq)]
pub enum Mechanism {
    /// The level changed and stayed.
    Step {
        /// First day of the new level.
        day: u32,
        /// Size.
        points: f64,
    },
    /// The level drifted without cause.
    Drift {
        /// Shape.
        shape: DriftShape,
        /// Standard deviation over the record.
        sd: f64,
        /// Last minus first value.
        start_to_end: f64,
    },
    /// A weekly cycle.
    Week {
        /// Saturdays and Sundays against the other days, without each day's peculiarity.
        weekend: f64,
    },
    /// One wave a day.
    TimeOfDay {
        /// Half of its height.
        amplitude: f64,
        /// Hour of its top.
        peak_hour: f64,
    },
    /// Something happened and left a fading trace.
    Happening {
        /// Of which kind.
        kind: HappeningKind,
        /// Its name in the diary.
        label: String,
        /// Days since midnight of the first day.
        at: f64,
        /// Effect at once.
        points: f64,
        /// Days at full size.
        hold_days: f64,
        /// Days in which the rest halves: the recovery.
        half_life_days: f64,
        /// The person wrote it down.
        is_written: bool,
    },
    /// A day of high tension that lowers feeling on the days after it.
    Depletion {
        /// The high day.
        day: u32,
        /// Effect one, two and three days later.
        points: [f64; 3],
    },
    /// Exposures added up.
    Desensitization {
        /// How many there were.
        n_exposures: usize,
        /// What they had added up to on the last day.
        points_at_end: f64,
    },
    /// A dose changed.
    Dose {
        /// First day of the new dose; below 0 lies before the record.
        day: i32,
        /// Dose before.
        from: f64,
        /// Dose after.
        to: f64,
        /// Lasting effect of this change.
        points: f64,
        /// Days in which half of it has come.
        half_life_days: f64,
    },
    /// A short night before this day.
    ShortNight {
        /// The day after the night.
        day: u32,
        /// Effect on that day.
        points: f64,
    },
    /// A daily factor acted in a straight line.
    Trigger {
        /// Which.
        factor: Factor,
        /// Days later.
        lag_days: u32,
        /// Effect of one standard deviation.
        points_per_sd: f64,
    },
    /// A spell.
    Spell {
        /// Start, days since midnight of the first day.
        from: f64,
        /// End.
        to: f64,
        /// Height.
        points: f64,
    },
}

/// Days in a row on which mean numbness reached the person's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysOver {
    /// First day.
    pub from_day: u32,
    /// Last day, included.
    pub to_day: u32,
}

/// What was truly so at one occasion.
#[derive(Debug, Clone, PartialEq)]
pub struct OccasionTruth {
    /// The moment as it stands in the record (a wrong clock included).
    pub moment: Moment,
    /// Days since midnight of the first day on the true wall clock.
    pub time_days: f64,
    /// The person's day, counted from 0.
    pub day: u32,
    /// Latent numbness, points; may step over 0 and 100.
    pub numbness: f64,
    /// Latent tension.
    pub tension: f64,
}

/// What is truly so in a simulated life.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// The person's first day.
    pub first_day: LocalDay,
    /// Latent numbness each hour on the wall clock from 04:00 of the first day; 0-100 before
    /// measurement, may step over the ends.
    pub numbness: Vec<f64>,
    /// Latent tension on the same grid.
    pub tension: Vec<f64>,
    /// Mean latent numbness of each day, 08:00 to 23:00.
    pub by_day: Vec<f64>,
    /// One for each occasion of the record, in the record's order.
    pub occasions: Vec<OccasionTruth>,
    /// All flickers, written down or not, in days since midnight of the first day.
    pub flickers: Vec<f64>,
    /// Everything that truly acted.
    pub mechanisms: Vec<Mechanism>,
    /// Stretches at or over the person's line; empty when they never named one.
    pub days_over: Vec<DaysOver>,
}

impl Truth {
    /// Latent numbness at a time in days since midnight of the first day, held at the ends.
    #[must_use]
    pub fn numbness_at(&self, time_days: f64) -> f64 {
        on_grid(&self.numbness, time_days)
    }

    /// Mean of the days `from` to `to`, both included; `None` when the life does not hold them.
    #[must_use]
    pub fn mean_of_days(&self, from: u32, to: u32) -> Option<f64> {
        mean_of_days(&self.by_day, from, to)
    }

    /// Mean of the seven days up to `day` minus the mean of the 28 days before those.
    ///
    /// `None` without 35 such days.
    #[must_use]
    pub fn now_difference(&self, day: u32) -> Option<f64> {
        now_difference(&self.by_day, day)
    }

    /// Changes of level: day and size, oldest first.
    pub fn steps(&self) -> impl Iterator<Item = (u32, f64)> {
        self.mechanisms.iter().filter_map(|m| match m {
            Mechanism::Step { day, points } => Some((*day, *points)),
            _ => None,
        })
    }
}

/// See [`Truth::mean_of_days`].
pub(crate) fn mean_of_days(by_day: &[f64], from: u32, to: u32) -> Option<f64> {
    let days = by_day.get(from as usize..to as usize + 1)?;
    (!days.is_empty()).then(|| mean(days))
}

/// See [`Truth::now_difference`].
pub(crate) fn now_difference(by_day: &[f64], day: u32) -> Option<f64> {
    let before = day.checked_sub(34)?;
    Some(mean_of_days(by_day, day - 6, day)? - mean_of_days(by_day, before, day - 7)?)
}

/// Means of the waking hours of each day.
pub(crate) fn waking_means(grid: &[f64]) -> Vec<f64> {
    grid.chunks_exact(GRID_PER_DAY)
        .map(|day| mean(day.get(WAKING).unwrap_or_default()))
        .collect()
}

/// A straight line between the grid's points.
pub(crate) fn on_grid(grid: &[f64], time_days: f64) -> f64 {
    let place = (time_days * GRID_PER_DAY as f64 - DAY_START_HOUR).max(0.0);
    let below = libm::floor(place);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at least 0 and within the grid"
    )]
    let idx = below as usize;
    let last = grid.last().copied().unwrap_or_default();
    let at = |idx: usize| grid.get(idx).copied().unwrap_or(last);
    at(idx) + (place - below) * (at(idx + 1) - at(idx))
}

#[expect(clippy::cast_precision_loss, reason = "lengths fit in 53 bits")]
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Days in a row whose mean reaches the line.
pub(crate) fn days_over(by_day: &[f64], line: Option<f64>) -> Vec<DaysOver> {
    let mut found: Vec<DaysOver> = Vec::new();
    let Some(line) = line else {
        return found;
    };
    for (day, _) in (0u32..).zip(by_day).filter(|(_, mean)| **mean >= line) {
        match found.last_mut() {
            Some(last) if last.to_day + 1 == day => last.to_day = day,
            _ => found.push(DaysOver {
                from_day: day,
                to_day: day,
            }),
        }
    }
    found
}
