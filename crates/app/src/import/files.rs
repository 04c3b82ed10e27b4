//! Files on the disk of the person. Refuses folders, and files that are larger than any use.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use exchange::{Format, Ledger, Map, Parsed};

use crate::{Trouble, TroubleKind};

/// Largest file that is held in memory, in bytes: two gibibytes.
const HELD_BYTES_MAX: u64 = 2 << 30;
/// Largest file that is read as a stream, in bytes: sixteen gibibytes.
const STREAMED_BYTES_MAX: u64 = 16 << 30;
/// Rejected cells that are listed one by one.
const REJECTED_SHOWN: usize = 20;

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
            "give --map with a MAP.toml; --propose writes one to check and complete",
        ));
    };
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Map::parse(&text).map_err(|error| of_file(path, &error, error.hint()))
}

/// Refuses a file that gave nothing to keep, and says what stood in it instead.
pub(super) fn refuse_empty(file: &Path, parsed: &Parsed) -> Result<(), Trouble> {
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

pub(super) fn bytes_of(file: &Path) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    open(file)?
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(file, &error))?;
    Ok(bytes)
}

/// Opens a file that is held in memory.
pub(super) fn open(file: &Path) -> Result<File, Trouble> {
    open_up_to(file, HELD_BYTES_MAX)
}

/// Opens a file that is read as a stream.
pub(super) fn open_streamed(file: &Path) -> Result<BufReader<File>, Trouble> {
    Ok(BufReader::with_capacity(
        1 << 16,
        open_up_to(file, STREAMED_BYTES_MAX)?,
    ))
}

/// SHA-256 of a file.
pub(super) fn digest_of(file: &Path) -> Result<[u8; 32], Trouble> {
    let mut opened = open_up_to(file, STREAMED_BYTES_MAX)?;
    exchange::digest_of(&mut opened).map_err(|error| of_file(file, &error, error.hint()))
}

/// Opens a file after a look at what it is and how large.
fn open_up_to(file: &Path, bytes_max: u64) -> Result<File, Trouble> {
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
    if about.len() > bytes_max {
        let what = format!(
            "{} is larger than {} gibibytes",
            name(file),
            bytes_max >> 30
        );
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

pub(super) fn head(file: &Path) -> Result<Format, Trouble> {
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

pub(super) fn file_name(file: &Path) -> String {
    file.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
