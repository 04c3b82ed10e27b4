//! Files of other programs: a file becomes facts and a ledger, read as a stream. Refuses to tell a
//! file by its name, and to guess what a person's own words mean.

mod apple;
mod bearable;
mod daylio;
mod days;
mod emoods;
mod error;
mod exist;
mod fitbit;
mod garmin;
mod gather;
mod health_auto_export;
mod health_connect;
mod importer;
mod loop_habits;
mod m_path;
mod mindlamp;
mod night;
mod nomie;
mod oura;
mod pixels;
mod plain;
mod rows;
mod samsung;
mod sleep_as_android;
mod sleeps;
mod sqlite;
mod tags;
mod track_graph;
mod walk;
mod when;
mod words;
mod zipped;

use std::collections::BTreeMap;
use std::fmt;
use std::io::{Read, Seek, SeekFrom};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::JoinHandle;

use record::Zone;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::{Batch, Format, Parsed};
use gather::Gather;
pub(crate) use gather::plain_id;
use importer::{Archive, HEAD_BYTES, Head, Importer, ReadSeek, Way};
use sqlite::{Database, Place, Table};
use zipped::Zipped;

pub use error::AppFileError;
pub use exist::{ExistClaim, ExistClaims, exist_claims};
pub use words::{Meaning, Words};

/// Most parts of an archive that are looked at as files of their own.
const TEXT_PARTS_MAX: usize = 1000;
/// Most parts of an archive that are looked at as databases.
const DATABASE_PARTS_MAX: usize = 8;

/// Every kind of file that is known, in the order in which they are tried. One more importer is a file
/// with one more [`Importer`] and a line here.
static IMPORTERS: &[Importer] = &[
    daylio::CSV,
    daylio::BACKUP,
    bearable::CSV,
    apple::ZIP,
    apple::XML,
    fitbit::ZIP,
    fitbit::SLEEP,
    fitbit::SLEEPS,
    fitbit::STEPS,
    fitbit::WEB,
    health_auto_export::JSON,
    health_auto_export::MEDICATIONS,
    loop_habits::ZIP,
    loop_habits::HABIT_BULL,
    track_graph::CSV,
    garmin::ZIP,
    garmin::SLEEP,
    garmin::DAYS,
    garmin::ACTIVITIES,
    oura::JSON,
    oura::TABLE,
    samsung::ZIP,
    samsung::TABLE,
    health_connect::DATABASE,
    m_path::CSV,
    mindlamp::JSON,
    emoods::ZIP,
    emoods::CSV,
    exist::ZIP,
    exist::JSON,
    nomie::JSON,
    nomie::STORAGE,
    nomie::CSV,
    pixels::JSON,
    sleep_as_android::CSV,
];

/// A file of another program.
#[derive(Clone, Copy)]
pub struct AppFile(&'static Importer);

impl AppFile {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        IMPORTERS.iter().map(Self)
    }

    /// The word for it, as in `--as daylio`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.0.word
    }

    /// The one of this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::all().find(|file| file.word() == word)
    }

    /// The program that words of the person belong to; `None` where it has none.
    #[must_use]
    pub const fn words_of(self) -> Option<&'static str> {
        if self.0.has_words {
            Some(self.0.app)
        } else {
            None
        }
    }
}

impl PartialEq for AppFile {
    fn eq(&self, other: &Self) -> bool {
        self.word() == other.word()
    }
}

impl Eq for AppFile {}

impl fmt::Debug for AppFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What a file of another program does not say itself.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The person's zone, for clocks without one.
    pub zone: Zone,
    /// What the person's words mean, as far as they said.
    pub words: Words,
    /// The person takes every proposal as it is.
    pub is_as_proposed: bool,
}

impl Setting {
    /// The words, once every word of a file has a meaning.
    fn words_for(&self, found: &BTreeMap<String, Option<u8>>) -> Result<Words, AppFileError> {
        if self.words.know(found.keys().map(String::as_str)) {
            return Ok(self.words.clone());
        }
        let proposal = self.words.proposal(found);
        if self.is_as_proposed {
            return Words::parse(&proposal);
        }
        Err(AppFileError::WordsNeeded { proposal })
    }
}

