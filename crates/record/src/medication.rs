//! What is being taken since when, and single doses taken or missed. Refuses advice about either.
//!
//! The two kinds follow FHIR R4: a `MedicationStatement` says what is being taken over a span, one
//! for each dose step; a `MedicationAdministration` is one dose taken or left out.

use crate::{Label, LocalDay};

/// Says why a dose or its span was refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MedicationError {
    /// A dose is a finite number, zero or more.
    #[error("a dose is a number, zero or more")]
    Amount,
    /// The last day lies before the first.
    #[error("the last day of a dose lies before its first")]
    EndsBeforeStart,
}

/// How much, in the unit that the person used.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseAmount {
    amount: f64,
    /// Unit as written, for example `mg`.
    pub unit: Label,
}

impl DoseAmount {
    /// Takes an amount of zero or more.
    ///
    /// # Errors
    /// [`MedicationError::Amount`] when negative or not finite.
    pub fn new(amount: f64, unit: Label) -> Result<Self, MedicationError> {
        if amount.is_finite() && amount >= 0.0 {
            Ok(Self { amount, unit })
        } else {
            Err(MedicationError::Amount)
        }
    }

    /// The number; zero means that it is not taken in this span.
    #[must_use]
    pub const fn amount(&self) -> f64 {
        self.amount
    }
}

/// One dose step: this medicine, this much, from this day to that.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicationStatement {
    /// The medicine, in the person's words.
    pub medicine: Label,
    /// The daily dose.
    pub dose: DoseAmount,
    from: LocalDay,
    to: Option<LocalDay>,
}

impl MedicationStatement {
    /// A dose step from `from` to `to`, both included; `None` while it lasts.
    ///
    /// # Errors
    /// [`MedicationError::EndsBeforeStart`].
    pub fn new(
        medicine: Label,
        dose: DoseAmount,
        from: LocalDay,
        to: Option<LocalDay>,
    ) -> Result<Self, MedicationError> {
        if to.is_some_and(|to| to < from) {
            return Err(MedicationError::EndsBeforeStart);
        }
        Ok(Self {
            medicine,
            dose,
            from,
            to,
        })
    }

    /// First day of this dose.
    #[must_use]
    pub const fn from(&self) -> LocalDay {
        self.from
    }

    /// Last day of this dose; `None` while it lasts.
    #[must_use]
    pub const fn to(&self) -> Option<LocalDay> {
        self.to
    }
}

/// One dose, taken or left out, at the moment of its fact.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicationAdministration {
    /// The medicine, in the person's words.
    pub medicine: Label,
    /// Taken, or left out.
    pub is_taken: bool,
    /// How much, where it was told.
    pub dose: Option<DoseAmount>,
}

/// One step of a plan that a prescriber made: the dose that is to hold from a day on.
///
/// It was told, and has not happened: what is taken says a [`MedicationStatement`]. No series and no
/// answer is made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedDose {
    /// The medicine, in the person's words.
    pub medicine: Label,
    /// The daily dose that is planned; zero: none.
    pub dose: DoseAmount,
    /// First day on which it is planned.
    pub from: LocalDay,
}
