//! What was brought in and what can be taken out, for the page. Refuses to keep a file that the
//! person has not looked at.

mod table;

use exchange::{Meaning, Words};

use table::HeldTable;
pub use table::{ColumnView, TableView};

use crate::import::Looked;
use crate::texts::{text, text_with};
use crate::{App, ExportFormat, ImportReport, ImportRequest, ImportedView, Incoming, Trouble};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataView {
    /// This is the made-up person.
    pub is_example: bool,
    /// What was just done.
    pub done: Option<String>,
    /// A file that was looked at and is not kept.
    pub held: Option<HeldView>,
    /// Files that were brought in, the last first.
    pub brought: Vec<BroughtFileView>,
}

/// A file that is not kept yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeldView {
    /// Its name in a sentence.
    pub name: String,
    /// What would become of it.
    pub lines: Vec<String>,
    /// What else stands in it.
    pub more: Vec<String>,
    /// Words that nobody explained yet; then the lines are empty.
    pub words: Vec<WordView>,
    /// Columns of a table; the lines are empty until all is said that has to be.
    pub table: Option<TableView>,
}

/// A word of a diary, with what is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordView {
    /// The word.
    pub word: String,
    /// `1` worst to `5` best, or empty.
    pub level: String,
    /// `yes`, `no` or empty.
    pub numb: &'static str,
}

/// A file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtFileView {
    /// Its name.
    pub name: String,
    /// When, and how much of it is here.
    pub line: String,
    /// Tells it from others.
    pub digest: String,
    /// Something of it is in the record.
    pub can_undo: bool,
}

/// A file that was looked at, with what its words mean.
pub(crate) struct Held {
    file: Incoming,
    /// What the person said of its words, as a file of words.
    words: Option<String>,
    /// What the person says of its columns, where it is a table.
    table: Option<HeldTable>,
    seen: Seen,
}

/// What a look at a file gave, and what is still asked.
enum Seen {
    Report(ImportReport),
    Words(Vec<(String, Meaning)>),
    /// What the columns of a table are.
    Columns,
}

/// The file as one to import.
fn request(file: &Incoming) -> ImportRequest {
    ImportRequest {
        file: file.path(),
        name: Some(file.name().to_owned()),
        ..ImportRequest::default()
    }
}

/// A trouble that names the file as the browser does; on the disk it has no name.
fn of_name(trouble: Trouble, file: &Incoming) -> Trouble {
    let path = file.path().display().to_string();
    let name = format!("\u{201c}{}\u{201d}", file.name());
    Trouble::new(
        trouble.kind,
        trouble.what.replace(&path, &name),
        trouble.hint.replace(&path, &name),
    )
}

impl Held {
    /// The file with everything that was said of it.
    fn request(&self) -> ImportRequest {
        ImportRequest {
            words: self.words.clone(),
            map_text: self.table.as_ref().and_then(HeldTable::map),
            ..request(&self.file)
        }
    }

    fn view(&self) -> HeldView {
        let name = text_with("data-held-name", &[("name", self.file.name().into())]);
        let table = self.table.as_ref().map(HeldTable::view);
        let view = HeldView {
            name,
            table,
            ..HeldView::default()
        };
        match &self.seen {
            Seen::Report(report) => HeldView {
                lines: lines(report),
                more: report
                    .lines
                    .iter()
                    .map(|line| content::said(line).into_owned())
                    .collect(),
                ..view
            },
            Seen::Words(words) => HeldView {
                words: words.iter().map(word).collect(),
                ..view
            },
            Seen::Columns => view,
        }
    }
}

fn word((word, meaning): &(String, Meaning)) -> WordView {
    WordView {
        word: word.clone(),
        level: meaning.level.map_or_else(String::new, |n| n.to_string()),
        numb: match meaning.numb {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        },
    }
}

