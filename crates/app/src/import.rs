//! Bringing a file in: read, show the ledger, keep all of it or nothing.

mod chosen;
mod files;
mod join;
mod other;
mod reading;
mod undo;

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use exchange::{Batch, Format, Ledger, Meaning, Parsed};
use record::{Experiment, Fact, FactKind, ImportFile, LocalDay, PlanLine, Record, Said, Source};
use store::{Beside, Intake, KeptSchedule};

pub(crate) use files::{of_file, open_buffered, read_map, refuse_rejected, unreadable};
use join::Joiner;
use reading::Reading;
pub use undo::ImportedView;

use crate::suspects::{Naming, first_day};
use crate::{App, Clock, Trouble, text};

/// Columns that a person is asked about on a page, at most.
const COLUMNS_ASKED_MAX: usize = 200;
const SUSPECTS_HINT: &str =
    "drop one on the Answers page, or take suspect = true out of the map; nothing was changed";

/// A file to bring in.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// The file.
    pub file: PathBuf,
    /// What its columns mean; needed for a table.
    pub map: Option<PathBuf>,
    /// The same as its text, where it is no file; before that one.
    pub map_text: Option<String>,
    /// `table`, `record` or the word of a program; `None`: told by what is in it.
    pub format: Option<String>,
    /// What the browser calls the file, where it has no name on the disk.
    pub name: Option<String>,
    /// What a diary's words mean, as a file of words; before the map.
    pub words: Option<String>,
    /// Takes the proposed meaning of a diary's words as it is.
    pub is_as_proposed: bool,
    /// The person may use a questionnaire whose file says nothing about rights.
    pub has_confirmed_rights: bool,
    /// Shows the ledger and keeps nothing.
    pub is_dry_run: bool,
}

