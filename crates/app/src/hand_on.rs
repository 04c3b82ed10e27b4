//! The record for another program. Refuses to send private things unless the whole is asked for.

use content::{AnswerKind, CheckInItem, FormItem};
use exchange::{FhirExport, PublishedAnswer, PublishedForm, PublishedItem};
use record::{Form, ItemId, Moment, ResponseScale};

use crate::report::section_names;
use crate::{App, Trouble, text};

const FORMS: [Form; 6] = [
    Form::Morning,
    Form::Evening,
    Form::Weekly,
    Form::SelfCheck,
    Form::Safety,
    Form::ToldByOther,
];

/// Labels beside `R` and `PSY`: `ETH` for substances, `SDV` for what may have been violence.
const LABELS: [(&str, &str); 6] = [
    ("alcohol", "ETH"),
    ("cannabis", "ETH"),
    ("other_substance", "ETH"),
    ("other_drugs", "ETH"),
    ("rough_things", "SDV"),
    ("hard_at_home", "SDV"),
];

impl App {
    /// The record as a FHIR bundle to hand on: without notes, private things and answers about safety.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn fhir(&mut self) -> Result<String, Trouble> {
        let (record, now) = (self.known()?.record.clone(), self.clock.now());
        with_export(&now, |export| exchange::write_bundle(&record, export))?
            .map_err(|error| Trouble::ours(error.to_string()))
    }

    /// The record as a FHIR bundle with everything in it, which reads back as the same record.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn whole_fhir(&mut self) -> Result<String, Trouble> {
        let (record, now) = (self.known()?.record.clone(), self.clock.now());
        with_export(&now, |export| exchange::write_whole_bundle(&record, export))
    }
}

/// The files that others need to read our bundles: codes, sets of answers and forms, by name.
///
/// # Errors
/// [`Trouble`] when the built-in content is wrong, which a test rules out.
pub fn fhir_files() -> Result<Vec<(String, String)>, Trouble> {
    let _english = crate::language::for_programs();
    let files = exchange::publish(&forms()?, &section_names());
    Ok(files
        .into_iter()
        .map(|file| (file.name, file.text))
        .collect())
}

pub(crate) fn with_export<T>(
    now: &Moment,
    write: impl FnOnce(&FhirExport<'_>) -> T,
) -> Result<T, Trouble> {
    let _english = crate::language::for_programs();
    let forms = forms()?;
    Ok(write(&FhirExport {
        made_at: now,
        version: env!("CARGO_PKG_VERSION"),
        item_name: &item_name,
        is_private: &is_private,
        forms: &forms,
        label: &|id| {
            LABELS
                .iter()
                .find(|(known, _)| *known == id)
                .map(|(_, label)| *label)
        },
    }))
}

/// The forms as they are published; the questions about safety are not.
fn forms() -> Result<Vec<PublishedForm>, Trouble> {
    let ours = |error: content::ContentError| Trouble::ours(error.to_string());
    let check_in = content::check_in().map_err(ours)?;
    let first = PublishedForm {
        form: Form::CheckIn,
        title: title(Form::CheckIn),
        licence: check_in.header.licence.clone(),
        items: check_in.items.iter().map(of_check_in).collect(),
    };
    let open = FORMS.into_iter().filter(|form| *form != Form::Safety);
    let others = open.map(|form| {
        let set = content::form(form).map_err(ours)?;
        Ok(PublishedForm {
            form,
            title: title(form),
            licence: set.header.licence.clone(),
            items: set.items.iter().map(of_form).collect(),
        })
    });
    std::iter::once(Ok(first)).chain(others).collect()
}

fn title(form: Form) -> String {
    text(match form {
        Form::CheckIn => "fhir-form-check-in",
        Form::Morning => "fhir-form-morning",
        Form::Evening => "fhir-form-evening",
        Form::Weekly => "fhir-form-weekly",
        Form::SelfCheck => "fhir-form-self-check",
        Form::ToldByOther => "fhir-form-told-by-other",
        // Never published.
        Form::Safety => "paper-title",
    })
}

fn of_check_in(item: &CheckInItem) -> PublishedItem {
    let first = match item.item.scale {
        ResponseScale::Steps { min, .. } => min,
        _ => 0,
    };
    PublishedItem {
        id: item.item.id.as_str().to_owned(),
        construct: item.construct.clone(),
        question: item.question.clone(),
        answer: match item.steps.is_empty() {
            true => PublishedAnswer::Line(item.low.clone(), item.high.clone()),
            false => PublishedAnswer::Place(first, item.steps.clone()),
        },
    }
}

fn of_form(item: &FormItem) -> PublishedItem {
    PublishedItem {
        id: item.item.id.as_str().to_owned(),
        construct: item.construct.clone(),
        question: item.question.clone(),
        answer: match &item.kind {
            AnswerKind::Line { low, high } => PublishedAnswer::Line(low.clone(), high.clone()),
            AnswerKind::Choice { labels } => PublishedAnswer::Place(0, labels.clone()),
            AnswerKind::Count { max, unit } => PublishedAnswer::Count(*max, unit.clone()),
        },
    }
}

pub(crate) fn item_name(id: &ItemId) -> Option<String> {
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

/// Says whether answers to an item go only where the whole is asked for.
pub(crate) fn is_private(id: &ItemId) -> bool {
    let sets = FORMS
        .into_iter()
        .filter_map(|form| content::form(form).ok());
    let mut items = sets.filter_map(|set| set.item(id.as_str()));
    items.any(|item| item.is_sensitive)
}