/// Says which program a file is from; `None`: no program that is known here.
///
/// # Errors
/// [`AppFileError`] when the file cannot be read or is a broken archive.
pub fn recognise<R: Read + Seek>(reader: &mut R) -> Result<Option<AppFile>, AppFileError> {
    let head = head_of(reader)?;
    let found = match head.format {
        Format::Zip => of_zip(&mut Zipped::open(reader as &mut dyn ReadSeek)?),
        Format::Sqlite => of_database(&mut Place::File(reader)),
        _ => return Ok(of_head(&head)),
    };
    rewind(reader)?;
    Ok(found)
}

fn head_of(reader: &mut dyn ReadSeek) -> Result<Head, AppFileError> {
    let mut head = Vec::new();
    reader
        .take(HEAD_BYTES)
        .read_to_end(&mut head)
        .map_err(|error| AppFileError::Read(error.to_string()))?;
    rewind(reader)?;
    Ok(Head::of(&head))
}

fn rewind(reader: &mut dyn ReadSeek) -> Result<(), AppFileError> {
    let sought = reader.seek(SeekFrom::Start(0));
    sought
        .map(|_| ())
        .map_err(|error| AppFileError::Read(error.to_string()))
}

/// The program of a text with this beginning.
fn of_head(head: &Head) -> Option<AppFile> {
    AppFile::all().find(|file| match file.0.way {
        Way::Text { is_it, .. } => is_it(head),
        Way::Zip { .. } | Way::Database { .. } => false,
    })
}

fn tables_of(place: &mut Place<'_, '_>) -> Result<Vec<Table>, AppFileError> {
    Ok(Database::open(place)?.tables)
}

/// The program of a database; one that cannot be read is of none.
fn of_database(place: &mut Place<'_, '_>) -> Option<AppFile> {
    let tables = tables_of(place).ok()?;
    AppFile::all().find(|file| match file.0.way {
        Way::Database { is_it, .. } => is_it(&tables),
        Way::Text { .. } | Way::Zip { .. } => false,
    })
}

/// Parts of an archive that are databases.
fn database_parts(zip: &mut Archive<'_>) -> Vec<usize> {
    let ends = [".db", ".sqlite", ".sqlite3"];
    let mut parts = zip.named(|name| ends.iter().any(|end| name.ends_with(end)));
    parts.truncate(DATABASE_PARTS_MAX);
    let is_database = |idx: &usize| {
        let head = zip.head(*idx);
        head.is_some_and(|head| head.format == Format::Sqlite)
    };
    parts.into_iter().filter(is_database).collect()
}

/// The program of an archive: by its parts together, else by the first part that any program is
/// known by.
fn of_zip(zip: &mut Archive<'_>) -> Option<AppFile> {
    let whole = AppFile::all().find(|file| match file.0.way {
        Way::Zip { is_it, .. } => is_it(zip),
        Way::Text { .. } | Way::Database { .. } => false,
    });
    let whole = whole.or_else(|| {
        let parts = database_parts(zip);
        (parts.into_iter()).find_map(|idx| of_database(&mut Place::Part(zip, idx)))
    });
    whole.or_else(|| {
        let parts = text_parts(zip);
        parts.into_iter().find_map(|idx| of_head(&zip.head(idx)?))
    })
}

/// Parts of an archive that may be files of a program themselves.
fn text_parts(zip: &mut Archive<'_>) -> Vec<usize> {
    let mut parts = zip.named(|name| {
        let is_text = [".csv", ".json", ".txt"]
            .iter()
            .any(|end| name.ends_with(end));
        // Computers of one maker add a hidden folder with a shadow of every file.
        is_text && !name.starts_with("__macosx/") && !name.contains("/._")
    });
    parts.truncate(TEXT_PARTS_MAX);
    parts
}

/// Reads a file of another program as one person's facts. Rows that hold something impossible stand
/// in the ledger, with their place; kinds that no fact holds are counted there.
///
/// # Errors
/// [`AppFileError`] when the file as a whole cannot be taken.
pub fn read_app_file<R: Read + Seek>(
    mut reader: R,
    file: AppFile,
    setting: &Setting,
) -> Result<Parsed, AppFileError> {
    let digest = digest_of(&mut reader)?;
    let gather = Gather::new(file.0.app, digest, None);
    read_into(&mut reader, file, setting, gather)
}