impl ImportRequest {
    fn shown_name(&self) -> String {
        let own = self.name.clone();
        own.unwrap_or_else(|| files::file_name(&self.file))
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Rows or facts read.
    pub n_read: u64,
    /// Facts that are kept now and were not before.
    pub n_new: usize,
    /// Facts that were here already.
    pub n_already: usize,
    /// Nights left out because another program told them already.
    pub n_joined: usize,
    /// Rows that hold something impossible; the rest of a program's file is kept.
    pub n_rejected: u64,
    /// Occasions among the facts read.
    pub n_occasions: u64,
    /// Dose steps among the facts read.
    pub n_dose_steps: u64,
    /// Further lines: what else was read, what a person may want to know.
    pub lines: Vec<String>,
}

impl App {
    /// Brings a file in, in one step of the disk: all of it, or nothing when it is refused. A dry run
    /// goes the same way and takes everything back at its end.
    ///
    /// # Errors
    /// [`Trouble`] that names file, line and what to do; then nothing was changed.
    pub fn import(&mut self, request: &ImportRequest) -> Result<ImportReport, Trouble> {
        if let Some(bytes) = questionnaire_in(request)? {
            return crate::questionnaires::import(self, request, &bytes);
        }
        let known = self.known_to_files()?;
        let mut reading = Reading::of(request, &known)?;
        let record = Arc::clone(&self.known()?.record);
        let today = self.today_date()?;
        let now = self.clock.now();
        let open = self.opened()?;
        open.settle()?;
        let is_asked = open.store.schedule()?.is_some();
        // Own questions are never written over.
        let takes_questions = crate::report::questions(&open.store)?.is_empty();
        let elsewhere = open.store.imports()?.into_iter().map(|one| one.file.digest);
        let mut file = ImportFile {
            digest: reading.digest(),
            name: request.shown_name(),
            format: reading.format().to_owned(),
            imported_at: now,
        };
        // A record file is held as a whole, and its digest is known only then.
        let held = reading.is_held().then(|| reading.read(&mut |_| Ok(())));
        let held = held.transpose()?;
        if let Some(parsed) = &held {
            file.digest = parsed.ledger.digest;
        }
        let mut taking = Taking {
            intake: open.store.intake(&file)?,
            joiner: Joiner::of(&record),
            elsewhere: elsewhere.collect(),
            file: &file,
            record: &record,
            first_day: None,
        };
        let mut parsed = match held {
            Some(parsed) => parsed,
            None => reading.read(&mut |batch| taking.take(batch))?,
        };
        files::refuse_empty(&request.file, &parsed)?;
        // Facts may name them.
        let questionnaires = std::mem::take(&mut parsed.questionnaires).into_iter();
        parsed.questionnaires = questionnaires
            .map(crate::questionnaires::with_safety)
            .collect::<Result<_, _>>()?;
        taking.intake.questionnaires(&parsed.questionnaires)?;
        taking.take(Batch {
            items: std::mem::take(&mut parsed.items),
            facts: std::mem::take(&mut parsed.facts),
        })?;
        let end = End {
            request,
            parsed: &parsed,
            words: reading.words(),
            today,
            is_asked,
            takes_questions,
        };
        let report = taking.finish(&end)?;
        if !request.is_dry_run {
            open.forget();
            // The file is kept whatever becomes of this: Today does it again.
            let _ = self.tend_prompts();
        }
        Ok(report)
    }
}

/// What a look at a file gave.
pub(crate) enum Looked {
    /// What would become of it.
    Report(ImportReport),
    /// Words that nobody explained yet, with what is proposed.
    Words(Vec<(String, Meaning)>),
    /// A table: nobody said yet what its columns are.
    Table(Box<exchange::TableLook>),
}

impl App {
    /// Looks at a file and keeps nothing; asks back where its words have no meaning yet.
    pub(crate) fn look_into(&mut self, request: &ImportRequest) -> Result<Looked, Trouble> {
        if questionnaire_in(request)?.is_some() {
            return Err(Trouble::input(
                text("data-questionnaire"),
                text("data-questionnaire-hint"),
            ));
        }
        if request.map_text.is_none()
            && files::head(&request.file)? == Format::Table
            && other::which(request)?.is_none()
        {
            let table = exchange::look_at_table(files::open_streamed(&request.file)?)
                .map_err(|error| of_file(&request.file, &error, error.hint()))?;
            if table.columns.len() > COLUMNS_ASKED_MAX {
                return Err(Trouble::input(
                    text("data-table-wide"),
                    text("data-table-wide-hint"),
                ));
            }
            return Ok(Looked::Table(Box::new(table)));
        }
        let known = self.known_to_files()?;
        if let Some(words) = Reading::of(request, &known)?.words_asked()? {
            let each = words.each();
            return Ok(Looked::Words(
                each.map(|(word, meaning)| (word.to_owned(), meaning))
                    .collect(),
            ));
        }
        let dry = ImportRequest {
            is_dry_run: true,
            ..request.clone()
        };
        self.import(&dry).map(Looked::Report)
    }
}

/// A file that is being taken into an open record.
struct Taking<'a> {
    intake: Intake<'a>,
    joiner: Joiner,
    /// Files that are known here already.
    elsewhere: BTreeSet<[u8; 32]>,
    file: &'a ImportFile,
    record: &'a Record,
    /// The first day of the file so far.
    first_day: Option<LocalDay>,
}

/// What is known when a file was read to its end.
struct End<'a> {
    request: &'a ImportRequest,
    parsed: &'a Parsed,
    words: Option<(&'static str, &'a str)>,
    today: LocalDay,
    /// The person chose here already when to be asked.
    is_asked: bool,
    /// No questions to a doctor are kept here yet.
    takes_questions: bool,
}

