//! Bringing a questionnaire in: read, shown with its rights, kept when the person says so. Refuses to
//! settle by itself what a form is, where it only looks like one.

use std::path::Path;

use content::{Candidate, Clue, Described, Instrument};
use exchange::{QuestionnaireFile, QuestionnaireFileError};
use record::{
    Label, LocalDay, QuestionKind, Questionnaire, QuestionnaireFormat, QuestionnaireItem,
};

use super::{Brought, format_words, title};
use crate::{App, ImportReport, ImportRequest, Trouble, TroubleKind, text, text_with};

/// One that was read and is not kept yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtView {
    /// Its title.
    pub title: String,
    /// What was read, what was left out, what to look at.
    pub lines: Vec<String>,
    /// Who holds the rights, as the file says; `None`: it says nothing, and the person is asked.
    pub rights: Option<String>,
    /// Published questionnaires that it may be: name in forms, and title; the likeliest first.
    pub instruments: Vec<(String, String)>,
    /// The likeliest is taken unless the person says otherwise.
    pub is_likely: bool,
    /// Its questions: name and wording.
    pub questions: Vec<(String, String)>,
    /// The question about harming oneself, where it is known.
    pub safety_item: Option<String>,
}

/// What the person said before it is kept.
#[derive(Debug, Clone, Default)]
pub struct KeepQuestionnaire {
    /// They may use it.
    pub may_use: bool,
    /// Which published questionnaire it is; empty: none.
    pub instrument: String,
    /// The question about harming oneself; empty: none.
    pub safety_item: String,
}

/// Says whether bytes are a questionnaire of a kind that is read.
pub(crate) fn is_questionnaire(bytes: &[u8]) -> bool {
    exchange::recognise_questionnaire(bytes).is_some()
}

fn trouble(error: &QuestionnaireFileError) -> Trouble {
    Trouble::new(TroubleKind::Input, error.to_string(), error.hint())
}

fn candidates(one: &Questionnaire) -> Result<Vec<Candidate>, Trouble> {
    let of_items = one.items().iter().flat_map(|item| &item.codes);
    let codes: Vec<&str> = (one.head.codes.iter().chain(of_items))
        .map(|coding| coding.code.as_str())
        .collect();
    let described = Described {
        title: title(one),
        url: one.head.url.as_ref().map(Label::as_str),
        codes: &codes,
        n_questions: one.questions().count(),
    };
    content::recognise(described).map_err(|error| Trouble::ours(error.to_string()))
}

/// The one that it is taken for unless the person says otherwise.
fn likely(candidates: &[Candidate]) -> Option<&'static Instrument> {
    let first = candidates.first()?;
    let is_likely = first.has_its_questions && first.clue <= Clue::Title;
    is_likely.then_some(first.instrument)
}

/// Questions that a published rule can count: a date or own words in between do not shift the others.
const fn counts(item: &QuestionnaireItem) -> bool {
    match &item.kind {
        QuestionKind::Choice { is_multiple, .. } => !*is_multiple,
        QuestionKind::WholeNumber(_) | QuestionKind::Decimal(_) | QuestionKind::YesNo => true,
        QuestionKind::Text | QuestionKind::Date | QuestionKind::Group | QuestionKind::Display => {
            false
        }
    }
}

/// The question about harming oneself that is proposed for a form: the one that is known, or the
/// first whose words speak of it.
fn safety_proposed(one: &Questionnaire, instrument: Option<&Instrument>) -> Option<Label> {
    let speaks = |item: &&QuestionnaireItem| {
        let words = item.text.as_ref().map_or("", |text| text.text());
        content::speaks_of_self_harm(words)
    };
    safety_of(one, instrument).or_else(|| {
        let found = one.questions().find(speaks);
        found.map(|item| item.link_id.clone())
    })
}

/// Names the question about harming oneself in a questionnaire of a record file where the file names
/// none, or names another than the published one has.
pub(crate) fn with_safety(mut one: Questionnaire) -> Result<Questionnaire, Trouble> {
    let instrument = match &one.instrument {
        Some(id) => instrument_of(id.as_str())?,
        None => None,
    };
    if let Some(item) = safety_of(&one, instrument) {
        one.set_safety_item(Some(item))
            .map_err(|_| crate::random::lost_key())?;
    }
    Ok(one)
}

/// The question about harming oneself: by its code, or by its place in the published one.
fn safety_of(one: &Questionnaire, instrument: Option<&Instrument>) -> Option<Label> {
    if let Some(item) = one.safety_item_by_code() {
        return Some(item.clone());
    }
    let position = *instrument?.rule.parts().about_self_harm.first()?;
    let place = usize::from(position).checked_sub(1)?;
    let mut counted = one.questions().filter(|item| counts(item));
    counted.nth(place).map(|item| item.link_id.clone())
}

