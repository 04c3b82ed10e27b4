//! A file on its way in: told by its content, read batch by batch. Refuses tables and record files in
//! which anything is wrong; of a program's file the rest is taken, because the person cannot mend
//! what the program wrote.

use std::path::Path;

use exchange::{
    AppFile, AppFileError, AppReading, Batch, Map, Parsed, Setting, TableReading, Words,
};

use super::files::{bytes_of, digest_of, head, of_file, open_streamed, read_map, refuse_rejected};
use super::{ImportRequest, other};
use crate::{Trouble, TroubleKind};

/// Where a batch goes.
pub(super) type Take<'a> = &'a mut dyn FnMut(Batch) -> Result<(), Trouble>;

/// A file on its way in.
pub(super) struct Reading<'r> {
    request: &'r ImportRequest,
    kind: Kind,
    digest: [u8; 32],
    /// Words to keep for the next file.
    words: Option<String>,
}

enum Kind {
    App(AppFile, Box<Setting>),
    Table(Box<Map>),
    /// Files that hold no more than one person's record.
    Record,
    Fhir,
    Points,
}

impl<'r> Reading<'r> {
    /// Looks what a file is.
    pub fn of(request: &'r ImportRequest, known: &other::Known) -> Result<Self, Trouble> {
        let file = &request.file;
        let (mut words, mut digest) = (None, [0; 32]);
        let kind = match other::which(request)? {
            Some(app) => {
                let (setting, given) = other::setting(request, app, known)?;
                words = given;
                digest = digest_of(file)?;
                Kind::App(app, Box::new(setting))
            }
            None => match kind_of(request)? {
                Whole::Record => Kind::Record,
                Whole::Fhir => Kind::Fhir,
                Whole::Points => Kind::Points,
                Whole::Table => {
                    let map = match &request.map_text {
                        Some(text) => {
                            Map::parse(text).map_err(|error| of_file(file, &error, error.hint()))?
                        }
                        None => read_map(file, request.map.as_deref())?,
                    };
                    digest = digest_of(file)?;
                    Kind::Table(Box::new(map))
                }
            },
        };
        Ok(Self {
            request,
            kind,
            digest,
            words,
        })
    }

    /// SHA-256 of the file; that of a record file is known after it was read.
    pub const fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// Whether the file is held as a whole: [`Self::digest`] knows nothing of it then.
    pub const fn is_held(&self) -> bool {
        matches!(self.kind, Kind::Record | Kind::Fhir | Kind::Points)
    }

