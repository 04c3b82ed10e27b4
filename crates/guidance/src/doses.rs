//! What happened to doses: raised, lowered, ended. Refuses to say what a dose should be.

use record::{LocalDay, MedicationStatement, Record};

/// Beginnings of names of medicines that must not end at once (NICE NG215 for opioids,
/// benzodiazepines, gabapentinoids and z-drugs; their product texts for the others). Names, not
/// words for people.
const RISKY: [&str; 44] = [
    "lithium",
    "clozapin",
    "warfarin",
    "phenprocoumon",
    "marcumar",
    "acenocoumarol",
    "apixaban",
    "rivaroxaban",
    "edoxaban",
    "dabigatran",
    "heparin",
    "enoxaparin",
    "diazepam",
    "lorazepam",
    "alprazolam",
    "clonazepam",
    "oxazepam",
    "temazepam",
    "nitrazepam",
    "bromazepam",
    "lormetazepam",
    "chlordiazepoxid",
    "clobazam",
    "midazolam",
    "zopiclon",
    "eszopiclon",
    "zolpidem",
    "zaleplon",
    "morphin",
    "oxycodon",
    "hydrocodon",
    "hydromorphon",
    "fentanyl",
    "tramadol",
    "tapentadol",
    "codein",
    "tilidin",
    "methadon",
    "buprenorphin",
    "gabapentin",
    "pregabalin",
    "valproat",
    "lamotrigin",
    "baclofen",
];

/// Days on which doses changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DoseDays {
    /// A medicine was begun or its dose raised.
    pub raised: Vec<LocalDay>,
    /// A dose was lowered, or the medicine ended.
    pub lowered: Vec<LocalDay>,
    /// A medicine ended that must not end at once.
    pub risky_stops: Vec<LocalDay>,
}

impl DoseDays {
    /// Reads the dose steps. A medicine that is there from the first day of the record on counts as
    /// begun on its own first day.
    pub fn of(record: &Record) -> Self {
        let mut days = Self::default();
        let steps: Vec<&MedicationStatement> = record.medication_statements().collect();
        let mut names: Vec<String> = steps.iter().map(|step| name(step)).collect();
        names.sort();
        names.dedup();
        for medicine in names {
            let mut of_it: Vec<_> = steps.iter().filter(|step| name(step) == medicine).collect();
            of_it.sort_by_key(|step| step.from());
            let mut before: Option<&MedicationStatement> = None;
            for step in of_it {
                days.take(&medicine, before, step);
                before = Some(step);
            }
            if let Some(end) = before
                .filter(|b| b.dose.amount() > 0.0)
                .and_then(|b| b.to())
            {
                days.end(&medicine, end.plus_days(1));
            }
        }
        days
    }

    fn take(
        &mut self,
        medicine: &str,
        before: Option<&MedicationStatement>,
        step: &MedicationStatement,
    ) {
        let amount = step.dose.amount();
        let Some(before) = before else {
            if amount > 0.0 {
                self.raised.push(step.from());
            }
            return;
        };
        let gap = before.to().is_some_and(|to| step.from().days_since(to) > 1);
        if gap && before.dose.amount() > 0.0 {
            self.end(medicine, before.to().unwrap_or(step.from()).plus_days(1));
        }
        let was = if gap { 0.0 } else { before.dose.amount() };
        if before.dose.unit != step.dose.unit && !gap {
            // Two units can not be compared: whichever way it went, it is a change.
            self.raised.push(step.from());
            self.lowered.push(step.from());
        } else if amount > was {
            self.raised.push(step.from());
        } else if amount <= 0.0 && was > 0.0 {
            self.end(medicine, step.from());
        } else if amount < was {
            self.lowered.push(step.from());
        }
    }

    fn end(&mut self, medicine: &str, on: LocalDay) {
        self.lowered.push(on);
        if needs_care_to_end(medicine) {
            self.risky_stops.push(on);
        }
    }
}

/// Whether a medicine of this name must not end at once.
#[must_use]
pub fn needs_care_to_end(medicine: &str) -> bool {
    let medicine = medicine.to_lowercase();
    let mut words = medicine.split(|c: char| !c.is_alphanumeric());
    words.any(|word| RISKY.iter().any(|begin| word.starts_with(begin)))
}

fn name(step: &MedicationStatement) -> String {
    step.medicine.as_str().to_lowercase()
}

/// Days from the latest of these to `today`; one that lies ahead of the clock counts as today.
pub fn days_since(days: &[LocalDay], today: LocalDay) -> Option<f64> {
    let latest = days.iter().map(|day| today.days_since(*day).max(0)).min()?;
    Some(f64::from(latest))
}