fn lines(report: &ImportReport) -> Vec<String> {
    let count = |id, n: u64| text_with(id, &[("n", n.into())]);
    let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut lines = vec![
        count("data-line-read", report.n_read),
        count("data-line-new", wide(report.n_new)),
    ];
    let more = [
        ("data-line-here", wide(report.n_already)),
        ("data-line-joined", wide(report.n_joined)),
        ("data-line-rejected", report.n_rejected),
    ];
    let more = more.into_iter().filter(|(_, n)| *n > 0);
    lines.extend(more.map(|(id, n)| count(id, n)));
    lines
}

fn brought(one: ImportedView) -> BroughtFileView {
    let n = u64::try_from(one.n_facts).unwrap_or(u64::MAX);
    BroughtFileView {
        line: text_with(
            "data-brought-one",
            &[("at", one.at.as_str().into()), ("n", n.into())],
        ),
        name: one.name,
        digest: one.digest,
        can_undo: one.n_facts > 0,
    }
}

impl App {
    /// The page.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn data(&mut self) -> Result<DataView, Trouble> {
        let brought = self.imports()?.into_iter().rev().map(brought).collect();
        let is_example = self.is_example;
        let open = self.opened()?;
        Ok(DataView {
            is_example,
            done: open.data_done.take(),
            held: open.held.as_ref().map(Held::view),
            brought,
        })
    }

    /// Looks what is in a file and keeps nothing. A file that was looked at before is left.
    ///
    /// # Errors
    /// [`Trouble`] when nothing in the file can be kept.
    pub fn look_at(&mut self, file: Incoming) -> Result<(), Trouble> {
        self.opened()?.held = None;
        let looked = self.look_into(&request(&file));
        let (mut table, words) = (None, None);
        let seen = match looked.map_err(|trouble| of_name(trouble, &file))? {
            Looked::Report(report) => Seen::Report(report),
            Looked::Words(words) => Seen::Words(words),
            Looked::Table(look) => {
                let zone = self.known()?.record.profile.zone.clone();
                table = Some(HeldTable::new(*look, &zone));
                Seen::Columns
            }
        };
        self.opened()?.held = Some(Held {
            file,
            words,
            table,
            seen,
        });
        Ok(())
    }

    /// Says what the words of the file mean, by their place: a level as `1` to `5` or nothing, and
    /// numb as `yes`, `no` or nothing.
    ///
    /// # Errors
    /// [`Trouble`] when no file waits for it.
    pub fn explain_words(
        &mut self,
        said: &dyn Fn(usize) -> (String, String),
    ) -> Result<(), Trouble> {
        let Some(held) = self.opened()?.held.take() else {
            return Err(nothing_held());
        };
        let Seen::Words(asked) = &held.seen else {
            self.opened()?.held = Some(held);
            return Ok(());
        };
        let meanings = asked.iter().enumerate().map(|(idx, (word, _))| {
            let (level, numb) = said(idx);
            let level = level.parse().ok().filter(|n| (1..=5).contains(n));
            let numb = match numb.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            (word.clone(), Meaning { level, numb })
        });
        let words = Words::of(meanings.collect()).to_toml();
        let explained = ImportRequest {
            words: Some(words.clone()),
            ..request(&held.file)
        };
        let looked = self.look_into(&explained);
        let (held, said) = match looked.map_err(|trouble| of_name(trouble, &held.file)) {
            Ok(Looked::Report(report)) => (
                Held {
                    words: Some(words),
                    seen: Seen::Report(report),
                    ..held
                },
                Ok(()),
            ),
            // Some still have no meaning.
            Ok(_) => (held, Ok(())),
            // What was chosen and explained stays.
            Err(trouble) => (held, Err(trouble)),
        };
        self.opened()?.held = Some(held);
        said
    }

    /// Says what the columns of the table are, by the names of the fields on the page. What was chosen
    /// stays chosen, also where something is still to be said.
    ///
    /// # Errors
    /// [`Trouble`] when no table waits for it, when something is missing, or when a row is not as it
    /// was said: nothing is kept before the person has seen what would become of it.
    pub fn explain_columns(&mut self, said: &dyn Fn(&str) -> String) -> Result<(), Trouble> {
        let Some(mut held) = self.opened()?.held.take() else {
            return Err(nothing_held());
        };
        let explained = self.look_as_said(&mut held, said);
        self.opened()?.held = Some(held);
        explained
    }

    fn look_as_said(
        &mut self,
        held: &mut Held,
        said: &dyn Fn(&str) -> String,
    ) -> Result<(), Trouble> {
        let Some(table) = &mut held.table else {
            return Ok(());
        };
        held.seen = Seen::Columns;
        let map = table.choose(said)?;
        let explained = ImportRequest {
            map_text: Some(map.clone()),
            ..request(&held.file)
        };
        let looked = self.look_into(&explained);
        if let Looked::Report(report) = looked.map_err(|trouble| of_name(trouble, &held.file))? {
            let rows = table::first_rows(&held.file.path(), &map);
            table.keep(map, rows.map_err(|trouble| of_name(trouble, &held.file))?);
            held.seen = Seen::Report(report);
        }
        Ok(())
    }

    /// What was said of the columns of the table, as a map for the command line.
    ///
    /// # Errors
    /// [`Trouble`] when no table waits, or something is still to be said of it.
    pub fn said_map(&mut self) -> Result<String, Trouble> {
        let held = self.opened()?.held.as_ref();
        let map = held.and_then(|held| held.table.as_ref()?.map());
        map.ok_or_else(nothing_held)
    }

    /// Keeps the file that was looked at.
    ///
    /// # Errors
    /// [`Trouble`] when there is none, or it cannot be kept: then nothing was changed.
    pub fn keep_incoming(&mut self) -> Result<(), Trouble> {
        let Some(held) = self.opened()?.held.take() else {
            return Err(nothing_held());
        };
        if !matches!(held.seen, Seen::Report(_)) {
            self.opened()?.held = Some(held);
            return Ok(());
        }
        let kept = self.import(&held.request());
        let report = match kept {
            Ok(report) => report,
            Err(trouble) => {
                let trouble = of_name(trouble, &held.file);
                self.opened()?.held = Some(held);
                return Err(trouble);
            }
        };
        let n = u64::try_from(report.n_new).unwrap_or(u64::MAX);
        self.opened()?.data_done = Some(text_with("data-kept", &[("n", n.into())]));
        Ok(())
    }

    /// Leaves the file that was looked at.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn leave_incoming(&mut self) -> Result<(), Trouble> {
        let open = self.opened()?;
        if open.held.take().is_some() {
            open.data_done = Some(text("data-left"));
        }
        Ok(())
    }

    /// Takes back everything that one file brought.
    ///
    /// # Errors
    /// [`Trouble`] when no file is told by `digest`.
    pub fn take_back_import(&mut self, digest: &str) -> Result<(), Trouble> {
        let n = u64::try_from(self.undo_import(digest)?).unwrap_or(u64::MAX);
        self.opened()?.data_done = Some(text_with("data-undone", &[("n", n.into())]));
        Ok(())
    }

    /// The record as a file for the browser to save: its kind, a name that says nothing, its bytes.
    ///
    /// # Errors
    /// [`Trouble`] for an unknown word, or when the record cannot be read.
    pub fn taken_out(
        &mut self,
        word: &str,
    ) -> Result<(&'static str, &'static str, Vec<u8>), Trouble> {
        match word {
            "fhir" => Ok((
                "application/fhir+json",
                "data.fhir.json",
                self.fhir()?.into_bytes(),
            )),
            "csv" => Ok(("text/csv", "data.csv", self.export(ExportFormat::Csv)?)),
            _ => Ok(("application/json", "data.json", self.export_whole()?)),
        }
    }
}

fn nothing_held() -> Trouble {
    Trouble::input(text("data-none-held"), text("data-none-chosen-hint"))
}
