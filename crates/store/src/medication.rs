//! Keeps dose steps, single doses and planned doses. Refuses to join them.

use record::{
    DoseAmount, FactBody, LocalDay, MedicationAdministration, MedicationStatement, PlannedDose,
};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader, Row};

pub(crate) fn append_statement(
    writer: &Writer<'_>,
    fact: i64,
    statement: &MedicationStatement,
) -> Result<(), StoreError> {
    writer.insert(
        include_str!("medication/append_statement.sql"),
        (
            fact,
            statement.medicine.as_str(),
            statement.dose.amount(),
            statement.dose.unit.as_str(),
            statement.from().number(),
            statement.to().map(LocalDay::number),
        ),
    )?;
    Ok(())
}

pub(crate) fn load_statements(
    reader: &Reader<'_>,
    bodies: &mut Bodies<'_>,
) -> Result<(), StoreError> {
    let sql = include_str!("medication/load_statements.sql");
    reader.each("medication_statement", sql, |row| {
        let to = row.maybe_number::<i32>(5)?;
        let statement = MedicationStatement::new(
            row.label(1)?,
            dose(row, 2)?,
            day(row, row.number(4)?)?,
            to.map(|number| day(row, number)).transpose()?,
        );
        let statement = statement.map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::MedicationStatement(statement))
    })
}

pub(crate) fn append_administration(
    writer: &Writer<'_>,
    fact: i64,
    given: &MedicationAdministration,
) -> Result<(), StoreError> {
    let amount = given.dose.as_ref().map(DoseAmount::amount);
    let unit = given.dose.as_ref().map(|dose| dose.unit.as_str());
    writer.insert(
        include_str!("medication/append_administration.sql"),
        (fact, given.medicine.as_str(), given.is_taken, amount, unit),
    )?;
    Ok(())
}

pub(crate) fn load_administrations(
    reader: &Reader<'_>,
    bodies: &mut Bodies<'_>,
) -> Result<(), StoreError> {
    let sql = include_str!("medication/load_administrations.sql");
    reader.each("medication_administration", sql, |row| {
        let given = MedicationAdministration {
            medicine: row.label(1)?,
            is_taken: row.flag(2)?,
            dose: if row.is_null(3)? {
                None
            } else {
                Some(dose(row, 3)?)
            },
        };
        bodies.put(row, FactBody::MedicationAdministration(given))
    })
}

pub(crate) fn append_plan(
    writer: &Writer<'_>,
    fact: i64,
    plan: &PlannedDose,
) -> Result<(), StoreError> {
    let (amount, unit) = (plan.dose.amount(), plan.dose.unit.as_str());
    writer.insert(
        include_str!("medication/append_plan.sql"),
        (
            fact,
            plan.medicine.as_str(),
            amount,
            unit,
            plan.from.number(),
        ),
    )?;
    Ok(())
}

pub(crate) fn load_plans(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    let sql = include_str!("medication/load_plans.sql");
    reader.each("planned_dose", sql, |row| {
        let plan = PlannedDose {
            medicine: row.label(1)?,
            dose: dose(row, 2)?,
            from: day(row, row.number(4)?)?,
        };
        bodies.put(row, FactBody::PlannedDose(plan))
    })
}

/// The amount in this column and its unit in the next one.
fn dose(row: &Row<'_>, column: usize) -> Result<DoseAmount, StoreError> {
    DoseAmount::new(row.real(column)?, row.label(column + 1)?).map_err(|_| row.unreadable())
}

fn day(row: &Row<'_>, number: i32) -> Result<LocalDay, StoreError> {
    LocalDay::from_number(number).map_err(|_| row.unreadable())
}