impl Taking<'_> {
    fn take(&mut self, batch: Batch) -> Result<(), Trouble> {
        let first = first_day(&batch.facts, self.record.profile.day_start);
        self.first_day = self.first_day.into_iter().chain(first).min();
        let facts = batch.facts.into_iter().map(|fact| self.as_of_file(fact));
        let facts = facts.collect();
        let facts = self
            .joiner
            .take_out(facts, |key| Ok(self.intake.has(key)?))?;
        Ok(self.intake.append(&batch.items, &facts)?)
    }

    /// The fact as it is kept here: recorded now, from a file that is known here. A record file names
    /// files that were brought in elsewhere; here it is the file.
    fn as_of_file(&self, mut fact: Fact) -> Fact {
        fact.recorded_at = self.file.imported_at.clone();
        if let Source::Import { file: from, .. } = &mut fact.source
            && !self.elsewhere.contains(from)
        {
            *from = self.file.digest;
        }
        fact
    }

    fn finish(self, end: &End<'_>) -> Result<ImportReport, Trouble> {
        let parsed = end.parsed;
        let mut report = report_of(&parsed.ledger);
        report.n_joined = self.joiner.n_joined;
        let naming = Naming::of(self.record, parsed, (self.first_day, end.today))
            .map_err(|error| of_file(&end.request.file, &error, SUSPECTS_HINT))?;
        report.lines.extend(naming.lines);
        // What was said and chosen elsewhere belongs to a record that holds nothing else.
        let is_empty = self.record.facts().is_empty();
        let chosen = chosen::Chosen::of(self.record, end, naming.profile);
        report.lines.extend(chosen.lines);
        let said: &[Said] = if is_empty { &parsed.said } else { &[] };
        if !said.is_empty() {
            report.lines.push(format!(
                "{} earlier claims of the program, with their days",
                said.len()
            ));
        }
        report.lines.extend(plan_words(&parsed.plan));
        report.lines.extend(experiment_words(&parsed.experiments));
        let n_questionnaires = parsed.questionnaires.len();
        if n_questionnaires > 0 {
            let words = format!("{n_questionnaires} questionnaires with their wording");
            report.lines.push(words);
        }
        if self.intake.n_back() > 0 {
            let line = "this file was undone before; it is back";
            report.lines.push(line.to_owned());
        }
        let questions = parsed.doctor_questions.as_ref();
        let questions = questions.filter(|_| end.takes_questions);
        if questions.is_some() {
            report.lines.push("questions to a doctor".to_owned());
        }
        let mut intake = self.intake;
        if let Some(words) = questions {
            intake.setting(crate::report::QUESTIONS, words)?;
        }
        intake.plan(&parsed.plan)?;
        if let Some(schedule) = chosen.schedule {
            let now = self.file.imported_at.unix_seconds();
            intake.schedule(&KeptSchedule {
                schedule,
                since: now,
                seen_until: now,
            })?;
        }
        if let Some((app, text)) = end.words {
            intake.setting(&other::setting_name(app), text)?;
        }
        intake.beside(Beside {
            profile: chosen.profile.as_ref().unwrap_or(&self.record.profile),
            said,
            experiments: &parsed.experiments,
            questionnaires: &[],
        })?;
        let appended = intake.appended();
        if !end.request.is_dry_run {
            intake.keep()?;
        }
        report.n_new = appended.n_new;
        report.n_already = appended.n_already;
        Ok(report)
    }
}

/// The bytes of a questionnaire; `None` for every other file.
fn questionnaire_in(request: &ImportRequest) -> Result<Option<Vec<u8>>, Trouble> {
    let is_named = match request.format.as_deref() {
        None => false,
        Some("questionnaire") => true,
        Some(_) => return Ok(None),
    };
    let max = u64::try_from(exchange::QUESTIONNAIRE_BYTES_MAX).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    files::open_streamed(&request.file)?
        .take(max + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| files::unreadable(&request.file, &error))?;
    let is_one = is_named || crate::questionnaires::is_questionnaire(&bytes);
    Ok(is_one.then_some(bytes))
}

/// What to say of a safety plan that a file holds; nothing where it holds none.
fn plan_words(plan: &[PlanLine]) -> Option<String> {
    (!plan.is_empty()).then(|| format!("a safety plan of {} lines", plan.len()))
}

/// What to say of experiments that a file holds. One whose seal is broken is kept, and refused when it
/// is read: nothing is lost, and nothing is said from it.
fn experiment_words(experiments: &[Experiment]) -> Vec<String> {
    let mut lines = Vec::new();
    if !experiments.is_empty() {
        lines.push(format!("{} experiments by lot", experiments.len()));
    }
    let edited = experiments.iter().filter(|e| !e.is_as_locked());
    lines.extend(edited.map(|e| {
        format!(
            "the experiment of {} was changed after it was locked: it is kept, and no result is \
             read from it",
            e.terms.begins
        )
    }));
    lines
}

