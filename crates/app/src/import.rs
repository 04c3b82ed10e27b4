//! Bringing a file in: read, show the ledger, keep all of it or nothing.

mod other;
mod undo;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use exchange::{Format, Ledger, Map, Parsed};
use record::{Experiment, Fact, FactKind, ImportFile, PlanLine, Said, Source};
use store::Store;

pub use undo::ImportedView;

use crate::suspects::Naming;
use crate::{App, Clock, Trouble, TroubleKind};

/// Largest file that is read, in bytes: two gibibytes.
const FILE_BYTES_MAX: u64 = 2 << 30;
/// Rejected cells that are listed one by one.
const REJECTED_SHOWN: usize = 20;

const SUSPECTS_HINT: &str =
    "drop one on the Answers page, or take suspect = true out of the map; nothing was changed";

/// A file to bring in.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// The file.
    pub file: PathBuf,
    /// What its columns mean; needed for a table.
    pub map: Option<PathBuf>,
    /// `table`, `record` or the word of a program; `None`: told by what is in it.
    pub format: Option<String>,
    /// Takes the proposed meaning of a diary's words as it is.
    pub is_as_proposed: bool,
    /// Shows the ledger and keeps nothing.
    pub is_dry_run: bool,
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
    /// Brings a file in: all of it, or nothing when anything in it is rejected.
    ///
    /// # Errors
    /// [`Trouble`] that names file, line and what to do; then nothing was changed.
    pub fn import(&mut self, request: &ImportRequest) -> Result<ImportReport, Trouble> {
        let known = self.known_to_files()?;
        let Taken {
            mut parsed,
            format,
            words,
        } = take(request, &known)?;
        refuse_empty(&request.file, &parsed)?;
        let mut report = report_of(&parsed.ledger);
        report.n_joined = other::join(&self.known()?.record, &mut parsed);
        let today = self.today_date()?;
        let naming = Naming::of(&self.known()?.record, &parsed, today)
            .map_err(|error| of_file(&request.file, &error, SUSPECTS_HINT))?;
        report.lines.extend(naming.lines);
        let is_empty = self.known()?.record.facts().is_empty();
        if is_empty && !parsed.said.is_empty() {
            let n = parsed.said.len();
            report.lines.push(format!(
                "{n} earlier claims of the program, with their days"
            ));
        }
        report.lines.extend(plan_words(&parsed.plan));
        report.lines.extend(experiment_words(&parsed.experiments));
        let n_questionnaires = parsed.questionnaires.len();
        if n_questionnaires > 0 {
            let words = format!("{n_questionnaires} questionnaires with their wording");
            report.lines.push(words);
        }
        let file = ImportFile {
            digest: parsed.ledger.digest,
            name: file_name(&request.file),
            format: format.to_owned(),
            imported_at: self.clock.now(),
        };
        let open = self.opened()?;
        if request.is_dry_run {
            report.n_new = n_new(&open.store, &parsed.facts)?;
            report.n_already = parsed.facts.len() - report.n_new;
            return Ok(report);
        }
        let facts = as_of_file(&open.store, parsed.facts, &file)?;
        open.settle()?;
        let store = &mut open.store;
        // What was undone as a whole is brought in anew, as if it had never been here.
        if store.purge_undone_import(&file.digest)? > 0 {
            report
                .lines
                .push("this file was undone before; it is back".to_owned());
        }
        // First, because a full plan refuses the file. Lines that are here already stay as they are.
        store.append_plan(&parsed.plan)?;
        // What was said elsewhere belongs to a record that holds nothing else.
        let said: &[Said] = if is_empty { &parsed.said } else { &[] };
        let profile = match naming.profile {
            Some(profile) => profile,
            None => store.profile()?,
        };
        let whole = store::Beside {
            profile: &profile,
            said,
            experiments: &parsed.experiments,
            questionnaires: &parsed.questionnaires,
        };
        let appended = store.append_whole(&facts, &parsed.items, Some(&file), whole)?;
        if let Some((app, text)) = words {
            store.set_setting(&other::setting_name(app), Some(&text))?;
        }
        open.forget();
        report.n_new = appended.n_new;
        report.n_already = appended.n_already;
        Ok(report)
    }
}

fn n_new(store: &Store, facts: &[Fact]) -> Result<usize, Trouble> {
    let mut n_new = 0;
    for fact in facts {
        n_new += usize::from(store.fact(fact.key)?.is_none());
    }
    Ok(n_new)
}

