//! Turns a column of daily doses into dose steps. Refuses two doses on one day.

use std::collections::BTreeMap;

use record::{DoseAmount, LocalDay, MedicationStatement};

use crate::map::DoseColumn;

/// The doses of one column by day, each with the line that told it.
#[derive(Default)]
pub(super) struct Doses(BTreeMap<LocalDay, (f64, u32)>);

impl Doses {
    /// What an earlier line says about the day, where that differs.
    pub(super) fn conflict(&self, day: LocalDay, amount: f64) -> Option<(f64, u32)> {
        (self.0.get(&day).copied()).filter(|(before, _)| *before != amount)
    }

    /// Notes the dose of a day.
    pub(super) fn note(&mut self, day: LocalDay, amount: f64, line: u32) {
        self.0.entry(day).or_insert((amount, line));
    }

    /// The steps with the line of their first day: each from its first day to the day before the
    /// next. The last is open. Days without a dose go on with the one before.
    pub(super) fn steps(&self, column: &DoseColumn) -> Vec<(MedicationStatement, u32)> {
        let mut starts: Vec<(LocalDay, f64, u32)> = Vec::new();
        for (day, (amount, line)) in &self.0 {
            if starts.last().is_none_or(|(_, before, _)| before != amount) {
                starts.push((*day, *amount, *line));
            }
        }
        let ends = (starts.iter().skip(1))
            .map(|(day, ..)| Some(day.plus_days(-1)))
            .chain(std::iter::once(None));
        (starts.iter().zip(ends))
            .filter_map(|((from, amount, line), to)| {
                // Amounts were checked cell by cell and days rise, so that neither is refused.
                let dose = DoseAmount::new(*amount, column.unit.clone()).ok()?;
                let step = MedicationStatement::new(column.medicine.clone(), dose, *from, to);
                Some((step.ok()?, *line))
            })
            .collect()
    }
}
