//! Writing everything out for other programs. Refuses to write over a file, and to write the answers
//! about safety or the safety plan unless the whole is asked for.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use exchange::Along;

use crate::{App, Trouble, TroubleKind};

/// What a record is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Our own document, which can hold everything.
    Json,
    /// One table of all facts.
    Csv,
    /// A table of occasions, as studies share theirs.
    OpenEsm,
    /// Nights, movement and doses as data points.
    OpenMHealth,
}

impl ExportFormat {
    /// The format of a word of the command line.
    ///
    /// # Errors
    /// [`Trouble`] that names the words.
    pub fn of_word(word: &str) -> Result<Self, Trouble> {
        match word {
            "json" => Ok(Self::Json),
            "csv" => Ok(Self::Csv),
            "openesm" => Ok(Self::OpenEsm),
            "openmhealth" => Ok(Self::OpenMHealth),
            other => {
                let what = format!("nothing is written as '{other}'");
                let hint = "give --as fhir, fhir-document, json, csv, openesm or openmhealth";
                Err(Trouble::input(what, hint))
            }
        }
    }
}

impl App {
    /// The record as bytes of a format, without the answers about safety.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn export(&mut self, format: ExportFormat) -> Result<Vec<u8>, Trouble> {
        self.settle()?;
        let store = &self.opened()?.store;
        let asked = store.schedule()?.map(|kept| kept.schedule);
        let questions = crate::report::questions(store)?;
        let along = Along {
            schedule: asked.as_ref(),
            doctor_questions: &questions,
        };
        let record = &self.known()?.record;
        Ok(match format {
            ExportFormat::Json => exchange::write_record_along(record, along).into_bytes(),
            ExportFormat::Csv => exchange::write_csv(record),
            ExportFormat::OpenEsm => exchange::write_open_esm(record, &crate::hand_on::is_private),
            ExportFormat::OpenMHealth => exchange::write_open_mhealth(record).bytes,
        })
    }

    /// What a format has no place for, in words with its count; empty where it has one for everything
    /// that it is meant for.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn export_notes(&mut self, format: ExportFormat) -> Result<Vec<String>, Trouble> {
        if format == ExportFormat::OpenEsm {
            let record = &self.known()?.record;
            let has_private = record
                .items()
                .any(|item| crate::hand_on::is_private(&item.id));
            let line = "what is private is in no column: it is in json and csv";
            let mut lines = Vec::from_iter(has_private.then(|| line.to_owned()));
            let what = "what openESM keeps beside a table lies in the file whose name ends in \
                        _metadata.json; its author, license and links are for you to fill in";
            lines.push(what.to_owned());
            return Ok(lines);
        }
        if format != ExportFormat::OpenMHealth {
            return Ok(Vec::new());
        }
        let points = exchange::write_open_mhealth(&self.known()?.record);
        let left = points.left_out.iter();
        let left = left.map(|(what, n)| format!("{what}: {n} left out"));
        let count = format!("{} data points: nights, movement and doses", points.n);
        Ok(std::iter::once(count).chain(left).collect())
    }

    /// The record as our own document with everything that it has a place for: the answers about
    /// safety and the safety plan too.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn export_whole(&mut self) -> Result<Vec<u8>, Trouble> {
        self.settle()?;
        let record = self.known()?.record.clone();
        let store = &self.opened()?.store;
        let (plan, asked) = (store.plan()?, store.schedule()?.map(|kept| kept.schedule));
        let questions = crate::report::questions(store)?;
        let along = Along {
            schedule: asked.as_ref(),
            doctor_questions: &questions,
        };
        Ok(exchange::write_whole_record_along(&record, &plan, along).into_bytes())
    }

    /// The same as a new file for this user alone; gives how many bytes.
    ///
    /// # Errors
    /// [`Trouble`] when there is a file of that name, or the format has no place for the whole:
    /// nothing is written then.
    pub fn export_whole_to(&mut self, format: ExportFormat, out: &Path) -> Result<usize, Trouble> {
        if format != ExportFormat::Json {
            let what = "a table has no place for everything in a record";
            return Err(Trouble::input(what, "give --whole with --as json or fhir"));
        }
        let bytes = self.export_whole()?;
        write_private(out, &bytes)?;
        Ok(bytes.len())
    }

    /// What [`App::export`] gives as a new file for this user alone; gives how many bytes.
    ///
    /// # Errors
    /// [`Trouble`] also when there is a file of that name: nothing is written over.
    pub fn export_to(&mut self, format: ExportFormat, out: &Path) -> Result<usize, Trouble> {
        if format == ExportFormat::OpenEsm {
            return self.export_open_esm_to(out);
        }
        let bytes = self.export(format)?;
        write_private(out, &bytes)?;
        Ok(bytes.len())
    }

    /// The table of occasions, with tabs where its name ends in `.tsv`, and beside it what openESM
    /// keeps of a study. Both or none.
    fn export_open_esm_to(&mut self, out: &Path) -> Result<usize, Trouble> {
        let _english = crate::language::for_programs();
        self.settle()?;
        let record = &self.known()?.record;
        let has_tabs = out.extension().is_some_and(|end| end == "tsv");
        let is_private = crate::hand_on::is_private;
        let table = if has_tabs {
            exchange::write_open_esm_with_tabs(record, &is_private)
        } else {
            exchange::write_open_esm(record, &is_private)
        };
        let name = crate::hand_on::item_name;
        let about = exchange::write_open_esm_about(record, &is_private, &name);
        let about_path = about_path(out);
        write_private(out, &table)?;
        if let Err(trouble) = write_private(&about_path, &about) {
            let _ = std::fs::remove_file(out);
            return Err(trouble);
        }
        Ok(table.len())
    }
}

/// `table.tsv` has its description in `table_metadata.json`.
fn about_path(out: &Path) -> PathBuf {
    let stem = out.file_stem().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!("{stem}_metadata.json"))
}

/// Writes a new file for this user alone, whole or not at all.
///
/// # Errors
/// [`Trouble`] when the name is taken or the disk refuses: nothing is left under it then.
pub fn write_private(out: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let failed = |error: std::io::Error| {
        let what = format!("{} cannot be written: {error}", out.display());
        let kind = match error.kind() {
            std::io::ErrorKind::AlreadyExists => TroubleKind::Input,
            _ => TroubleKind::Device,
        };
        Trouble::new(
            kind,
            what,
            "give a name that is not taken, in a folder that is yours",
        )
    };
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(out)
        .map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file would pass for a whole one.
        let _ = std::fs::remove_file(out);
    }
    written.map_err(failed)
}
