//! Stands between a file and the table reader: digests and checks every byte that goes by.
//! Refuses what is no UTF-8 text, and rows without end.

use std::io::{self, Cursor, Read};

use sha2::{Digest, Sha256};

use super::TableError;
use crate::{Format, detect};

/// Most bytes of one row.
const ROW_BYTES_MAX: u64 = 1 << 20;
/// The reader asks for this many bytes at a time, which may reach beyond the row.
const AHEAD_BYTES_MAX: u64 = 1 << 16;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the heading line, or as much as a row may hold, and refuses what is no table.
pub(crate) fn read_head<R: Read>(mut reader: R) -> Result<(Vec<u8>, R), TableError> {
    let mut head = Vec::new();
    let max = usize::try_from(ROW_BYTES_MAX).unwrap_or(usize::MAX);
    while head.len() < max && (head.len() < 4096 || !head.contains(&b'\n')) {
        let n = (reader.by_ref().take(4096).read_to_end(&mut head))
            .map_err(|error| TableError::Read(error.to_string()))?;
        if n == 0 {
            break;
        }
    }
    match detect(&head) {
        Format::Table => {}
        Format::Empty => return Err(TableError::Empty),
        other => return Err(TableError::NotATable(other)),
    }
    if !head.contains(&b'\n') && head.trim_ascii_end().contains(&b'\r') {
        return Err(TableError::OldMacLines);
    }
    Ok((head, reader))
}

/// A reader that digests and checks what it hands on.
pub(crate) struct Guarded<R> {
    inner: io::Chain<Cursor<Vec<u8>>, R>,
    /// `None` where the file was digested before.
    digest: Option<Sha256>,
    n_bytes: u64,
    /// Where the row that is being read began, or a little before.
    row_starts_at: u64,
    n_breaks: u64,
    /// The bytes of a character that the last chunk cut in two.
    cut: Vec<u8>,
    last: u8,
    fault: Option<TableError>,
}

impl<R: Read> Guarded<R> {
    /// Goes on from the head that was read; a byte order mark is digested and not handed on.
    pub(crate) fn new(head: Vec<u8>, rest: R) -> Self {
        let mut digest = Sha256::new();
        if head.starts_with(BYTE_ORDER_MARK) {
            digest.update(BYTE_ORDER_MARK);
        }
        Self {
            digest: Some(digest),
            ..Self::without_digest(head, rest)
        }
    }

    /// The same for a file that was digested before.
    pub(crate) fn without_digest(mut head: Vec<u8>, rest: R) -> Self {
        if head.starts_with(BYTE_ORDER_MARK) {
            head.drain(..BYTE_ORDER_MARK.len());
        }
        Self {
            inner: Cursor::new(head).chain(rest),
            digest: None,
            n_bytes: 0,
            row_starts_at: 0,
            n_breaks: 0,
            cut: Vec::with_capacity(4),
            last: b'\n',
            fault: None,
        }
    }

    /// Says that a row was handed out, so that the next one is measured anew.
    pub(crate) fn start_row(&mut self) {
        self.row_starts_at = self.n_bytes;
    }

    /// Why reading stopped, when it was stopped here.
    pub(crate) fn take_fault(&mut self) -> Option<TableError> {
        self.fault.take()
    }

    /// How many bytes were handed on, and the last of them.
    pub(crate) const fn handed_on(&self) -> (u64, u8) {
        (self.n_bytes, self.last)
    }

    /// SHA-256 of all bytes handed on; `None` where nobody asked for it.
    pub(crate) fn digest(self) -> Option<[u8; 32]> {
        self.digest.map(|digest| digest.finalize().into())
    }

    fn inspect(&mut self, chunk: &[u8]) -> Result<(), TableError> {
        let line_of = |at: usize| {
            let head = chunk.get(..at).unwrap_or(chunk);
            self.n_breaks + n_breaks(head) + 1
        };
        // Looking whether there is one is many times quicker than looking where.
        if chunk.contains(&0) {
            let at = chunk.iter().position(|byte| *byte == 0);
            let line = line_of(at.unwrap_or(0));
            return Err(TableError::Nul { line });
        }
        self.n_bytes += u64::try_from(chunk.len()).unwrap_or(0);
        if self.n_bytes - self.row_starts_at > ROW_BYTES_MAX + AHEAD_BYTES_MAX {
            return Err(TableError::RowTooLong {
                line: self.n_breaks + 1,
                max: ROW_BYTES_MAX,
            });
        }
        if let Err(at) = check_utf8(&mut self.cut, chunk) {
            return Err(TableError::NotUtf8 { line: line_of(at) });
        }
        self.n_breaks += n_breaks(chunk);
        self.last = chunk.last().copied().unwrap_or(self.last);
        if let Some(digest) = &mut self.digest {
            digest.update(chunk);
        }
        Ok(())
    }
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        let checked = match buf.get(..n) {
            Some([]) if !buf.is_empty() && !self.cut.is_empty() => Err(TableError::NotUtf8 {
                line: self.n_breaks + 1,
            }),
            Some(chunk) => self.inspect(chunk),
            None => Ok(()),
        };
        checked.map_err(|fault| {
            let error = io::Error::other(fault.to_string());
            self.fault = Some(fault);
            error
        })?;
        Ok(n)
    }
}

fn n_breaks(chunk: &[u8]) -> u64 {
    // Added up in bytes, many at a time; a byte holds the breaks of 255.
    let of_part = |part: &[u8]| {
        let n: u8 = part.iter().map(|byte| u8::from(*byte == b'\n')).sum();
        u64::from(n)
    };
    chunk.chunks(255).map(of_part).sum()
}

/// Checks the next chunk of a text; a character that it cuts in two waits in `cut`.
///
/// The error is where in the chunk the text goes wrong.
fn check_utf8(cut: &mut Vec<u8>, chunk: &[u8]) -> Result<(), usize> {
    let mut rest = chunk;
    while !cut.is_empty() {
        let Some((first, behind)) = rest.split_first() else {
            return Ok(());
        };
        cut.push(*first);
        rest = behind;
        match std::str::from_utf8(cut) {
            Ok(_) => cut.clear(),
            Err(error) if error.error_len().is_none() => {}
            Err(_) => return Err(chunk.len() - rest.len()),
        }
    }
    match std::str::from_utf8(rest) {
        Ok(_) => Ok(()),
        Err(error) if error.error_len().is_none() => {
            cut.extend_from_slice(rest.get(error.valid_up_to()..).unwrap_or_default());
            Ok(())
        }
        Err(error) => Err(chunk.len() - rest.len() + error.valid_up_to()),
    }
}
