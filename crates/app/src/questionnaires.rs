//! Questionnaires that the person brings: shown before they are kept, listed, taken out, put back.
//! Refuses to keep one of which nobody said that it may be used.

mod answer;
mod bring;
mod fill;
mod words;

use exchange::QuestionnaireFile;
use record::{FactKey, Questionnaire, QuestionnaireFormat, Record};

use crate::{App, Trouble, dates, random, text, text_with};

pub use bring::{BroughtView, KeepQuestionnaire};
pub use fill::{AfterQuestion, FillKind, FillPost, FillState, FillStep, FillView, FilledView};

pub(crate) use bring::{examine, import, is_questionnaire, with_safety};
pub(crate) use fill::FillPlace;

/// Days for which one that was taken out can be put back, where nothing filled in needs it.
const PUT_BACK_DAYS: i64 = 30;

/// The page of questionnaires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnairesView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done; read aloud.
    pub done: Option<String>,
    /// One that was read and is not kept yet.
    pub brought: Option<BroughtView>,
    /// Those in the list.
    pub kept: Vec<KeptView>,
    /// Those that were taken out.
    pub gone: Vec<KeptView>,
}

/// One questionnaire of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptView {
    /// Its number in addresses.
    pub number: usize,
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// When it was brought, how many questions, how often filled in.
    pub lines: Vec<String>,
    /// Who holds the rights, as the file says; `None`: it says nothing.
    pub rights: Option<String>,
    /// What the button says that takes it out, or puts it back.
    pub button_label: String,
}

/// What is held between reading a file and keeping it.
#[derive(Debug, Clone)]
pub(crate) struct Brought {
    pub file: QuestionnaireFile,
}

impl App {
    /// The page of questionnaires.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn questionnaires(&mut self) -> Result<QuestionnairesView, Trouble> {
        let now = self.clock.now();
        let before = now.unix_seconds() - PUT_BACK_DAYS * 86_400;
        if let Ok(before) = record::Moment::from_unix_seconds(before, now.zone())
            && self.opened()?.store.purge_questionnaires(&before)? > 0
        {
            self.opened()?.forget();
        }
        let record = self.known()?.record.clone();
        let open = self.opened()?;
        let done = open.questionnaire_done.take();
        let brought = open.brought.clone();
        let brought = brought
            .map(|brought| bring::view(&brought.file))
            .transpose()?;
        let views = (1..).zip(&record.questionnaires);
        let views: Vec<(bool, KeptView)> = views
            .map(|(number, one)| (one.taken_out_at.is_none(), kept_view(&record, number, one)))
            .collect();
        let those = |is_in_list: bool| {
            let those = views.iter().filter(|(is_in, _)| *is_in == is_in_list);
            those.map(|(_, view)| view.clone()).collect()
        };
        Ok(QuestionnairesView {
            is_example: self.is_example,
            done,
            brought,
            kept: those(true),
            gone: those(false),
        })
    }

    /// Takes a questionnaire out of the list; what was filled in keeps its words.
    ///
    /// # Errors
    /// [`Trouble`] when there is none or the disk refuses; then nothing was changed.
    pub fn take_out_questionnaire(&mut self, key: &str) -> Result<(), Trouble> {
        let key = self.known_questionnaire(key)?;
        let now = self.clock.now();
        let open = self.opened()?;
        open.settle()?;
        open.store.take_out_questionnaire(key, &now)?;
        open.forget();
        open.questionnaire_done = Some(text("questionnaire-taken-out"));
        Ok(())
    }

    /// Puts a questionnaire back into the list.
    ///
    /// # Errors
    /// [`Trouble`] when there is none or the disk refuses; then nothing was changed.
    pub fn put_back_questionnaire(&mut self, key: &str) -> Result<(), Trouble> {
        let key = self.known_questionnaire(key)?;
        let open = self.opened()?;
        open.settle()?;
        open.store.put_back_questionnaire(key)?;
        open.forget();
        open.questionnaire_done = Some(text("questionnaire-is-back"));
        Ok(())
    }

    fn known_questionnaire(&mut self, key: &str) -> Result<FactKey, Trouble> {
        let key = random::parse_key(key)?;
        let is_known = self.known()?.record.questionnaire(key).is_some();
        is_known.then_some(key).ok_or_else(random::lost_key)
    }
}

/// The questionnaire of a number in addresses.
pub(crate) fn numbered(record: &Record, number: usize) -> Result<&Questionnaire, Trouble> {
    let idx = number.checked_sub(1);
    let found = idx.and_then(|idx| record.questionnaires.get(idx));
    let is_in_list = |one: &&Questionnaire| one.taken_out_at.is_none();
    found.filter(is_in_list).ok_or_else(|| {
        Trouble::input(
            text("questionnaire-not-here"),
            text("questionnaire-not-here-hint"),
        )
    })
}

/// The title that pages show.
pub(crate) fn title(one: &Questionnaire) -> &str {
    one.head.title.as_str()
}

fn kept_view(record: &Record, number: usize, one: &Questionnaire) -> KeptView {
    let filled: Vec<_> = record
        .questionnaire_responses()
        .filter(|(_, questionnaire, _)| questionnaire.key == one.key)
        .collect();
    let n_questions = one.questions().count();
    let mut lines = vec![
        text_with("questionnaire-questions", &[("n", n_questions.into())]),
        text_with(
            "questionnaire-brought-on",
            &[("day", dates::with_year(one.kept_on).into())],
        ),
    ];
    if let Some((moment, ..)) = filled.last() {
        let day = dates::with_year(moment.day(record.profile.day_start));
        let args = [("n", filled.len().into()), ("day", day.into())];
        lines.push(text_with("questionnaire-filled", &args));
    }
    let is_in_list = one.taken_out_at.is_none();
    let label = if is_in_list {
        "questionnaire-take-out-label"
    } else {
        "questionnaire-put-back-label"
    };
    KeptView {
        number,
        key: one.key.to_string(),
        title: title(one).to_owned(),
        lines,
        rights: one
            .head
            .rights
            .as_ref()
            .map(|rights| rights.text().to_owned()),
        button_label: text_with(label, &[("title", title(one).into())]),
    }
}

/// The name of a format in words.
fn format_words(format: QuestionnaireFormat) -> String {
    let name = match format {
        QuestionnaireFormat::FhirR4 => "FHIR R4",
        QuestionnaireFormat::FhirR5 => "FHIR R5",
        QuestionnaireFormat::Osd => "Open Scale Definition",
        QuestionnaireFormat::ReproSchema => "ReproSchema",
        QuestionnaireFormat::Camcops => "CamCOPS",
    };
    text_with("questionnaire-format", &[("format", name.into())])
}
