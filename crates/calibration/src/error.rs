//! Why a life could not be made. Refuses to guess what a recipe meant.

use record::{
    AssessmentError, EventError, IdError, ItemError, MedicationError, ProfileError, RecordError,
    SleepError, TimeError,
};

/// Says why a life could not be made.
#[derive(Debug, thiserror::Error)]
pub enum LifeError {
    /// The recipe is not TOML of the expected shape.
    #[error("the recipe cannot be read: {0}")]
    Toml(#[from] toml::de::Error),
    /// A number of the recipe is outside its range.
    #[error("{field} is {value}, outside {min} to {max}")]
    OutOfRange {
        /// Which field.
        field: &'static str,
        /// What it said.
        value: f64,
        /// The smallest it takes.
        min: f64,
        /// The largest it takes.
        max: f64,
    },
    /// No person has this name.
    #[error("no simulated person is called '{0}'")]
    UnknownPerson(String),
    /// A date, time or zone was refused.
    #[error(transparent)]
    Time(#[from] TimeError),
    /// A name was refused.
    #[error(transparent)]
    Id(#[from] IdError),
    /// An item was refused.
    #[error(transparent)]
    Item(#[from] ItemError),
    /// Answers were refused.
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
    /// A dose was refused.
    #[error(transparent)]
    Medication(#[from] MedicationError),
    /// A night was refused.
    #[error(transparent)]
    Sleep(#[from] SleepError),
    /// An event was refused.
    #[error(transparent)]
    Event(#[from] EventError),
    /// A choice of the person was refused.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The facts do not make a record.
    #[error(transparent)]
    Record(#[from] RecordError),
}
