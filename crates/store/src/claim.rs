//! The claim of the one running server on a folder. Refuses a second one, and says where the first is.

use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};

use crate::{Folder, StoreError, file};

/// Why a folder could not be claimed.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// Another server has it.
    #[error("it is already running on port {port}")]
    AlreadyRunning {
        /// Its port; 0 when it did not say yet.
        port: u16,
    },
    /// The claim file could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Holds the folder for one server until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct Claim {
    file: File,
    folder: Folder,
}

impl Claim {
    /// Takes the claim, or says on which port the server runs that has it.
    pub(crate) fn take(folder: &Folder, port: u16) -> Result<Self, ClaimError> {
        folder.prepare()?;
        let path = folder.claim_path();
        let mut file = file::open_private(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                let mut text = String::new();
                // The other server may be writing it right now: then the port is not known yet.
                let _ = (&mut file).take(16).read_to_string(&mut text);
                let port = text.trim().parse().unwrap_or(0);
                return Err(ClaimError::AlreadyRunning { port });
            }
            Err(std::fs::TryLockError::Error(error)) => {
                return Err(StoreError::io(&path, error).into());
            }
        }
        let mut claim = Self {
            file,
            folder: folder.clone(),
        };
        claim.set_port(port)?;
        Ok(claim)
    }

    /// Says on which port the server runs, for one that chose its port after the claim.
    ///
    /// # Errors
    /// [`StoreError`] when the claim file cannot be written.
    pub fn set_port(&mut self, port: u16) -> Result<(), StoreError> {
        let write = |file: &mut File| {
            file.set_len(0)?;
            file.rewind()?;
            writeln!(file, "{port}")?;
            file.sync_data()
        };
        write(&mut self.file).map_err(|error| StoreError::io(&self.folder.claim_path(), error))
    }
}
