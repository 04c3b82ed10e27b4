//! What an importer is: how its file is told by what is in it, and how it is read. Refuses to look
//! at the name of a file.

use std::io::{Read, Seek};

use super::gather::Gather;
use super::sqlite::{Database, Table};
use super::zipped::Zipped;
use super::{AppFileError, Setting};
use crate::{Format, detect};

/// Bytes from the start of a file that tell which program wrote it.
pub(super) const HEAD_BYTES: u64 = 1 << 16;

/// One kind of file of one program.
pub(super) struct Importer {
    /// The word for it, as in `--as daylio`.
    pub word: &'static str,
    /// The program, which is part of every key: two kinds of file of one program that tell the same
    /// have the same name here.
    pub app: &'static str,
    /// Its moods are words of the person, which have to be explained once.
    pub has_words: bool,
    /// How it is told and read.
    pub way: Way,
}

/// How a file is told and read.
pub(super) enum Way {
    /// Text, told by its head and read as a stream. Packed in a zip, all parts of an archive that are
    /// told so are read, one after another.
    Text {
        is_it: fn(&Head) -> bool,
        read: fn(&mut dyn Read, &Setting, &mut Gather) -> Result<(), AppFileError>,
    },
    /// A database, alone or as a part of an archive, told by its tables.
    Database {
        is_it: fn(&[Table]) -> bool,
        read: fn(&mut Database<'_, '_, '_>, &Setting, &mut Gather) -> Result<(), AppFileError>,
    },
    /// An archive, told by its parts.
    Zip {
        is_it: fn(&mut Archive<'_>) -> bool,
        read: fn(&mut Archive<'_>, &Setting, &mut Gather) -> Result<(), AppFileError>,
    },
}

/// A file that can be read from any place.
pub(super) trait ReadSeek: Read + Seek {}

impl<R: Read + Seek> ReadSeek for R {}

/// An archive that is being told or read.
pub(super) type Archive<'a> = Zipped<&'a mut dyn ReadSeek>;

/// The beginning of a file.
pub(super) struct Head {
    /// What the file is.
    pub format: Format,
    text: String,
}

impl Head {
    /// Looks at the first [`HEAD_BYTES`] of a file, or at all of a shorter one.
    pub fn of(bytes: &[u8]) -> Self {
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        Self {
            format: detect(bytes),
            text: String::from_utf8_lossy(plain).into_owned(),
        }
    }

    /// Says whether it is a table whose heading, on its first line, names all of these; in lower
    /// case, whatever stands between the columns.
    pub fn has_columns(&self, wanted: &[&str]) -> bool {
        self.line_has_columns(0, wanted)
    }

    /// The same of a heading on a later line, counted from 0.
    pub fn line_has_columns(&self, line: usize, wanted: &[&str]) -> bool {
        if self.format != Format::Table {
            return false;
        }
        let heading = self.line(line).to_lowercase().replace('"', "");
        [',', ';', '\t'].iter().any(|mark| {
            let names: Vec<&str> = heading.split(*mark).map(str::trim).collect();
            wanted.iter().all(|name| names.contains(name))
        })
    }

    /// A line without the space around it, counted from 0; empty where there is none.
    pub fn line(&self, line: usize) -> &str {
        self.text.lines().nth(line).unwrap_or_default().trim()
    }

    /// Says whether it is JSON with all of these keys near its beginning.
    pub fn has_keys(&self, wanted: &[&str]) -> bool {
        self.format == Format::Json && wanted.iter().all(|key| self.holds(&format!("\"{key}\"")))
    }

    /// Says whether it is JSON that begins with a list.
    pub fn is_list(&self) -> bool {
        self.format == Format::Json && self.text.trim_start().starts_with('[')
    }

    /// Says whether these letters stand in it.
    pub fn holds(&self, letters: &str) -> bool {
        self.text.contains(letters)
    }

    /// Says whether it looks like XML; phones have written control characters that no text holds.
    pub fn is_xml(&self) -> bool {
        matches!(self.format, Format::Xml | Format::Binary)
            && self.text.trim_start().starts_with('<')
            && !self.text.contains('\0')
    }
}
