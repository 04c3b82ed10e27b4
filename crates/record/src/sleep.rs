//! One night, as a sleep diary asks for it. Refuses to score it.
//!
//! The fields follow the core set of the Consensus Sleep Diary (Carney and others 2012,
//! doi:10.5665/sleep.1642). A night belongs to the day on which the person woke up.

use crate::{Minutes, Moment};

/// Says why a night was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SleepError {
    /// The times do not follow each other: bed, trying to sleep, last waking, getting up.
    #[error("going to bed, waking and getting up follow each other in time")]
    Order,
    /// The night is longer than a day.
    #[error("a night is shorter than 24 hours")]
    TooLong,
    /// Quality is a whole number from 1 to 5.
    #[error("sleep quality is a number from 1 to 5")]
    Quality,
}

/// One night. The moment of its fact is the last waking, or getting up where that is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SleepNight {
    /// Got into bed.
    pub into_bed: Option<Moment>,
    /// Began trying to sleep.
    pub tried_to_sleep: Option<Moment>,
    /// Minutes from then to sleep.
    pub latency: Option<Minutes>,
    /// How often awake in the night.
    pub n_awakenings: Option<u32>,
    /// Minutes awake in the night altogether.
    pub awake: Option<Minutes>,
    /// Last waking.
    pub final_wake: Option<Moment>,
    /// Got out of bed.
    pub out_of_bed: Option<Moment>,
    /// Minutes asleep, where a device or the person says so directly.
    pub asleep: Option<Minutes>,
    /// 1 very poor to 5 very good.
    pub quality: Option<u8>,
}

impl SleepNight {
    /// Checks order, length and quality.
    ///
    /// # Errors
    /// [`SleepError`], first problem found.
    pub fn checked(self) -> Result<Self, SleepError> {
        let known: Vec<&Moment> = [
            &self.into_bed,
            &self.tried_to_sleep,
            &self.final_wake,
            &self.out_of_bed,
        ]
        .into_iter()
        .flatten()
        .collect();
        if known.windows(2).any(|pair| matches!(pair, [a, b] if a > b)) {
            return Err(SleepError::Order);
        }
        if let (Some(first), Some(last)) = (known.first(), known.last())
            && last.unix_seconds() - first.unix_seconds() > 86_400
        {
            return Err(SleepError::TooLong);
        }
        if self.asleep.is_some_and(|minutes| minutes.0 > 1440) {
            return Err(SleepError::TooLong);
        }
        if self
            .quality
            .is_some_and(|quality| !(1..=5).contains(&quality))
        {
            return Err(SleepError::Quality);
        }
        Ok(self)
    }

    /// Minutes asleep: as stated, else from trying to sleep to last waking less the time awake.
    ///
    /// Real time between two moments, so a night over a clock change has its true length.
    #[must_use]
    pub fn minutes_asleep(&self) -> Option<Minutes> {
        if self.asleep.is_some() {
            return self.asleep;
        }
        let from = self.tried_to_sleep.as_ref().or(self.into_bed.as_ref())?;
        let to = self.final_wake.as_ref().or(self.out_of_bed.as_ref())?;
        let between = u32::try_from((to.unix_seconds() - from.unix_seconds()) / 60).ok()?;
        let lost = self.latency.map_or(0, |m| m.0) + self.awake.map_or(0, |m| m.0);
        Some(Minutes(between.saturating_sub(lost)))
    }
}
