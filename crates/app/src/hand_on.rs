//! The record for another program. Refuses to send private things unless the whole is asked for.

use exchange::FhirExport;
use record::{Form, ItemId, Moment};

use crate::{App, Trouble};

const FORMS: [Form; 6] = [
    Form::Morning,
    Form::Evening,
    Form::Weekly,
    Form::SelfCheck,
    Form::Safety,
    Form::ToldByOther,
];

impl App {
    /// The record as a FHIR bundle to hand on: without notes, private things and answers about safety.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn fhir(&mut self) -> Result<String, Trouble> {
        let (record, now) = (self.known()?.record.clone(), self.clock.now());
        exchange::write_bundle(&record, &export(&now))
            .map_err(|error| Trouble::ours(error.to_string()))
    }

    /// The record as a FHIR bundle with everything in it, which reads back as the same record.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn whole_fhir(&mut self) -> Result<String, Trouble> {
        let (record, now) = (self.known()?.record.clone(), self.clock.now());
        Ok(exchange::write_whole_bundle(&record, &export(&now)))
    }
}

fn export(now: &Moment) -> FhirExport<'_> {
    FhirExport {
        made_at: now,
        version: env!("CARGO_PKG_VERSION"),
        item_name: &item_name,
        is_private: &is_private,
    }
}

fn item_name(id: &ItemId) -> Option<String> {
    let check_in = content::check_in()
        .ok()
        .and_then(|set| set.item(id.as_str()));
    let asked = check_in.map(|item| item.question.clone());
    asked.or_else(|| {
        let mut sets = FORMS
            .into_iter()
            .filter_map(|form| content::form(form).ok());
        sets.find_map(|set| set.item(id.as_str()).map(|item| item.question.clone()))
    })
}

fn is_private(id: &ItemId) -> bool {
    let sets = FORMS
        .into_iter()
        .filter_map(|form| content::form(form).ok());
    let mut items = sets.filter_map(|set| set.item(id.as_str()));
    items.any(|item| item.is_sensitive)
}
