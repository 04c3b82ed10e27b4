//! Reads what the shim wrote down, and writes the marks of the test between it. Refuses a trace that
//! ends in the middle of an entry.

use std::io::Write as _;
use std::path::Path;

use crate::ChoreError;

const HEAD: usize = 32;
const MARK: u32 = 100;

/// One thing that happened to the disk, or to the person in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry<'a> {
    /// A file or folder was opened, and perhaps made or emptied.
    Open {
        path: &'a str,
        inode: u64,
        is_emptied: bool,
    },
    Write {
        inode: u64,
        at: usize,
        body: &'a [u8],
    },
    Truncate {
        inode: u64,
        len: usize,
    },
    /// The program waited until the disk had it.
    Sync {
        inode: u64,
    },
    Rename {
        from: &'a str,
        to: &'a str,
    },
    Link {
        from: &'a str,
        to: &'a str,
    },
    Unlink {
        path: &'a str,
    },
    Folder {
        path: &'a str,
    },
    /// The person was told that something is done.
    Mark,
}

/// Everything in order.
///
/// # Errors
/// [`ChoreError::Broken`] when the bytes are no trace.
pub(crate) fn parse(bytes: &[u8]) -> Result<Vec<Entry<'_>>, ChoreError> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (entry, after) = one(rest)
            .ok_or_else(|| ChoreError::Broken(format!("trace: entry {} is none", entries.len())))?;
        entries.push(entry);
        rest = after;
    }
    Ok(entries)
}

fn one(bytes: &[u8]) -> Option<(Entry<'_>, &[u8])> {
    let (head, rest) = bytes.split_at_checked(HEAD)?;
    let number = |at: usize| -> Option<u64> {
        let digits = head.get(at..at + 8)?.try_into().ok()?;
        Some(u64::from_le_bytes(digits))
    };
    let small = |at: usize| -> Option<u32> {
        let digits = head.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(digits))
    };
    let (op, flags) = (small(0)?, small(4)?);
    let (inode, at) = (number(8)?, usize::try_from(number(16)?).ok()?);
    let (body, rest) = rest.split_at_checked(usize::try_from(number(24)?).ok()?)?;
    let text = || std::str::from_utf8(body).ok();
    let two = || text()?.split_once('\0');
    let entry = match op {
        1 => Entry::Open {
            path: text()?,
            inode,
            is_emptied: flags & 0o1000 != 0,
        },
        2 => Entry::Write { inode, at, body },
        3 => Entry::Truncate { inode, len: at },
        4 => Entry::Sync { inode },
        5 => {
            let (from, to) = two()?;
            Entry::Rename { from, to }
        }
        6 => Entry::Unlink { path: text()? },
        7 => Entry::Folder { path: text()? },
        8 => {
            let (from, to) = two()?;
            Entry::Link { from, to }
        }
        MARK => Entry::Mark,
        _ => return None,
    };
    Some((entry, rest))
}

/// Writes behind everything that was traced so far: now the person was told.
///
/// # Errors
/// [`ChoreError::File`] when the trace cannot be written to.
pub(crate) fn mark(trace: &Path) -> Result<(), ChoreError> {
    let mut entry = [0u8; HEAD];
    entry[..4].copy_from_slice(&MARK.to_le_bytes());
    std::fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(trace)
        .and_then(|mut file| file.write_all(&entry))
        .map_err(|source| ChoreError::File {
            path: trace.to_path_buf(),
            source,
        })
}