/// Proposes what the columns of a table mean, as a map with questions where a person has to answer.
///
/// # Errors
/// [`Trouble`] when the file is a program's own, which needs no map, or no table.
pub fn propose_map(file: &std::path::Path, clock: &Clock) -> Result<String, Trouble> {
    let request = ImportRequest {
        file: file.to_owned(),
        ..ImportRequest::default()
    };
    if let Some(app) = other::which(&request)? {
        let what = format!("{}: this is a file of {}", file.display(), app.word());
        let hint = "it needs no map: import it as it is";
        return Err(Trouble::input(what, hint));
    }
    let say = |sentence: &str| content::said(sentence).into_owned();
    exchange::propose_map(files::open_streamed(file)?, clock.now().zone(), &say)
        .map_err(|error| of_file(file, &error, error.hint()))
}

/// Writes a proposed map where no file is yet.
///
/// # Errors
/// As [`propose_map`], and when there is a file already or the disk refuses; nothing is written then.
pub fn write_proposed_map(
    file: &std::path::Path,
    map: &std::path::Path,
    clock: &Clock,
) -> Result<(), Trouble> {
    crate::export::write_private(map, propose_map(file, clock)?.as_bytes())
}

/// Reads a file and keeps nothing, as if the record were empty.
///
/// # Errors
/// As [`App::import`].
pub fn examine(request: &ImportRequest, clock: &Clock) -> Result<ImportReport, Trouble> {
    if let Some(bytes) = questionnaire_in(request)? {
        let now = clock.now();
        let today = now.day(record::Profile::new(now.zone().clone()).day_start);
        return Ok(crate::questionnaires::examine(request, &bytes, today)?.1);
    }
    let known = other::Known {
        zone: clock.now().zone().clone(),
        words: Vec::new(),
    };
    let mut reading = Reading::of(request, &known)?;
    let mut joiner = Joiner::default();
    let mut n_new = 0;
    let mut count = |facts: Vec<Fact>| -> Result<(), Trouble> {
        n_new += joiner.take_out(facts, |_| Ok(false))?.len();
        Ok(())
    };
    let mut parsed = reading.read(&mut |batch| count(batch.facts))?;
    files::refuse_empty(&request.file, &parsed)?;
    // Every reader gives each fact a key of its own; a record file is written by others too.
    let facts = std::mem::take(&mut parsed.facts);
    let n_facts = facts.len();
    let mut keys = BTreeSet::new();
    let facts: Vec<Fact> = (facts.into_iter())
        .filter(|fact| keys.insert(*fact.key.as_bytes()))
        .collect();
    let n_already = n_facts - facts.len();
    count(facts)?;
    let mut report = report_of(&parsed.ledger);
    let named = parsed.suspects.iter().map(|id| format!("suspect: {id}"));
    report.lines.extend(named);
    report.lines.extend(chosen::words(&parsed));
    report.lines.extend(plan_words(&parsed.plan));
    report.n_new = n_new;
    report.n_already = n_already;
    report.n_joined = joiner.n_joined;
    Ok(report)
}

fn report_of(ledger: &Ledger) -> ImportReport {
    let count = |kind: FactKind| ledger.counts.get(&kind).copied().unwrap_or(0);
    let mut lines: Vec<String> = ledger.warnings.iter().map(ToString::to_string).collect();
    if ledger.n_rows_blank > 0 {
        lines.push(format!(
            "{} rows hold nothing and were left out",
            ledger.n_rows_blank
        ));
    }
    if !ledger.columns_left_out.is_empty() {
        lines.push(format!(
            "empty columns left out: {}",
            ledger.columns_left_out.join(", ")
        ));
    }
    lines.extend(other::ledger_lines(ledger));
    ImportReport {
        n_read: ledger.n_rows,
        n_rejected: ledger.n_rows_rejected,
        n_occasions: count(FactKind::Occasion),
        n_dose_steps: count(FactKind::MedicationStatement),
        lines,
        ..ImportReport::default()
    }
}