    /// What the file is called in the list of files.
    pub fn format(&self) -> &'static str {
        match &self.kind {
            Kind::App(app, _) => app.word(),
            Kind::Table(_) => "table",
            Kind::Record => "record",
            Kind::Fhir => "fhir",
            Kind::Points => "openmhealth",
        }
    }

    /// The program whose words were explained, and their meaning.
    pub fn words(&self) -> Option<(&'static str, &str)> {
        match &self.kind {
            Kind::App(app, _) => app.words_of().zip(self.words.as_deref()),
            _ => None,
        }
    }

    /// Reads everything: full batches go to `take` at once, what is left comes back with the ledger.
    pub fn read(&mut self, take: Take<'_>) -> Result<Parsed, Trouble> {
        let file = &self.request.file;
        match &self.kind {
            Kind::App(..) => self.read_app(take),
            Kind::Table(map) => {
                let wrong = |error: exchange::TableError| of_file(file, &error, error.hint());
                let mut reading =
                    TableReading::begin(open_streamed(file)?, (**map).clone(), self.digest)
                        .map_err(wrong)?;
                let mut is_whole = true;
                while let Some(batch) = reading.next_batch().map_err(wrong)? {
                    refuse_our_names(file, &batch.items)?;
                    // One wrong cell refuses the file: what follows is only looked at.
                    is_whole &= reading.n_rejected() == 0;
                    if is_whole {
                        take(batch)?;
                    }
                }
                let parsed = reading.finish();
                refuse_rejected(file, &parsed.ledger)?;
                refuse_our_names(file, &parsed.items)?;
                Ok(parsed)
            }
            Kind::Record => {
                let parsed = exchange::read_record(&bytes_of(file)?)
                    .map_err(|error| of_file(file, &error, "nothing was changed"))?;
                self.whole(parsed)
            }
            Kind::Fhir => {
                // Days of another program's bundle are days on this computer's clock.
                let zone = crate::Clock::of_computer().zone().clone();
                let parsed = exchange::read_bundle(&bytes_of(file)?, &zone)
                    .map_err(|error| of_file(file, &error, error.hint()))?;
                self.whole(parsed)
            }
            Kind::Points => {
                let parsed = exchange::read_open_mhealth(&bytes_of(file)?)
                    .map_err(|error| of_file(file, &error, error.hint()))?;
                self.whole(parsed)
            }
        }
    }

    fn whole(&self, parsed: Parsed) -> Result<Parsed, Trouble> {
        refuse_rejected(&self.request.file, &parsed.ledger)?;
        refuse_our_names(&self.request.file, &parsed.items)?;
        Ok(parsed)
    }

    /// Reads a diary for its words alone; `None` when all of them have a meaning, or the file has none.
    pub fn words_asked(&self) -> Result<Option<Words>, Trouble> {
        let file = &self.request.file;
        let (app, setting) = match &self.kind {
            Kind::App(app, setting) if app.words_of().is_some() => (*app, setting),
            _ => return Ok(None),
        };
        let mut reading =
            AppReading::begin(open_streamed(file)?, app, (**setting).clone(), self.digest);
        while reading.next_batch().is_some() {}
        match reading.finish() {
            Err(AppFileError::WordsNeeded { proposal }) => {
                let words = Words::parse(&proposal).map_err(|e| of_file(file, &e, ""))?;
                Ok(Some(words))
            }
            // What else is wrong is said when the file is taken.
            _ => Ok(None),
        }
    }

    /// Reads a file of a program, and once more with the proposal where the person takes it as it is:
    /// nothing is handed on before all words have a meaning.
    fn read_app(&mut self, take: Take<'_>) -> Result<Parsed, Trouble> {
        let file = &self.request.file;
        let Kind::App(app, setting) = &mut self.kind else {
            return Err(Trouble::ours("no file of a program"));
        };
        loop {
            let reader = open_streamed(file)?;
            let mut reading = AppReading::begin(reader, *app, (**setting).clone(), self.digest);
            while let Some(batch) = reading.next_batch() {
                take(batch)?;
            }
            match reading.finish() {
                Ok(parsed) => return Ok(parsed),
                Err(AppFileError::WordsNeeded { proposal })
                    if self.request.is_as_proposed && self.words.as_ref() != Some(&proposal) =>
                {
                    setting.words = Words::parse(&proposal).map_err(|e| of_file(file, &e, ""))?;
                    self.words = Some(proposal);
                }
                Err(AppFileError::WordsNeeded { proposal }) => return Err(ask(file, &proposal)),
                Err(error) => return Err(of_file(file, &error, error.hint())),
            }
        }
    }
}

/// Kinds of files beside those of programs.
enum Whole {
    Table,
    Record,
    Fhir,
    Points,
}

fn kind_of(request: &ImportRequest) -> Result<Whole, Trouble> {
    Ok(match request.format.as_deref() {
        Some("record") => Whole::Record,
        Some("table") => Whole::Table,
        Some("fhir") => Whole::Fhir,
        Some("openmhealth") => Whole::Points,
        _ => match head(&request.file)? {
            exchange::Format::Fhir => Whole::Fhir,
            exchange::Format::DataPoints => Whole::Points,
            exchange::Format::Record => Whole::Record,
            _ => Whole::Table,
        },
    })
}

/// Asks what the words mean.
fn ask(file: &Path, proposal: &str) -> Trouble {
    let what = format!(
        "{}: nobody said yet what the words of this diary mean",
        super::files::file_name(file)
    );
    let hint = format!(
        "keep these lines as a file, change what is not so, and add --map with that file;\n\
         or add --as-proposed to take them as they are. Nothing was changed.\n\n{proposal}"
    );
    Trouble::new(TroubleKind::Input, what, hint)
}

/// Refuses a column that has the name of an item of our own check-in and means something else: the
/// next check-in could not be kept beside it.
fn refuse_our_names(file: &Path, items: &[record::Item]) -> Result<(), Trouble> {
    let ours = crate::check_in::set()?.record_items();
    let clash = items
        .iter()
        .find(|item| ours.iter().any(|o| o.id == item.id && o != *item));
    let Some(item) = clash else { return Ok(()) };
    let what = format!(
        "{}, column \"{}\": the check-in has an item of this name with another scale or role",
        file.display(),
        item.id
    );
    let hint = format!(
        "give it a name of its own in the map: id = \"table_{}\"",
        item.id
    );
    Err(Trouble::new(TroubleKind::File, what, hint))
}
