//! What the person chose about their record. Refuses anything that identifies them.

use crate::{DayStart, Label, LocalDay, Zone};

/// Says why a choice was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// The threshold is a number from 0 to 100.
    #[error("the line is a number from 0 to 100")]
    Threshold,
    /// The lock comes after 1 to 240 minutes.
    #[error("the lock comes after 1 to 240 minutes")]
    LockAfter,
    /// At most three suspects.
    #[error("at most three suspects can be named")]
    Suspects,
    /// A suspect is dropped after it was named.
    #[error("a suspect is dropped on a day after that of its naming")]
    Dropped,
}

/// Something that the person suspects of coming before their numbness.
///
/// Named before it is looked at, it has a share of the error budget of its own. It is kept also
/// after it was dropped: what was asked at a look stays what was asked there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    name: Label,
    named_on: LocalDay,
    dropped_on: Option<LocalDay>,
}

impl Suspect {
    /// The name of a candidate (an item, event, strategy or medicine; `sleep_minutes`,
    /// `sleep_quality`, `activity_minutes`) and the day on which the person named it.
    #[must_use]
    pub const fn new(name: Label, named_on: LocalDay) -> Self {
        Self {
            name,
            named_on,
            dropped_on: None,
        }
    }

    /// The same, dropped on a day after that of the naming.
    ///
    /// # Errors
    /// [`ProfileError::Dropped`] on the day of the naming or before it.
    pub fn dropped(self, on: LocalDay) -> Result<Self, ProfileError> {
        if on <= self.named_on {
            return Err(ProfileError::Dropped);
        }
        Ok(Self {
            dropped_on: Some(on),
            ..self
        })
    }

    /// The name of the candidate.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The day on which the person named it. What was written up to the end of that day may be
    /// why it was named.
    #[must_use]
    pub const fn named_on(&self) -> LocalDay {
        self.named_on
    }

    /// The day on which the person dropped it; `None` while it is named. A look whose data end on
    /// that day or before still asks about it.
    #[must_use]
    pub const fn dropped_on(&self) -> Option<LocalDay> {
        self.dropped_on
    }
}

/// Suspects at most: a share cut into more pieces finds nothing.
pub const SUSPECTS_MAX: usize = 3;

/// What the person chose about their record.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// When their day starts.
    pub day_start: DayStart,
    /// The zone of their clock when nothing else is said.
    pub zone: Zone,
    threshold: Option<f64>,
    lock_after_minutes: u16,
    /// The first-run page about safety was read.
    pub has_read_safety: bool,
    suspects: Vec<Suspect>,
}

impl Profile {
    /// A profile with nothing chosen yet.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        Self {
            day_start: DayStart::default(),
            zone,
            threshold: None,
            lock_after_minutes: 10,
            has_read_safety: false,
            suspects: Vec::new(),
        }
    }

    /// The level of numbness, 0-100, from which the person calls a day hard; `None`: not said.
    #[must_use]
    pub const fn threshold(&self) -> Option<f64> {
        self.threshold
    }

    /// Chooses the level, 0-100, or takes it back with `None`.
    ///
    /// # Errors
    /// [`ProfileError::Threshold`] outside 0-100.
    pub fn set_threshold(&mut self, threshold: Option<f64>) -> Result<(), ProfileError> {
        if threshold.is_some_and(|t| !(0.0..=100.0).contains(&t)) {
            return Err(ProfileError::Threshold);
        }
        self.threshold = threshold;
        Ok(())
    }

    /// Everything that the person ever suspected, in the order of naming, what was dropped too.
    #[must_use]
    pub fn suspects(&self) -> &[Suspect] {
        &self.suspects
    }

    /// What is named now, in the order of naming; at most [`SUSPECTS_MAX`].
    pub fn named_suspects(&self) -> impl Iterator<Item = &Suspect> {
        self.suspects.iter().filter(|s| s.dropped_on.is_none())
    }

    /// Names a suspect; one that is named already keeps its day. One that comes with the day of
    /// its dropping is history, and does not count among the [`SUSPECTS_MAX`].
    ///
    /// # Errors
    /// [`ProfileError::Suspects`] when there are [`SUSPECTS_MAX`] others.
    pub fn name_suspect(&mut self, suspect: Suspect) -> Result<(), ProfileError> {
        if suspect.dropped_on.is_none() {
            if self.named_suspects().any(|s| s.name == suspect.name) {
                return Ok(());
            }
            if self.named_suspects().count() >= SUSPECTS_MAX {
                return Err(ProfileError::Suspects);
            }
        }
        self.suspects.push(suspect);
        Ok(())
    }

    /// Drops a suspect from the day after `on`; one that was named on that day leaves no trace.
    ///
    /// Returns whether it was named.
    pub fn drop_suspect(&mut self, name: &str, on: LocalDay) -> bool {
        let is_it = |s: &Suspect| s.dropped_on.is_none() && s.name() == name;
        let Some(idx) = self.suspects.iter().position(is_it) else {
            return false;
        };
        let suspect = self.suspects.remove(idx);
        if let Ok(dropped) = suspect.dropped(on) {
            self.suspects.insert(idx, dropped);
        }
        true
    }

    /// Minutes without use until the record locks itself, 1-240.
    #[must_use]
    pub const fn lock_after_minutes(&self) -> u16 {
        self.lock_after_minutes
    }

    /// Chooses after how many minutes without use the record locks itself.
    ///
    /// # Errors
    /// [`ProfileError::LockAfter`] outside 1-240.
    pub fn set_lock_after_minutes(&mut self, minutes: u16) -> Result<(), ProfileError> {
        if !(1..=240).contains(&minutes) {
            return Err(ProfileError::LockAfter);
        }
        self.lock_after_minutes = minutes;
        Ok(())
    }
}
