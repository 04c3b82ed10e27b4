//! How a second start finds the running server: an address and a ticket, in the folder that only
//! this user can read. Refuses tickets that are old, and takes each one once.

use std::io::Read as _;
use std::time::Duration;

use crate::{Folder, StoreError, file};

/// How long a ticket is good for.
const GOOD_FOR: Duration = Duration::from_secs(60);
/// Longest address or ticket, in bytes.
const BYTES_MAX: u64 = 256;

impl Folder {
    /// Says where the server of this folder is to be found.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_address(&self, address: &str) -> Result<(), StoreError> {
        self.put("notes.address", address)
    }

    /// Where the server said it is to be found; `None` when none did.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.get("notes.address")
    }

    /// Leaves a ticket for the running server to take.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_ticket(&self, ticket: &str) -> Result<(), StoreError> {
        self.put("notes.ticket", ticket)
    }

    /// Takes the ticket away if it is this one and was left within the last minute.
    #[must_use]
    pub fn take_ticket(&self, ticket: &str) -> bool {
        let path = self.path().join("notes.ticket");
        let is_fresh = std::fs::metadata(&path)
            .and_then(|about| about.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age < GOOD_FOR));
        let is_it =
            is_fresh && !ticket.is_empty() && self.get("notes.ticket").as_deref() == Some(ticket);
        is_it && file::remove(&path).is_ok()
    }

    /// Writes a small file anew, for this user alone.
    pub(crate) fn put(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let path = self.path().join(name);
        file::remove(&path)?;
        let mut made = file::make_private(&path)?;
        std::io::Write::write_all(&mut made, text.as_bytes())
            .map_err(|error| StoreError::io(&path, error))
    }

    /// Reads a small file; `None` when it cannot be read.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let opened = std::fs::File::open(self.path().join(name)).ok()?;
        let mut text = String::new();
        opened.take(BYTES_MAX).read_to_string(&mut text).ok()?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_taken_once_and_only_by_its_words() {
        let place = std::env::temp_dir().join(format!("ticket-test-{}", std::process::id()));
        std::fs::create_dir_all(&place).unwrap();
        let folder = Folder::at(&place);
        assert!(!folder.take_ticket(""));
        folder.put_ticket("abc").unwrap();
        assert!(!folder.take_ticket("abd"));
        assert!(folder.take_ticket("abc"));
        assert!(!folder.take_ticket("abc"));
        std::fs::remove_dir_all(&place).unwrap();
    }
}
