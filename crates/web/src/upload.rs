//! A form with a file in it, taken apart as it comes: the file is handed on piece by piece, the words
//! beside it are held. Refuses to hold a file by itself, and words as long as one.

use std::collections::BTreeMap;
use std::io::{self, Write};

use axum::extract::Multipart;
use axum::extract::multipart::Field;

/// Most fields of words in a form with a file, and the longest of them, in bytes.
const WORDS_MAX: usize = 16;
const WORD_BYTES_MAX: usize = 1 << 13;

/// What a form brought.
pub struct Sent<W> {
    /// The file; `None` when none was chosen.
    pub file: Option<W>,
    /// What was typed or chosen beside it, by the name of its field.
    pub words: BTreeMap<String, String>,
}

impl<W> Sent<W> {
    /// What was typed in a field; empty when there is no such field.
    pub fn word(&self, name: &str) -> &str {
        self.words.get(name).map_or("", String::as_str)
    }
}

/// Why a form did not come through.
pub enum NotSent<E> {
    /// The browser stopped in the middle, or sent something else.
    Cut,
    /// The file could not be written.
    Disk(io::Error),
    /// No file is taken now.
    Refused(E),
}

/// Takes a form apart; `begin` makes what the file is written to from the name that it has. Asks
/// `goes_on` before each piece, and stops where it does not.
pub async fn take<W: Write, E>(
    mut form: Multipart,
    begin: impl Fn(&str) -> Result<W, E>,
    goes_on: impl Fn() -> bool,
) -> Result<Sent<W>, NotSent<E>> {
    let mut sent = Sent {
        file: None,
        words: BTreeMap::new(),
    };
    while let Some(field) = form.next_field().await.map_err(|_| NotSent::Cut)? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            // An empty name is a field in which nothing was chosen.
            Some(file) if !file.is_empty() && sent.file.is_none() => {
                let mut out = begin(&file).map_err(NotSent::Refused)?;
                pour(field, &mut out, &goes_on).await?;
                sent.file = Some(out);
            }
            Some(_) => {}
            None if sent.words.len() < WORDS_MAX => {
                let mut held = Held::up_to(WORD_BYTES_MAX);
                pour(field, &mut held, &goes_on).await?;
                let words = String::from_utf8(held.into_bytes()).map_err(|_| NotSent::Cut)?;
                sent.words.insert(name, words);
            }
            None => return Err(NotSent::Cut),
        }
    }
    Ok(sent)
}

/// Reads a field to its end, also where it can not be written: a browser that is cut off in the middle
/// shows no page that says why.
async fn pour<E>(
    mut field: Field<'_>,
    out: &mut impl Write,
    goes_on: &impl Fn() -> bool,
) -> Result<(), NotSent<E>> {
    let mut written = Ok(());
    while let Some(piece) = field.chunk().await.map_err(|_| NotSent::Cut)? {
        if !goes_on() {
            return Err(NotSent::Cut);
        }
        if written.is_ok() {
            written = out.write_all(&piece);
        }
    }
    written.and_then(|()| out.flush()).map_err(NotSent::Disk)
}

/// What is small enough to be held in memory.
pub struct Held {
    bytes: Vec<u8>,
    bytes_max: usize,
}

impl Held {
    /// Holds no more than so many bytes.
    pub const fn up_to(bytes_max: usize) -> Self {
        Self {
            bytes: Vec::new(),
            bytes_max,
        }
    }

    /// All of it.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.bytes_max {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
