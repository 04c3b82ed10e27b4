//! The calls that the command line takes. Refuses to act on them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// See what numbness does over time. Everything stays on this computer.
#[derive(Debug, Parser)]
#[command(name = "thawline", version)]
pub struct Call {
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do; without a command, the pages are opened.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub struct Common {
    /// Folder of the record
    #[arg(long, global = true, env = "THAWLINE_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// File whose first line is the passphrase
    #[arg(
        long,
        global = true,
        env = "THAWLINE_PASSPHRASE_FILE",
        value_name = "FILE"
    )]
    pub passphrase_file: Option<PathBuf>,
    /// Date to take for today, for runs that can be repeated
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<String>,
    /// Language of words: en, de, es; without it, the one of the record, else of this computer
    #[arg(long, global = true, env = "THAWLINE_LANGUAGE", value_name = "TAG")]
    pub language: Option<String>,
    /// Seed of whatever is drawn
    #[arg(long, global = true, value_name = "N")]
    pub seed: Option<u64>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages on this computer and open the browser
    Serve(Serve),
    /// Show a simulated person, marked EXAMPLE, in a throw-away place
    Demo(Serve),
    /// Write a check-in
    Log(Log),
    /// Bring files in, whole or not at all
    Import(Import),
    /// Forget days, or everything, for good
    Forget(Forget),
    /// Say what the record can answer
    Answers(Answers),
    /// Search your notes for words, which are asked for or read from standard input
    Search,
    /// Show the scores of questionnaires that were filled in
    Scores(Scores),
    /// Answer from a plain table; no record is kept
    Analyse(Analyse),
    /// Prove how often the answers are wrong, on simulated people
    Calibrate(Calibrate),
    /// Make the page for a doctor, as a PDF
    Report(Report),
    /// Write the record for another program
    Export(Export),
    /// Try a strategy on days drawn by lot
    #[command(subcommand)]
    Experiment(Experiment),
    /// Make a back-up: one encrypted file that the public age tool opens too
    Backup(Backup),
    /// Bring a back-up back
    Restore(Restore),
    /// Bring back what can still be read of a damaged record, into a new folder
    Salvage(Salvage),
    /// Show the recovery sheet, which opens back-ups and the record
    Sheet(Sheet),
    /// Put another passphrase on the record
    Passphrase(Passphrase),
    /// Show a reminder when one is due; the record may stay locked
    Remind(Remind),
    /// Look the record and its place over
    Doctor(Doctor),
    /// Show whom to call, without a passphrase and without a record
    HelpNow(HelpNow),
    /// Take away what was put outside of the record's folder, and keep or erase the record
    Uninstall(Uninstall),
    /// Print what completes these calls in a shell
    Completions(Completions),
    /// Write the manual pages of these calls into a folder
    #[command(hide = true)]
    ManualPages(ManualPages),
}

/// Experiments.
#[derive(Debug, Subcommand)]
pub enum Experiment {
    /// Lock one; without --weeks, show what each length could find, and lock nothing
    New(NewExperiment),
    /// List all, the oldest first
    List(WhichExperiment),
    /// Show the result of one that is over, or of all
    Result(WhichExperiment),
    /// Stop one; what was written stays
    Stop(StopExperiment),
}

