//! Everything that questions are asked about, laid on one axis of time. Refuses to answer them.

use record::{FactBody, LocalDay, Record};

use crate::candidate::{Candidate, candidates, kept_days};
use crate::{NumbnessSeries, Outcome, Silences, Trial};

/// One dose over a span of days.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseSpan {
    /// The medicine, in the person's words.
    pub medicine: String,
    /// Daily dose; 0: not taken in this span.
    pub amount: f64,
    /// Unit of the dose, as written.
    pub unit: String,
    /// First day.
    pub from: LocalDay,
    /// Last day; `None` while it lasts.
    pub to: Option<LocalDay>,
}

/// One flicker.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlickerMark {
    /// Real time on the axis of [`crate::NumbnessPoint::time_days`], in days.
    pub time_days: f64,
    /// The person's day.
    pub day: LocalDay,
}

/// Something with a date that may have happened beside something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventMark {
    /// What happened, in the person's words.
    pub label: String,
    /// First day.
    pub from: LocalDay,
    /// Last day.
    pub to: LocalDay,
}

/// Numbness with everything that questions about it need.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Numbness at every occasion.
    pub numbness: NumbnessSeries,
    /// What may come before it.
    pub candidates: Vec<Candidate>,
    /// Doses, oldest first.
    pub doses: Vec<DoseSpan>,
    /// Flickers, oldest first.
    pub flickers: Vec<FlickerMark>,
    /// Events that are not marked as sensitive, oldest first.
    pub events: Vec<EventMark>,
    /// Days on which anything was written, oldest first.
    pub kept_days: Vec<LocalDay>,
    /// Experiments on drawn days, in the order in which they were begun.
    pub trials: Vec<Trial>,
    /// Drawn days without prompts, where the person agreed to some.
    pub silences: Option<Silences>,
}

impl Series {
    /// Lays a record out, up to and including `until`.
    ///
    /// Returns `None` when no occasion speaks of this outcome.
    #[must_use]
    pub fn new(record: &Record, outcome: &Outcome, until: LocalDay) -> Option<Self> {
        let numbness = NumbnessSeries::new(record, outcome, until)?;
        Some(Self::beside(record, numbness, until))
    }

    /// Lays out what stands in the record beside numbness that is laid out already.
    #[must_use]
    pub fn beside(record: &Record, numbness: NumbnessSeries, until: LocalDay) -> Self {
        let starts = record.profile.day_start;
        let mut laid = Self {
            candidates: candidates(record, &numbness, until),
            kept_days: kept_days(record, until),
            trials: Trial::all(record, &numbness, until),
            silences: Silences::of(record),
            ..Self::of_numbness(numbness)
        };
        for fact in record.facts() {
            let day = fact.moment.day(starts);
            if day > until {
                continue;
            }
            match &fact.body {
                FactBody::Flicker(_) => laid.flickers.push(FlickerMark {
                    time_days: laid.numbness.time_at(&fact.moment),
                    day,
                }),
                FactBody::MedicationStatement(dose) if dose.from() <= until => {
                    laid.doses.push(DoseSpan {
                        medicine: dose.medicine.as_str().to_owned(),
                        amount: dose.dose.amount(),
                        unit: dose.dose.unit.as_str().to_owned(),
                        from: dose.from(),
                        to: dose.to(),
                    });
                }
                FactBody::Event(event) if !event.is_sensitive => laid.events.push(EventMark {
                    label: event.label.as_str().to_owned(),
                    from: day,
                    to: event.ends_at().map_or(day, |end| end.day(starts)),
                }),
                _ => {}
            }
        }
        laid.doses.sort_by_key(|dose| dose.from);
        laid
    }

    /// Numbness alone: nothing was written beside it.
    #[must_use]
    pub fn of_numbness(numbness: NumbnessSeries) -> Self {
        let mut kept_days: Vec<LocalDay> = numbness.answered().map(|(p, _)| p.day).collect();
        kept_days.dedup();
        Self {
            numbness,
            candidates: Vec::new(),
            doses: Vec::new(),
            flickers: Vec::new(),
            events: Vec::new(),
            kept_days,
            trials: Vec::new(),
            silences: None,
        }
    }

    /// The series as it stood at the end of a day; `None` when nothing had been answered by then.
    ///
    /// Quality notes and the share of missing answers stay those of the whole.
    #[must_use]
    pub fn up_to(&self, until: LocalDay) -> Option<Self> {
        let mut seen = self.clone();
        seen.numbness = self.numbness.up_to(until)?;
        for candidate in &mut seen.candidates {
            candidate.points.retain(|point| point.day <= until);
            candidate.named.retain(|named| named.since <= until);
            for named in &mut candidate.named {
                named.until = named.until.filter(|day| *day < until);
            }
        }
        seen.candidates.retain(|c| !c.points.is_empty());
        seen.doses.retain(|dose| dose.from <= until);
        seen.flickers.retain(|flicker| flicker.day <= until);
        seen.events.retain(|event| event.from <= until);
        seen.kept_days.retain(|day| *day <= until);
        Some(seen)
    }
}