fn read_into(
    reader: &mut dyn ReadSeek,
    file: AppFile,
    setting: &Setting,
    mut gather: Gather,
) -> Result<Parsed, AppFileError> {
    match file.0.way {
        Way::Text { is_it, read } => match head_of(&mut *reader)?.format {
            Format::Zip => {
                let mut zip = Zipped::open(reader)?;
                read_parts(&mut zip, is_it, |part| read(part, setting, &mut gather))?;
            }
            _ => read(&mut &mut *reader, setting, &mut gather)?,
        },
        Way::Zip { read, .. } => read(&mut Zipped::open(reader)?, setting, &mut gather)?,
        Way::Database { is_it, read } => match head_of(&mut *reader)?.format {
            Format::Zip => {
                let mut zip = Zipped::open(reader)?;
                let parts = database_parts(&mut zip).into_iter();
                let part = parts.into_iter().find(|idx| {
                    let tables = tables_of(&mut Place::Part(&mut zip, *idx));
                    tables.is_ok_and(|tables| is_it(&tables))
                });
                let part = part.ok_or(AppFileError::NotInZip("a database of this program"))?;
                let place = &mut Place::Part(&mut zip, part);
                read(&mut Database::open(place)?, setting, &mut gather)?;
            }
            _ => {
                let place = &mut Place::File(reader);
                read(&mut Database::open(place)?, setting, &mut gather)?;
            }
        },
    }
    gather.finish(&setting.zone)
}

/// A file of another program that is being read, on a thread of its own, batch by batch.
#[derive(Debug)]
pub struct AppReading {
    batches: Receiver<Batch>,
    reader: JoinHandle<Result<Parsed, AppFileError>>,
}

impl AppReading {
    /// Begins to read. `digest` is that of the whole file: see [`digest_of`].
    #[must_use]
    pub fn begin<R: Read + Seek + Send + 'static>(
        mut reader: R,
        file: AppFile,
        setting: Setting,
        digest: [u8; 32],
    ) -> Self {
        // One batch waits while the next one is read.
        let (out, batches) = sync_channel(1);
        let reader = std::thread::spawn(move || {
            let gather = Gather::new(file.0.app, digest, Some(out));
            read_into(&mut reader, file, &setting, gather)
        });
        Self { batches, reader }
    }

    /// The next full batch; `None` when only the end is left.
    pub fn next_batch(&mut self) -> Option<Batch> {
        self.batches.recv().ok()
    }

    /// What is left after the batches, with the ledger of everything.
    ///
    /// # Errors
    /// As [`read_app_file`].
    pub fn finish(self) -> Result<Parsed, AppFileError> {
        drop(self.batches);
        let ended = self.reader.join();
        ended.unwrap_or_else(|_| Err(AppFileError::Read("the reader stopped".to_owned())))
    }
}

/// Reads every part of an archive that is told so.
fn read_parts(
    zip: &mut Archive<'_>,
    is_it: fn(&Head) -> bool,
    mut read: impl FnMut(&mut dyn Read) -> Result<(), AppFileError>,
) -> Result<(), AppFileError> {
    let mut is_found = false;
    for idx in text_parts(zip) {
        if zip.head(idx).is_some_and(|head| is_it(&head)) {
            is_found = true;
            read(&mut zip.part(idx)?)?;
        }
    }
    if is_found {
        Ok(())
    } else {
        Err(AppFileError::NotInZip("a file of this program"))
    }
}

/// SHA-256 of everything that a reader gives; it stands at its start again afterwards.
///
/// # Errors
/// [`AppFileError::Read`] when the disk gives no more.
pub fn digest_of<R: Read + Seek>(reader: &mut R) -> Result<[u8; 32], AppFileError> {
    let mut digest = Sha256::new();
    let mut chunk = vec![0u8; 1 << 16];
    let failed = |error: std::io::Error| AppFileError::Read(error.to_string());
    loop {
        match reader.read(&mut chunk).map_err(failed)? {
            0 => break,
            n => digest.update(chunk.get(..n).unwrap_or_default()),
        }
    }
    reader.seek(SeekFrom::Start(0)).map_err(failed)?;
    Ok(digest.finalize().into())
}

/// Reads JSON of a shape; what it does not name is skipped.
fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, AppFileError> {
    serde_json::from_slice(bytes).map_err(|error| AppFileError::Broken {
        // What stands in the file stays in it.
        what: format!(
            "JSON of another shape (line {}, column {})",
            error.line(),
            error.column()
        ),
        at: 0,
    })
}