/// One to lock.
#[derive(Debug, Args)]
pub struct NewExperiment {
    /// The strategy, such as walk
    #[arg(value_name = "STRATEGY")]
    pub strategy: String,
    /// What to look at: check_in (how numb), world_apart, tension
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// How long: 4, 6 or 10; of what stays once it has begun: 8, 12 or 16
    #[arg(long, value_name = "N")]
    pub weeks: Option<u32>,
    /// What else begins in the same plan, of what stays once it has begun
    #[arg(long, value_name = "STRATEGY")]
    pub with: Vec<String>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Which ones to show.
#[derive(Debug, Args)]
pub struct WhichExperiment {
    /// Its number in the list; all without it
    #[arg(value_name = "NUMBER")]
    pub number: Option<usize>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Which one to stop.
#[derive(Debug, Args)]
pub struct StopExperiment {
    /// Its number in the list
    #[arg(value_name = "NUMBER")]
    pub number: usize,
}

/// How to serve.
#[derive(Debug, Args, Default)]
pub struct Serve {
    /// Port on this computer; 0 lets it choose
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub port: u16,
    /// Print the link and do not open a browser
    #[arg(long)]
    pub no_open: bool,
}

/// A check-in.
#[derive(Debug, Args)]
pub struct Log {
    /// How much you can feel right now: 0 nothing at all, 100 a great deal
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    pub value: Option<f64>,
    /// A further item and its number
    #[arg(long = "item", value_name = "ID=VALUE")]
    pub items: Vec<String>,
    /// A note, read from standard input when it is '-'
    #[arg(long, value_name = "-", allow_hyphen_values = true)]
    pub note: Option<String>,
}

/// Files to bring in.
#[derive(Debug, Args)]
pub struct Import {
    /// The files
    #[arg(required_unless_present_any = ["list", "undo"], value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Read as this: table, record, fhir, daylio, apple-health and others; told by the content without it
    #[arg(long = "as", value_name = "FORMAT")]
    pub format: Option<String>,
    /// What the columns of a table mean, or the words of a diary
    #[arg(long, value_name = "MAP.toml")]
    pub map: Option<PathBuf>,
    /// Take the proposed meaning of a diary's words as it is
    #[arg(long)]
    pub as_proposed: bool,
    /// You may use a questionnaire whose file says nothing about rights
    #[arg(long)]
    pub rights_confirmed: bool,
    /// Propose what the columns of a table mean: print a map, or write it where --map says
    #[arg(long, conflicts_with_all = ["list", "undo", "dry_run", "as_proposed"])]
    pub propose: bool,
    /// Show the files that were brought in
    #[arg(long, conflicts_with_all = ["files", "undo"])]
    pub list: bool,
    /// Take back all that a file brought, by its name in the list
    #[arg(long, value_name = "NAME", conflicts_with = "files")]
    pub undo: Option<String>,
    /// Show what would be taken, and take nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What to answer.
#[derive(Debug, Args)]
pub struct Answers {
    /// Only this question: now, course, triggers, flickers, medication_change,
    /// strategy_effect, pattern_change, being_asked
    #[arg(long, value_name = "Q", conflicts_with = "claims")]
    pub question: Option<String>,
    /// What another program claims (correlations of Exist), beside what holds of it; nothing is kept
    #[arg(long, value_name = "FILE")]
    pub claims: Option<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Scores of questionnaires.
#[derive(Debug, Args)]
pub struct Scores {
    /// Print one JSON document: every filling, with its rule and version
    #[arg(long)]
    pub json: bool,
}

/// A table to answer from.
#[derive(Debug, Args)]
pub struct Analyse {
    /// The table
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// What its columns mean
    #[arg(long, value_name = "MAP.toml")]
    pub map: PathBuf,
    /// The column that tells people apart
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    /// Print JSON, one line a person
    #[arg(long)]
    pub json: bool,
}

/// A record for another program.
#[derive(Debug, Args)]
pub struct Export {
    /// Format: fhir, fhir-document (the page for a doctor), json, csv, openesm, openmhealth
    #[arg(long = "as", value_name = "FORMAT")]
    pub format: String,
    /// Where to put it; nothing is overwritten
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// With everything private, to read it back whole: fhir with answers about safety, json also with
    /// the safety plan
    #[arg(long)]
    pub whole: bool,
    /// First day of a document; without it, a year back or the start of the record
    #[arg(long, value_name = "D")]
    pub from: Option<String>,
    /// Last day of a document; without it, the last one written on
    #[arg(long, value_name = "D")]
    pub to: Option<String>,
    /// Only these parts of a document, as those of a report
    #[arg(long = "part", value_name = "NAME")]
    pub parts: Vec<String>,
}

impl Export {
    /// Whether days or parts were chosen.
    pub const fn has_choice(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.parts.is_empty()
    }
}

/// A page for a doctor.
#[derive(Debug, Args)]
pub struct Report {
    /// First day; without it, a year back or the start of the record
    #[arg(long, value_name = "D")]
    pub from: Option<String>,
    /// Last day; without it, the last one written on
    #[arg(long, value_name = "D")]
    pub to: Option<String>,
    /// Where to put the PDF; nothing is overwritten
    #[arg(long, value_name = "FILE.pdf")]
    pub out: PathBuf,
    /// Paper: a4 or letter
    #[arg(long, default_value = "a4", value_name = "SIZE")]
    pub paper: String,
    /// Only these parts: course, severity, features, reality, medicines, tried, before, signs,
    /// substances, events, sensitive, named, scores, questions, methods; which events, is chosen on the pages
    #[arg(long = "part", value_name = "NAME")]
    pub parts: Vec<String>,
}

/// How to prove.
#[derive(Debug, Args)]
pub struct Calibrate {
    /// On copies of this record with the effect taken out
    #[arg(long)]
    pub twin: bool,
    /// Simulated people in each setting
    #[arg(long, default_value_t = 200, value_name = "N")]
    pub records: u32,
    /// Days of each record
    #[arg(long, value_name = "N")]
    pub days: Option<u32>,
    /// Share of check-ins that are missing, 0-0.9
    #[arg(long, value_name = "P")]
    pub missing: Option<f64>,
    /// Correlation from one day to the next, 0-0.95
    #[arg(long, value_name = "R")]
    pub dependence: Option<f64>,
    /// Candidates that are looked at, 0-200; without it 5, 12 and 40
    #[arg(long, value_name = "K")]
    pub candidates: Option<u32>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Reminders.
#[derive(Debug, Args, Default)]
pub struct Remind {
    /// Wait up to ten minutes for a press, and open the pages then
    #[arg(long, conflicts_with_all = ["install", "uninstall", "ics"])]
    pub wait: bool,
    /// Let systemd look every five minutes
    #[arg(long, conflicts_with_all = ["uninstall", "ics"])]
    pub install: bool,
    /// Take that away again
    #[arg(long, conflicts_with = "ics")]
    pub uninstall: bool,
    /// Write the next two weeks as a calendar file for a phone; nothing is overwritten
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

/// What becomes of the record when the program goes.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Uninstall {
    /// Leave the record and its back-ups where they are
    #[arg(long)]
    pub keep_data: bool,
    /// Erase the record, its key and the back-ups that the program made, for good
    #[arg(long)]
    pub erase: bool,
}

/// Which shell.
#[derive(Debug, Args)]
pub struct Completions {
    /// bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// Where the manual pages go.
#[derive(Debug, Args)]
pub struct ManualPages {
    /// A folder that is there
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Whom to call.
#[derive(Debug, Args)]
pub struct HelpNow {
    /// Country, by its name or two letters; without it, emergency numbers of all
    #[arg(value_name = "COUNTRY", num_args = 0..)]
    pub country: Vec<String>,
    /// Show lines for children and young people first
    #[arg(long)]
    pub young: bool,
}

/// What to forget.
#[derive(Debug, Args)]
pub struct Forget {
    /// First day
    #[arg(
        long,
        value_name = "DATE",
        required_unless_present = "everything",
        requires = "to"
    )]
    pub from: Option<String>,
    /// Last day, counted too
    #[arg(long, value_name = "DATE", requires = "from")]
    pub to: Option<String>,
    /// The whole record, its key and every copy beside it
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub everything: bool,
}

/// A back-up to make.
#[derive(Debug, Args)]
pub struct Backup {
    /// The new file; nothing is overwritten
    #[arg(value_name = "FILE", conflicts_with_all = ["out", "to"])]
    pub file: Option<PathBuf>,
    /// The new file; nothing is overwritten
    #[arg(long, value_name = "FILE", conflicts_with = "to")]
    pub out: Option<PathBuf>,
    /// A folder: the file gets a name with the date
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
    /// From now on by itself, in that folder: day, week, month; never stops it
    #[arg(long, value_name = "HOW OFTEN", conflicts_with_all = ["file", "out"])]
    pub every: Option<String>,
    /// How many of those stay
    #[arg(long, value_name = "N", requires = "every")]
    pub keep: Option<usize>,
}

/// A back-up to bring back.
#[derive(Debug, Args)]
pub struct Restore {
    /// The back-up
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// File with the key from the recovery sheet; - asks for it
    #[arg(long, value_name = "FILE")]
    pub sheet_file: Option<PathBuf>,
    /// File whose first line is the passphrase from now on
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
    /// Keep the record that is there aside
    #[arg(long)]
    pub replace: bool,
}

/// A damaged record to read.
#[derive(Debug, Args)]
pub struct Salvage {
    /// The new folder; the damaged record is never changed
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// A back-up, for what can not be read
    #[arg(long, value_name = "FILE")]
    pub backup: Option<PathBuf>,
    /// File with the key from the recovery sheet, when the back-up does not open otherwise; - asks for it
    #[arg(long, value_name = "FILE")]
    pub sheet_file: Option<PathBuf>,
}

/// The recovery sheet.
#[derive(Debug, Args)]
pub struct Sheet {
    /// Make a new key; the old sheet opens only back-ups made before
    #[arg(long, conflicts_with = "confirm_file")]
    pub new: bool,
    /// Say that the sheet is right, by the key typed back from it into a file
    #[arg(long, value_name = "FILE")]
    pub confirm_file: Option<PathBuf>,
}

/// Another passphrase.
#[derive(Debug, Args)]
pub struct Passphrase {
    /// File whose first line is the new passphrase
    #[arg(long, value_name = "FILE", conflicts_with = "none")]
    pub new_file: Option<PathBuf>,
    /// File with the key from the recovery sheet, when the old passphrase is lost; - asks for it
    #[arg(long, value_name = "FILE", conflicts_with = "none")]
    pub sheet_file: Option<PathBuf>,
    /// No passphrase: this computer opens the record
    #[arg(long)]
    pub none: bool,
}

/// How to look.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Restore the newest back-up into a scratch file and compare every cell
    #[arg(long)]
    pub prove_restore: bool,
}