fn instrument_of(id: &str) -> Result<Option<&'static Instrument>, Trouble> {
    content::instrument(id).map_err(|error| Trouble::ours(error.to_string()))
}

/// Some copies of the GAD-7 print a wrong first answer; it is to say that it did not happen at all.
fn has_known_copy_error(one: &Questionnaire, instrument: Option<&Instrument>) -> bool {
    let is_it = instrument.is_some_and(|known| known.id() == "gad7");
    let first = one.questions().find_map(|item| item.kind.options().first());
    is_it && first.is_some_and(|first| first.label.text().to_lowercase().contains("sure"))
}

fn lines_of(file: &QuestionnaireFile, instrument: Option<&Instrument>) -> Vec<String> {
    let one = &file.questionnaire;
    let n = one.questions().count();
    let mut lines = vec![
        text_with("questionnaire-questions", &[("n", n.into())]),
        format_words(one.head.format),
    ];
    if let Some(version) = &file.unknown_version {
        let args = [("version", version.as_str().into())];
        lines.push(text_with("questionnaire-unknown-version", &args));
    }
    let left = file.unknown.iter().map(|(what, n)| {
        let args = [("what", what.as_str().into()), ("n", (*n).into())];
        text_with("questionnaire-left-out", &args)
    });
    lines.extend(left);
    if has_known_copy_error(one, instrument) {
        lines.push(text("questionnaire-copy-error"));
    }
    lines
}

pub(super) fn view(file: &QuestionnaireFile) -> Result<BroughtView, Trouble> {
    let one = &file.questionnaire;
    let candidates = candidates(one)?;
    let likely = likely(&candidates);
    let name = |candidate: &Candidate| {
        let known = candidate.instrument;
        (known.id().to_owned(), known.title.clone())
    };
    let words = |item: &record::QuestionnaireItem| {
        let wording = item.text.as_ref().map_or("", |text| text.text());
        let short: String = wording.chars().take(120).collect();
        (item.link_id.as_str().to_owned(), short)
    };
    Ok(BroughtView {
        title: title(one).to_owned(),
        lines: lines_of(file, likely),
        rights: one
            .head
            .rights
            .as_ref()
            .map(|rights| rights.text().to_owned()),
        instruments: candidates.iter().map(name).collect(),
        is_likely: likely.is_some(),
        questions: one.questions().map(words).collect(),
        safety_item: safety_proposed(one, likely).map(|item| item.as_str().to_owned()),
    })
}

/// Says what it is, which question is about safety, and what answers count where the file is silent.
fn named(
    mut one: Questionnaire,
    instrument: Option<&Instrument>,
    safety: Option<Label>,
) -> Result<Questionnaire, Trouble> {
    if let Some(known) = instrument {
        one.instrument = Label::new(known.id()).ok();
    }
    // Where a form has two answers an item, or a question before the items, places are no numbers.
    let is_single = |known: &&Instrument| known.rule.parts().shape == record::Shape::Single;
    if let Some(known) = instrument.filter(is_single) {
        let rule = &known.rule;
        let parts = rule.parts();
        let n_answers = parts.answer_max - parts.answer_min + 1.0;
        // The place of each question among those that count, from 1.
        let places: Vec<Option<u16>> = one
            .questions()
            .scan(0, |n, item| {
                *n += u16::from(counts(item));
                Some(counts(item).then_some(*n))
            })
            .collect();
        // Numbers of this format are unturned: the score turns them.
        let is_osd = one.head.format == QuestionnaireFormat::Osd;
        let number = |position: u16, place: u16| {
            if is_osd && parts.counted_downwards.contains(&position) {
                return Some(parts.answer_min + f64::from(place));
            }
            rule.number_at(position, place)
        };
        one.count_answers(|position, place, n| {
            let position = (*places.get(position.checked_sub(1)?)?)?;
            let place = u16::try_from(place).ok()?;
            // Another number of answers is another form.
            let n = u16::try_from(n).ok().map(f64::from)?;
            let is_its_own = (n - n_answers).abs() < 0.5;
            is_its_own.then(|| number(position, place)).flatten()
        });
    }
    // What a published questionnaire asks about safety is not left to a click.
    let safety = safety_of(&one, instrument).or(safety);
    one.set_safety_item(safety)
        .map_err(|_| crate::random::lost_key())?;
    Ok(one)
}

impl App {
    /// Reads a file and shows what is in it; nothing is kept yet.
    ///
    /// # Errors
    /// [`Trouble`] that says why it gives no questionnaire; then nothing was changed.
    pub fn bring_questionnaire(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let today = self.today_date()?;
        if bytes.is_empty() {
            let (what, hint) = (
                text("questionnaire-no-file"),
                text("questionnaire-no-file-hint"),
            );
            return Err(Trouble::input(what, hint));
        }
        let read = exchange::read_questionnaire(bytes, "en", today);
        let file = read.map_err(|error| trouble(&error))?;
        let key = file.questionnaire.key;
        let record = self.known()?.record.clone();
        let known = record.questionnaire(key);
        if known.is_some_and(|one| one.taken_out_at.is_none()) {
            let what = text("questionnaire-already");
            return Err(Trouble::input(what, text("questionnaire-already-hint")));
        }
        self.opened()?.brought = Some(Brought { file });
        Ok(())
    }

