//! A simulated person in a throw-away place, always marked as an example.

use record::{FactBody, MedicationStatement, Moment};

use crate::app::{App, Open};
use crate::{Clock, Settings, Trouble};

impl App {
    /// Makes a record in `folder` from a record file, moved so that its last day is today.
    ///
    /// # Errors
    /// [`Trouble`] when the file is not one of ours or the folder cannot be written.
    pub fn example(folder: std::path::PathBuf, clock: Clock, file: &[u8]) -> Result<Self, Trouble> {
        let mut app = Self::new(Settings { folder, clock });
        app.has_read_safety = true;
        app.is_example = true;
        let parsed =
            exchange::read_record(file).map_err(|error| Trouble::ours(error.to_string()))?;
        let mut profile = parsed
            .profile
            .unwrap_or_else(|| record::Profile::new(app.clock.zone().clone()));
        profile.has_read_safety = true;
        let today = app.clock.now().day(profile.day_start);
        let last = parsed
            .facts
            .iter()
            .map(|fact| fact.moment.day(profile.day_start))
            .max();
        let days = last.map_or(0, |last| today.days_since(last) - 1);
        let mut facts = parsed.facts;
        for fact in &mut facts {
            fact.moment = moved(&fact.moment, days);
            fact.recorded_at = moved(&fact.recorded_at, days);
            fact.source = record::Source::ByHand;
            move_body(&mut fact.body, &fact.moment, days)?;
        }
        let secret = store::Secret::KeyFile;
        let (mut store, _) = store::Store::create(&app.folder, secret, &profile)?;
        store.append(&facts, &parsed.items, None)?;
        app.open = Some(Open::new(store, false));
        Ok(app)
    }
}

/// The same clock on the wall so many days later.
fn moved(moment: &Moment, days: i32) -> Moment {
    let wall = moment.wall_clock();
    let (date, clock) = wall.split_once(' ').unwrap_or((&wall, "12:00"));
    record::LocalDay::parse(date)
        .ok()
        .map(|date| format!("{} {clock}:00", date.plus_days(days)))
        .and_then(|text| Moment::from_wall_clock(&text, moment.zone()).ok())
        .unwrap_or_else(|| moment.clone())
}

/// Moves the times inside a body; `at` is the fact's own moment, moved already.
fn move_body(body: &mut FactBody, at: &Moment, days: i32) -> Result<(), Trouble> {
    let wrong = |error: &dyn std::fmt::Display| Trouble::ours(error.to_string());
    match body {
        FactBody::MedicationStatement(statement) => {
            let to = statement.to().map(|to| to.plus_days(days));
            let (medicine, dose) = (statement.medicine.clone(), statement.dose.clone());
            *statement =
                MedicationStatement::new(medicine, dose, statement.from().plus_days(days), to)
                    .map_err(|error| wrong(&error))?;
        }
        FactBody::SleepNight(night) => {
            for moment in [
                &mut night.into_bed,
                &mut night.tried_to_sleep,
                &mut night.final_wake,
                &mut night.out_of_bed,
            ] {
                *moment = moment.as_ref().map(|m| moved(m, days));
            }
        }
        FactBody::Event(event) => {
            let ends_at = event.ends_at().map(|end| moved(end, days));
            *event = record::Event::new(event.label.clone(), at, ends_at, event.is_sensitive)
                .map_err(|error| wrong(&error))?;
        }
        FactBody::Occasion(_)
        | FactBody::Flicker(_)
        | FactBody::Activity(_)
        | FactBody::MedicationAdministration(_)
        | FactBody::Practice(_)
        | FactBody::Note(_)
        | FactBody::Contact(_)
        | FactBody::Sheet(_)
        | FactBody::QuestionnaireResponse(_) => {}
        FactBody::PlannedDose(plan) => plan.from = plan.from.plus_days(days),
    }
    Ok(())
}