/// The facts as they are kept here: recorded now, from a file that is known here. A record file
/// names files that were brought in elsewhere; here it is the file.
fn as_of_file(
    store: &Store,
    mut facts: Vec<Fact>,
    file: &ImportFile,
) -> Result<Vec<Fact>, Trouble> {
    let known = store.imports()?.into_iter().map(|one| one.file.digest);
    let known: BTreeSet<_> = known.collect();
    for fact in &mut facts {
        fact.recorded_at = file.imported_at.clone();
        if let Source::Import { file: from, .. } = &mut fact.source
            && !known.contains(from)
        {
            *from = file.digest;
        }
    }
    Ok(facts)
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

/// Reads a file and keeps nothing, as if the record were empty.
///
/// # Errors
/// As [`App::import`].
pub fn examine(request: &ImportRequest, clock: &Clock) -> Result<ImportReport, Trouble> {
    let known = other::Known {
        zone: clock.now().zone().clone(),
        words: Vec::new(),
    };
    let parsed = take(request, &known)?.parsed;
    refuse_empty(&request.file, &parsed)?;
    let keys: BTreeSet<_> = parsed
        .facts
        .iter()
        .map(|fact| *fact.key.as_bytes())
        .collect();
    let mut report = report_of(&parsed.ledger);
    let named = parsed.suspects.iter().map(|id| format!("suspect: {id}"));
    report.lines.extend(named);
    report.lines.extend(plan_words(&parsed.plan));
    report.n_new = keys.len();
    report.n_already = parsed.facts.len() - keys.len();
    Ok(report)
}

/// What a file gave.
struct Taken {
    parsed: Parsed,
    format: &'static str,
    /// The program whose words were explained, and their meaning.
    words: Option<(&'static str, String)>,
}

/// Reads a file of any kind. A table or record file in which anything is wrong is refused; of a
/// program's file the rest is taken, because the person cannot mend what the program wrote.
fn take(request: &ImportRequest, known: &other::Known) -> Result<Taken, Trouble> {
    if let Some(app) = other::which(request)? {
        let file = other::read(request, app, known)?;
        return Ok(Taken {
            parsed: file.parsed,
            format: file.app.word(),
            words: app.words_of().zip(file.words),
        });
    }
    let parsed = parse(
        &request.file,
        request.map.as_deref(),
        request.format.as_deref(),
    )?;
    refuse_rejected(&request.file, &parsed.ledger)?;
    refuse_our_names(&request.file, &parsed)?;
    let format = if parsed.profile.is_some() {
        "record"
    } else {
        "table"
    };
    Ok(Taken {
        parsed,
        format,
        words: None,
    })
}

/// Reads a file as a table or as a record file.
pub(crate) fn parse(
    file: &Path,
    map: Option<&Path>,
    format: Option<&str>,
) -> Result<Parsed, Trouble> {
    let is_record = match format {
        Some("record") => true,
        Some("table") => false,
        Some("fhir") => return parse_fhir(file),
        Some(other) => {
            let what = format!("files are not read as '{other}' yet");
            return Err(Trouble::input(
                what,
                "give --as table, --as record or --as fhir",
            ));
        }
        None => match head(file)? {
            Format::Fhir => return parse_fhir(file),
            kind => kind == Format::Record,
        },
    };
    if is_record {
        return exchange::read_record(&bytes_of(file)?)
            .map_err(|error| of_file(file, &error, "nothing was changed"));
    }
    let map = read_map(file, map)?;
    exchange::parse_table(BufReader::new(open(file)?), &map)
        .map_err(|error| of_file(file, &error, error.hint()))
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    open(file)?
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(file, &error))?;
    Ok(bytes)
}

/// Days of another program's bundle are days on this computer's clock.
fn parse_fhir(file: &Path) -> Result<Parsed, Trouble> {
    let zone = crate::Clock::of_computer().zone().clone();
    exchange::read_bundle(&bytes_of(file)?, &zone)
        .map_err(|error| of_file(file, &error, error.hint()))
}

/// Reads the map that a table needs.
pub(crate) fn read_map(file: &Path, map: Option<&Path>) -> Result<Map, Trouble> {
    let Some(path) = map else {
        let kind = head(file)?;
        let what = match kind {
            Format::Table => format!(
                "{} is a table, and nobody said what its columns mean",
                name(file)
            ),
            other => format!("{} is {}, which is not read here", name(file), other.name()),
        };
        return Err(Trouble::new(
            TroubleKind::File,
            what,
            "give --map with a MAP.toml for a table",
        ));
    };
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Map::parse(&text).map_err(|error| of_file(path, &error, error.hint()))
}

/// Refuses a file that gave nothing to keep, and says what stood in it instead.
fn refuse_empty(file: &Path, parsed: &Parsed) -> Result<(), Trouble> {
    if !parsed.is_empty() {
        return Ok(());
    }
    let ledger = &parsed.ledger;
    let rejected = ledger.rejected.iter().take(REJECTED_SHOWN);
    let mut hint: Vec<String> = rejected.map(ToString::to_string).collect();
    let unknown = ledger.unknown.iter().take(REJECTED_SHOWN);
    hint.extend(unknown.map(|(kind, n)| format!("not read: {n} of \"{kind}\"")));
    hint.push("nothing was changed: choose another file of the export".to_owned());
    let what = format!("{}: nothing in it can be kept here", name(file));
    Err(Trouble::new(TroubleKind::File, what, hint.join("\n")))
}

/// Refuses the whole file when any cell of it was rejected.
pub(crate) fn refuse_rejected(file: &Path, ledger: &Ledger) -> Result<(), Trouble> {
    let Some(first) = ledger.rejected.first() else {
        return Ok(());
    };
    let more = ledger.rejected.iter().skip(1).take(REJECTED_SHOWN - 1);
    let mut hint: Vec<String> = more.map(|rejection| format!("also {rejection}")).collect();
    let n_more = ledger
        .n_rejected
        .saturating_sub(u64::try_from(hint.len() + 1).unwrap_or(0));
    if n_more > 0 {
        hint.push(format!("and {n_more} more"));
    }
    hint.push("nothing was changed: a file is taken whole or not at all".to_owned());
    let what = format!("{}, {first}", name(file));
    Err(Trouble::new(TroubleKind::File, what, hint.join("\n")))
}

/// Refuses a column that has the name of an item of our own check-in and means something else: the
/// next check-in could not be kept beside it.
fn refuse_our_names(file: &Path, parsed: &Parsed) -> Result<(), Trouble> {
    let ours = crate::check_in::set()?.record_items();
    let clash = parsed
        .items
        .iter()
        .find(|item| ours.iter().any(|o| o.id == item.id && o != *item));
    let Some(item) = clash else { return Ok(()) };
    let what = format!(
        "{}, column \"{}\": the check-in has an item of this name with another scale or role",
        name(file),
        item.id
    );
    let hint = format!(
        "give it a name of its own in the map: id = \"table_{}\"",
        item.id
    );
    Err(Trouble::new(TroubleKind::File, what, hint))
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

/// Opens a file after a look at what it is and how large.
fn open(file: &Path) -> Result<File, Trouble> {
    let opened = File::open(file).map_err(|error| unreadable(file, &error))?;
    let about = opened
        .metadata()
        .map_err(|error| unreadable(file, &error))?;
    if !about.is_file() {
        let what = format!("{} is not a file", name(file));
        return Err(Trouble::new(
            TroubleKind::File,
            what,
            "give the path of a file",
        ));
    }
    if about.len() > FILE_BYTES_MAX {
        let what = format!("{} is larger than two gibibytes", name(file));
        return Err(Trouble::new(
            TroubleKind::File,
            what,
            "split it, and import the parts",
        ));
    }
    Ok(opened)
}

pub(crate) fn open_buffered(file: &Path) -> Result<BufReader<File>, Trouble> {
    Ok(BufReader::new(open(file)?))
}

fn head(file: &Path) -> Result<Format, Trouble> {
    let mut bytes = Vec::new();
    open(file)?
        .take(4096)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(file, &error))?;
    Ok(exchange::detect(&bytes))
}

pub(crate) fn unreadable(file: &Path, error: &std::io::Error) -> Trouble {
    let what = format!("{} cannot be read: {error}", name(file));
    Trouble::new(
        TroubleKind::File,
        what,
        "look at its path and its permissions",
    )
}

pub(crate) fn of_file(file: &Path, error: &impl ToString, hint: &str) -> Trouble {
    let what = format!("{}: {}", name(file), error.to_string());
    Trouble::new(TroubleKind::File, what, hint)
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn file_name(file: &Path) -> String {
    file.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
