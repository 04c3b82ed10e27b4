//! What can still be read of a damaged record, in a new folder. Refuses to touch the damaged one, and to
//! put the new one in its place: that is for the person to do.

use std::path::Path;

use store::{BackupKey, Folder, Secret};

use crate::recovery::parse_sheet;
use crate::{App, Trouble, restore};

/// What to bring back, and where to.
#[derive(Clone, Copy)]
pub struct SalvageRequest<'a> {
    /// An empty folder, or one that is not there yet.
    pub to: &'a Path,
    /// A back-up, for what can not be read.
    pub backup: Option<&'a Path>,
    /// The key of the recovery sheet, where the back-up does not open with the passphrase.
    pub sheet: Option<&'a str>,
    /// The passphrase of the record and of the back-up; the new record has the same.
    pub passphrase: Option<&'a str>,
}

impl App {
    /// Brings back every row of every page that can be read, and the rest from a back-up. Gives what came
    /// back, as lines.
    ///
    /// # Errors
    /// [`Trouble`] when nothing can be read, a key does not fit, or the disk refuses. The damaged record is
    /// never changed.
    pub fn salvage(&mut self, request: &SalvageRequest<'_>) -> Result<Vec<String>, Trouble> {
        let sheet = request.sheet.map(parse_sheet).transpose()?;
        let bytes = request.backup.map(restore::read).transpose()?;
        let key = match (&sheet, request.passphrase) {
            (Some(sheet), _) => Some(BackupKey::Recovery(sheet)),
            (None, words) => words.map(BackupKey::Passphrase),
        };
        let (secret, to) = match request.passphrase {
            Some(words) => (Secret::Passphrase(words), Folder::at(request.to)),
            None => (Secret::NoPassphrase, Folder::at(request.to)),
        };
        let backup = bytes.as_deref().map(|bytes| (bytes, key));
        let found = self
            .folder
            .salvage(request.passphrase, backup, &to, secret)
            .map_err(|error| {
                let hint =
                    "nothing was changed: give --passphrase-file, --sheet-file or --backup FILE";
                Trouble::of_disk(error, hint)
            })?;
        let mut lines = vec![
            format!("{} entries are in {}", found.n_facts, request.to.display()),
            format!(
                "  {} of {} pages could not be read",
                found.n_bad, found.n_pages
            ),
        ];
        let tables = found.tables.iter();
        lines.extend(tables.map(|(name, (n_read, n_kept))| {
            format!("  {name}: {n_read} rows from the record, {n_kept} from the back-up")
        }));
        if found.n_zones > 0 {
            lines.push("  times are shown in UTC: their zone could not be read".to_owned());
        }
        if found.n_left_out > 0 {
            lines.push(format!(
                "  {} rows were left out: what they belong to did not come back",
                found.n_left_out
            ));
        }
        Ok(lines)
    }
}