    /// Lets go of what was read and is not kept.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn leave_questionnaire(&mut self) -> Result<(), Trouble> {
        self.opened()?.brought = None;
        Ok(())
    }

    /// Keeps what was read.
    ///
    /// # Errors
    /// [`Trouble`] when nobody said that it may be used, or the disk refuses; then nothing was kept.
    pub fn keep_questionnaire(&mut self, said: &KeepQuestionnaire) -> Result<(), Trouble> {
        let brought = self.opened()?.brought.clone();
        let Some(Brought { file }) = brought else {
            return Err(crate::random::lost_key());
        };
        if !said.may_use && file.questionnaire.head.rights.is_none() {
            let what = text("questionnaire-rights-needed");
            return Err(Trouble::input(
                what,
                text("questionnaire-rights-needed-hint"),
            ));
        }
        let instrument = instrument_of(&said.instrument)?;
        let safety = Label::new(&said.safety_item).ok();
        let mut one = named(file.questionnaire, instrument, safety)?;
        one.is_use_confirmed = said.may_use;
        self.keep_one(one)?;
        let open = self.opened()?;
        open.brought = None;
        open.questionnaire_done = Some(text("questionnaire-kept"));
        Ok(())
    }

    /// Keeps one, or puts it back where it was taken out.
    fn keep_one(&mut self, one: Questionnaire) -> Result<bool, Trouble> {
        let open = self.opened()?;
        open.settle()?;
        let is_new = open.store.append_questionnaire(&one)?;
        let is_back = !is_new && open.store.put_back_questionnaire(one.key)?;
        if is_back {
            // What was said of it now holds, and not what was said when it was first brought.
            open.store.name_questionnaire(&one)?;
        }
        open.forget();
        Ok(is_new || is_back)
    }
}

/// Reads a questionnaire as a command does: what it is, and what to say of it. Nothing is kept.
pub(crate) fn examine(
    request: &ImportRequest,
    bytes: &[u8],
    today: LocalDay,
) -> Result<(Questionnaire, ImportReport), Trouble> {
    let read = exchange::read_questionnaire(bytes, "en", today);
    let read = read.map_err(|error| of_file(&request.file, &error))?;
    let candidates = candidates(&read.questionnaire)?;
    let instrument = likely(&candidates);
    let mut lines = vec![title(&read.questionnaire).to_owned()];
    lines.extend(lines_of(&read, instrument));
    if let Some(known) = instrument {
        let args = [("title", known.title.as_str().into())];
        lines.push(text_with("questionnaire-taken-for", &args));
    }
    match &read.questionnaire.head.rights {
        Some(rights) => {
            let args = [("rights", rights.text().into())];
            lines.push(text_with("questionnaire-rights-say", &args));
        }
        None if request.has_confirmed_rights => {}
        None => {
            let what = text("questionnaire-rights-needed");
            let hint = text("questionnaire-rights-needed-command");
            return Err(Trouble::input(what, hint));
        }
    }
    let safety = safety_proposed(&read.questionnaire, instrument);
    let mut one = named(read.questionnaire, instrument, safety)?;
    one.is_use_confirmed = request.has_confirmed_rights;
    lines.push(match one.safety_item() {
        Some(item) => {
            let args = [("item", item.as_str().into())];
            text_with("questionnaire-safety-is", &args)
        }
        None => text("questionnaire-safety-unknown"),
    });
    let report = ImportReport {
        n_read: 1,
        n_new: 1,
        lines,
        ..ImportReport::default()
    };
    Ok((one, report))
}

/// Brings a questionnaire in from a file, as a command does.
pub(crate) fn import(
    app: &mut App,
    request: &ImportRequest,
    bytes: &[u8],
) -> Result<ImportReport, Trouble> {
    let today = app.today_date()?;
    let (one, mut report) = examine(request, bytes, today)?;
    let known = app.known()?.record.questionnaire(one.key).cloned();
    let is_here = known.is_some_and(|known| known.taken_out_at.is_none());
    let is_new = match (is_here, request.is_dry_run) {
        (true, _) => false,
        (false, true) => true,
        (false, false) => app.keep_one(one)?,
    };
    report.n_new = usize::from(is_new);
    report.n_already = usize::from(!is_new);
    Ok(report)
}

fn of_file(file: &Path, error: &QuestionnaireFileError) -> Trouble {
    let what = format!("{}: {error}", file.display());
    Trouble::new(TroubleKind::File, what, error.hint())
}
